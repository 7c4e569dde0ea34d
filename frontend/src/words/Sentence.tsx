import { Fragment, type ReactNode } from "react";
import type { Sentence as SentenceData, Value } from "../api/types";
import { Go } from "../state/address";
import { follow } from "../state/update";
import { formatDate } from "./format";
import { useWords } from "./useWords";

/** A sentence of the server in the reader's language; each value that has proof opens it. */
export function Sentence({ sentence }: { sentence: SentenceData }) {
  const { open } = useWords();
  const byName = new Map(sentence.values.map((value) => [value.name, value]));
  const count = byName.get("count")?.count;
  const text = open(sentence.key, count === undefined ? undefined : { count });
  return pieces(text).map(({ text, place }, i) => {
    const value = place === undefined ? undefined : byName.get(place);
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text never move
    return <Fragment key={i}>{value ? <Filled value={value} begins={i === 0} /> : text}</Fragment>;
  });
}

/** Several sentences after each other. */
export function Sentences({ sentences }: { sentences: readonly SentenceData[] }): ReactNode {
  return sentences.map((sentence, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: sentences have no name of their own and never move
    <Fragment key={i}>
      {i > 0 && " "}
      <Sentence sentence={sentence} />
    </Fragment>
  ));
}

function Filled({ value, begins }: { value: Value; begins: boolean }) {
  const { say, number } = useWords();
  const written =
    value.noun !== undefined && value.count !== undefined
      ? say(value.noun, { count: value.count })
      : value.text !== undefined
        ? formatDate(value.text)
        : number(value.count ?? 0);
  // "i Lappland" begins a sentence with a capital.
  const text = begins ? written.charAt(0).toUpperCase() + written.slice(1) : written;
  return value.link ? <Go to={follow(value.link)}>{text}</Go> : text;
}

/** Cuts "A {{b}} c" into its texts and places, in order. */
export function pieces(text: string): { text: string; place?: string }[] {
  return text
    .split(/(\{\{\w+\}\})/)
    .filter((piece) => piece !== "")
    .map((piece) => {
      const place = /^\{\{(\w+)\}\}$/.exec(piece)?.[1];
      return place === undefined ? { text: piece } : { text: piece, place };
    });
}
