// What has been answered in this sitting. Pure: the hook beside it writes to the server.
import type { components } from "../api/schema.gen";
import { type Answer, pairKey } from "./pairs";

type Candidate = components["schemas"]["Candidate"];

/** One answer; it counts from the moment it is given. */
export interface Step {
  readonly id: number;
  readonly pair: Candidate;
  readonly answer: Answer;
  /** Given while looking at what had been put aside. */
  readonly aside: boolean;
}

/** The server did not take an answer, or did not take it back. */
export interface Trouble {
  readonly step: Step;
  readonly doing: "answer" | "undo";
  readonly error: Error;
}

export interface Session {
  /** In the order given. */
  readonly steps: readonly Step[];
  /** Pairs that came back, the last one last; the server's list may lack them. */
  readonly back: readonly Candidate[];
  /** The pair in view; empty for the first one. */
  readonly shown: string;
  readonly troubles: readonly Trouble[];
}

export const FRESH: Session = { steps: [], back: [], shown: "", troubles: [] };

export type Event =
  | { kind: "answer"; step: Step; next: string }
  | { kind: "undo"; step: Step }
  | { kind: "trouble"; trouble: Trouble }
  | { kind: "show"; key: string }
  /** Other pairs are asked for. */
  | { kind: "filter" };

export function happen(session: Session, event: Event): Session {
  switch (event.kind) {
    case "answer":
      return {
        steps: [...session.steps, event.step],
        back: without(session.back, event.step.pair),
        shown: event.next,
        troubles: session.troubles.filter((t) => pairKey(t.step.pair) !== pairKey(event.step.pair)),
      };
    case "undo":
      return {
        steps: session.steps.filter((s) => s.id !== event.step.id),
        back: [...without(session.back, event.step.pair), event.step.pair],
        shown: pairKey(event.step.pair),
        troubles: session.troubles.filter((t) => t.step.id !== event.step.id),
      };
    case "trouble":
      return failed(session, event.trouble);
    case "show":
      return { ...session, shown: event.key };
    case "filter":
      return { ...session, shown: "", back: [] };
  }
}

/** A refused answer gives its pair back, a refused undo keeps it answered. The pair in view stays. */
function failed(session: Session, trouble: Trouble): Session {
  const { step } = trouble;
  const others = session.steps.filter((s) => s.id !== step.id);
  if (trouble.doing === "answer" && others.length === session.steps.length) return session; // taken back already
  const rest = without(session.back, step.pair);
  return {
    ...session,
    troubles: [...session.troubles.filter((t) => t.step.id !== step.id), trouble],
    ...(trouble.doing === "answer"
      ? { steps: others, back: [...rest, step.pair] }
      : { steps: [...others, step].sort((a, b) => a.id - b.id), back: rest }),
  };
}

const without = (pairs: readonly Candidate[], pair: Candidate) =>
  pairs.filter((other) => pairKey(other) !== pairKey(pair));

/**
 * The pairs still to be answered, as the server lists them and then those that
 * came back; aside tells that the list is of pairs put aside earlier.
 */
export function openPairs(session: Session, listed: readonly Candidate[], aside: boolean): Candidate[] {
  const there = new Set(listed.map(pairKey));
  return [
    ...listed,
    ...session.back.filter((pair) => pair.later === aside && !there.has(pairKey(pair))),
  ].filter((pair) => !answered(session, pairKey(pair), aside));
}

/** How many of the listed pairs are answered by now. */
export const answeredOf = (session: Session, listed: readonly Candidate[], aside: boolean) =>
  listed.filter((pair) => answered(session, pairKey(pair), aside)).length;

// What was put aside just now waits among those put aside.
const answered = (session: Session, key: string, aside: boolean) =>
  session.steps.some(
    (step) => pairKey(step.pair) === key && (step.answer !== "later" || !aside || step.aside),
  );
