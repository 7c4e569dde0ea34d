import type { components } from "../api/schema.gen";

type Candidate = components["schemas"]["Candidate"];
type NewDecision = components["schemas"]["NewDecision"];

/** The name of a pair, whichever side its actors stand on. */
export const pairKey = ({ a, b }: Candidate) => [a.id, b.id].sort().join("|");

export type Answer = "same" | "apart" | "part" | "successor" | "later";

/** What an answer writes: left is a, unless the sides are swapped. */
export function decisionOf(pair: Candidate, answer: Answer, swapped: boolean): NewDecision {
  const [left, right] = swapped ? [pair.b.id, pair.a.id] : [pair.a.id, pair.b.id];
  switch (answer) {
    case "same":
      return { kind: "merge", actors: [left, right] };
    case "apart":
      return { kind: "keep-apart", actors: [left, right] };
    case "later":
      return { kind: "later", actors: [left, right] };
    case "part": // the part, the whole
      return { kind: "part-of", actors: [right, left] };
    case "successor": // the new, the old
      return {
        kind: "successor-of",
        actors: [left, right],
        ...(pair.from && !swapped && { from: pair.from }),
      };
  }
}

/** The key that gives an answer, or does something else with the pair in view. */
export const KEYS: Readonly<Record<string, Answer | "next" | "previous" | "swap" | "undo">> = {
  s: "same",
  e: "apart",
  o: "part",
  t: "successor",
  m: "later",
  j: "next",
  arrowright: "next",
  k: "previous",
  arrowleft: "previous",
  v: "swap",
  u: "undo",
};

/** The answer that the program proposes. */
export const proposed = ({ suggestion }: Candidate): Answer =>
  suggestion === "part-of" ? "part" : suggestion === "successor-of" ? "successor" : "same";
