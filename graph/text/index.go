package text

import (
	"cmp"
	"context"
	"math"
	"slices"

	"hankeverkko/graph/parallel"
)

// Part is a piece of a document and how much its words count.
type Part struct {
	Text   string
	Weight float64
}

// gramSize and gramWeight: four characters of a stem bridge what stemming
// leaves apart; they count for a third of a word.
const (
	gramSize   = 4
	gramWeight = 0.35
)

// commonest is the share of documents above which a term tells nothing apart.
const commonest = 0.25

// Index holds one unit vector for each document: stems and their character
// n-grams, the square root of term frequency times inverse document frequency.
type Index struct {
	vectors  []vector
	postings [][]posting // by term
	content  []int       // content words by document
}

type vector struct {
	terms   []int32
	weights []float64
}

type posting struct {
	document int32
	weight   float64
}

// NewIndex builds the vectors of documents. Equal documents in another order
// give equal similarities to the bit: terms are numbered by name.
func NewIndex(documents [][]Part) *Index {
	frequencies := make([]map[string]float64, len(documents))
	x := &Index{vectors: make([]vector, len(documents)), content: make([]int, len(documents))}
	documentsWith := map[string]int{}
	for d, parts := range documents {
		frequencies[d], x.content[d] = termsOf(parts)
		for term := range frequencies[d] {
			documentsWith[term]++
		}
	}
	var names []string
	limit := max(2, int(commonest*float64(len(documents))))
	for term, n := range documentsWith {
		if n > 1 && n <= limit {
			names = append(names, term)
		}
	}
	slices.Sort(names)
	number := make(map[string]int32, len(names))
	idf := make([]float64, len(names))
	for i, name := range names {
		number[name] = int32(i)
		idf[i] = math.Log(float64(1+len(documents)) / float64(1+documentsWith[name]))
	}
	x.postings = make([][]posting, len(names))
	for d := range documents {
		x.vectors[d] = unit(frequencies[d], number, idf)
		for i, term := range x.vectors[d].terms {
			x.postings[term] = append(x.postings[term], posting{int32(d), x.vectors[d].weights[i]})
		}
	}
	return x
}

// termsOf counts the terms of a document and its content words.
func termsOf(parts []Part) (map[string]float64, int) {
	terms, content := map[string]float64{}, 0
	for _, part := range parts {
		language := Guess(part.Text)
		for _, token := range Tokens(part.Text) {
			if Stop(token) {
				continue
			}
			content++
			stem := Stem(token, language)
			terms["w"+stem] += part.Weight
			for _, gram := range grams(stem) {
				terms["g"+gram] += part.Weight * gramWeight
			}
		}
	}
	return terms, content
}

func grams(stem string) []string {
	runes := []rune("_" + stem + "_")
	var out []string
	for i := 0; i+gramSize <= len(runes); i++ {
		out = append(out, string(runes[i:i+gramSize]))
	}
	return out
}

func unit(frequency map[string]float64, number map[string]int32, idf []float64) vector {
	var v vector
	for term := range frequency {
		if i, ok := number[term]; ok {
			v.terms = append(v.terms, i)
		}
	}
	slices.Sort(v.terms)
	v.weights = make([]float64, len(v.terms))
	byNumber := make(map[int32]float64, len(v.terms))
	share := make(map[int32]float64, len(v.terms))
	for term, f := range frequency {
		if i, ok := number[term]; ok {
			byNumber[i] = f
			share[i] = 1
			if term[0] == 'g' {
				share[i] = gramWeight
			}
		}
	}
	sum := 0.0
	for k, i := range v.terms {
		f := byNumber[i] / share[i]
		v.weights[k] = share[i] * math.Sqrt(f) * idf[i]
		sum += v.weights[k] * v.weights[k]
	}
	if sum > 0 {
		length := math.Sqrt(sum)
		for k := range v.weights {
			v.weights[k] /= length
		}
	}
	return v
}

// Len returns the number of documents.
func (x *Index) Len() int { return len(x.vectors) }

// ContentWords returns how many words with content document d has.
func (x *Index) ContentWords(d int) int { return x.content[d] }

// Neighbour is a document and its cosine similarity, 0 to 1.
type Neighbour struct {
	Document   int32
	Similarity float64
}

// Nearest returns for each document its k most similar others, best first,
// equal ones by position. Similarity 0 is no neighbour.
func (x *Index) Nearest(ctx context.Context, k int) ([][]Neighbour, error) {
	nearest := make([][]Neighbour, len(x.vectors))
	type scratch struct {
		score   []float64
		touched []int32
	}
	workers := parallel.Workers()
	space := make([]scratch, workers)
	for i := range space {
		space[i].score = make([]float64, len(x.vectors))
	}
	err := parallel.Do(ctx, workers, len(x.vectors), func(worker, d int) {
		s := &space[worker]
		for i, term := range x.vectors[d].terms {
			w := x.vectors[d].weights[i]
			for _, p := range x.postings[term] {
				if s.score[p.document] == 0 {
					s.touched = append(s.touched, p.document)
				}
				s.score[p.document] += w * p.weight
			}
		}
		best := make([]Neighbour, 0, k+1)
		for _, other := range s.touched {
			if int(other) != d {
				best = keepBest(best, Neighbour{other, s.score[other]}, k)
			}
			s.score[other] = 0
		}
		s.touched = s.touched[:0]
		nearest[d] = best
	})
	return nearest, err
}

// keepBest puts a neighbour in its place among the k best so far.
func keepBest(best []Neighbour, n Neighbour, k int) []Neighbour {
	if k <= 0 || len(best) == k && compareNeighbours(best[k-1], n) <= 0 {
		return best
	}
	at, _ := slices.BinarySearchFunc(best, n, compareNeighbours)
	best = slices.Insert(best, at, n)
	return best[:min(k, len(best))]
}

// compareNeighbours puts the more similar first, equal ones by position.
func compareNeighbours(a, b Neighbour) int {
	return cmp.Or(cmp.Compare(b.Similarity, a.Similarity), cmp.Compare(a.Document, b.Document))
}
