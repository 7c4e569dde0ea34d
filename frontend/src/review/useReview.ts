import { useEffect, useReducer, useRef, useState } from "react";
import { Refusal } from "../api/client";
import { queries } from "../api/queries";
import {
  type Candidate,
  decide,
  decided,
  forgetPairs,
  type PairFilter,
  undo,
  useCandidates,
} from "../api/review";
import type { Lang } from "../state/view";
import { type Answer, decisionOf, KEYS, pairKey } from "./pairs";
import { answeredOf, FRESH, happen, openPairs, type Step, type Trouble } from "./session";

const FEW = 5; // pairs left at which more are fetched

/**
 * Pairs one at a time. An answer shows the next pair at once; what is written
 * goes to the server one after another, and what it refuses comes back with
 * the reason.
 */
export function useReview(filter: PairFilter, lang: Lang) {
  const query = useCandidates(filter, lang);
  const [session, tell] = useReducer(happen, FRESH);
  const [swapped, swap] = useState(false);
  const [writing, setWriting] = useState(0);
  const steps = useRef(0);
  const numbers = useRef(new Map<number, number>()); // of the entries, by step
  const line = useRef<Promise<void>>(Promise.resolve());

  const items = query.data?.items ?? [];
  const open = openPairs(session, items, filter.later);
  const found = open.findIndex((pair) => pairKey(pair) === session.shown);
  const place = Math.max(0, found);
  const pair: Candidate | undefined = open[place];

  const truncated = query.data?.truncated ?? false;
  const { isFetching } = query;
  useEffect(() => {
    if (truncated && open.length <= FEW && !isFetching && writing === 0)
      queries.invalidateQueries({ queryKey: ["candidates"] });
  }, [truncated, open.length, isFetching, writing]);

  const write = (step: Step, doing: Trouble["doing"], work: () => Promise<void>) => {
    setWriting((n) => n + 1);
    line.current = line.current
      .then(work)
      .catch((error: Error) => {
        tell({ kind: "trouble", trouble: { step, doing, error } });
        if (error instanceof Refusal && error.problem.status === 403)
          queries.invalidateQueries({ queryKey: ["access"] });
      })
      .finally(() => setWriting((n) => n - 1));
  };
  const give = (answer: Answer) => {
    if (!pair) return;
    const next = open[place + 1] ?? open[place - 1];
    steps.current += 1;
    const step: Step = { id: steps.current, pair, answer, aside: filter.later };
    const body = decisionOf(pair, answer, swapped);
    tell({ kind: "answer", step, next: next ? pairKey(next) : "" });
    swap(false);
    write(step, "answer", async () => {
      const { decision } = await decide(body, lang);
      numbers.current.set(step.id, decision.number);
    });
  };
  const takeBack = () => {
    const step = session.steps.at(-1);
    if (!step) return;
    tell({ kind: "undo", step });
    swap(false);
    write(step, "undo", async () => {
      const number = numbers.current.get(step.id);
      if (number === undefined) return; // refused: there is nothing to take back
      await undo(number, lang);
      queries.invalidateQueries({ queryKey: ["candidates"] });
    });
  };
  const show = (key: string) => {
    swap(false);
    tell({ kind: "show", key });
  };
  const walk = (by: number) => {
    const to = open[Math.max(0, Math.min(open.length - 1, place + by))];
    if (to) show(pairKey(to));
  };

  const act = useRef<(key: string, held: boolean) => boolean>(() => false);
  act.current = (key, held) => {
    const what = KEYS[key];
    if (what === undefined) return false;
    if (what === "next") walk(1);
    else if (what === "previous") walk(-1);
    else if (held)
      return true; // a key that lies pressed decides once
    else if (what === "swap") swap(!swapped);
    else if (what === "undo") takeBack();
    else give(what);
    return true;
  };
  const { reason, text, later } = filter;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is asked for has changed
  useEffect(() => tell({ kind: "filter" }), [reason, text, later]);

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (
        event.target instanceof Element &&
        event.target.closest("input, select, textarea, [role=menu], dialog")
      )
        return;
      if (act.current(event.key.toLowerCase(), event.repeat)) event.preventDefault();
    };
    window.addEventListener("keydown", press);
    return () => {
      window.removeEventListener("keydown", press);
      forgetPairs(); // those decided are not shown again from memory
      line.current.then(decided);
    };
  }, []);

  return {
    query,
    pair,
    place,
    shown: open.length,
    left: Math.max(open.length, (query.data?.total ?? 0) - answeredOf(session, items, filter.later)),
    swapped,
    made: session.steps.length,
    troubles: session.troubles,
    give,
    takeBack,
    walk,
    show: (of: Candidate) => show(pairKey(of)),
    swap: () => swap(!swapped),
  };
}

export type Review = ReturnType<typeof useReview>;
