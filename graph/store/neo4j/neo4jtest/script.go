package neo4jtest

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
)

// Script returns, for each connection of a line, what is done with its
// messages: hear is asked one message at a time, of one direction or the other,
// and returns the message to be passed on, which may be another one, nothing
// to swallow it, or an error to cut the connection.
type Script func() (hear func(Message) (Message, error))

// Message is one message of the Bolt protocol: the bytes of one structure,
// whose tag says what it is.
type Message struct {
	FromServer bool
	Body       []byte
}

// Tags of messages that tests look for.
const (
	Begin   = 0x11
	Commit  = 0x12
	Run     = 0x10
	Reset   = 0x0F
	Success = 0x70
	Failure = 0x7F
)

// ErrCut is what a script returns to cut a connection.
var ErrCut = errors.New("cut")

// Is tells whether the message is of a tag.
func (m Message) Is(tag byte) bool { return len(m.Body) > 1 && m.Body[1] == tag }

// Says tells whether a text stands in the message.
func (m Message) Says(text string) bool { return bytes.Contains(m.Body, []byte(text)) }

// Refusal is the answer FAILURE with a code of Neo4j.
func Refusal(code string) Message {
	body := []byte{0xB1, Failure, 0xA2}
	for _, text := range [...]string{"code", code, "message", "as the script says"} {
		body = append(body, 0xD0, byte(len(text)))
		body = append(body, text...)
	}
	return Message{FromServer: true, Body: body}
}

// Ignored is the answer to a message after a failure.
func Ignored() Message { return Message{FromServer: true, Body: []byte{0xB0, 0x7E}} }

// relay passes messages on until an end or a cut.
func relay(to io.Writer, from io.Reader, client bool, hear func(Message) (Message, error)) error {
	greeting := make([]byte, 4)
	if client {
		greeting = make([]byte, 20)
	}
	if _, err := io.ReadFull(from, greeting); err != nil {
		return err
	}
	if client {
		clear(greeting[4:8]) // the offer of a longer greeting, which is not understood here
	}
	if _, err := to.Write(greeting); err != nil {
		return err
	}
	for {
		body, err := receive(from)
		if err != nil {
			return err
		}
		m, err := hear(Message{FromServer: !client, Body: body})
		if err != nil {
			return err
		}
		if err := send(to, m.Body); err != nil {
			return err
		}
	}
}

// receive reads the chunks of one message; an empty one is a sign of life.
func receive(from io.Reader) ([]byte, error) {
	var body []byte
	for {
		var size uint16
		if err := binary.Read(from, binary.BigEndian, &size); err != nil {
			return nil, err
		}
		if size == 0 {
			return body, nil
		}
		chunk := make([]byte, size)
		if _, err := io.ReadFull(from, chunk); err != nil {
			return nil, err
		}
		body = append(body, chunk...)
	}
}

func send(to io.Writer, body []byte) error {
	var framed []byte
	for len(body) > 0 {
		n := min(len(body), 0xFFFF)
		framed = binary.BigEndian.AppendUint16(framed, uint16(n))
		framed = append(framed, body[:n]...)
		body = body[n:]
	}
	if framed == nil {
		return nil
	}
	_, err := to.Write(append(framed, 0, 0))
	return err
}
