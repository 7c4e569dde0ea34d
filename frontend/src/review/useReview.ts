import { useEffect, useRef, useState } from "react";
import { Refusal } from "../api/client";
import { queries } from "../api/queries";
import { type Candidate, decide, decided, type PairFilter, undo, useCandidates } from "../api/review";
import type { Lang } from "../state/view";
import { type Answer, decisionOf, KEYS, pairKey } from "./pairs";

const FEW = 5; // pairs left at which more are fetched

interface Made {
  readonly key: string;
  readonly number: number;
}

/**
 * Pairs one at a time. An answer shows the next pair at once; when the server
 * says no, the pair comes back with the reason.
 */
export function useReview(filter: PairFilter, lang: Lang) {
  const query = useCandidates(filter, lang);
  const [answered, setAnswered] = useState<ReadonlySet<string>>(new Set());
  const [refused, setRefused] = useState<{ key: string; error: Error } | null>(null);
  const [made, setMade] = useState<readonly Made[]>([]);
  const [at, setAt] = useState(0);
  const [swapped, swap] = useState(false);
  const [writing, setWriting] = useState(0);

  const items = query.data?.items ?? [];
  const open = items.filter((pair) => !answered.has(pairKey(pair)));
  const place = Math.min(at, Math.max(0, open.length - 1));
  const pair: Candidate | undefined = open[place];

  const { data, isFetching } = query;
  const truncated = data?.truncated ?? false;
  useEffect(() => {
    if (truncated && open.length <= FEW && !isFetching && writing === 0)
      queries.invalidateQueries({ queryKey: ["candidates"] });
  }, [truncated, open.length, isFetching, writing]);

  const without = (key: string) => (all: ReadonlySet<string>) => {
    const left = new Set(all);
    left.delete(key);
    return left;
  };
  const write = async (key: string, work: () => Promise<void>) => {
    setWriting((n) => n + 1);
    try {
      await work();
    } catch (error) {
      setAnswered(without(key));
      setRefused({ key, error: error as Error });
      setAt(0);
    } finally {
      setWriting((n) => n - 1);
    }
  };
  const give = (answer: Answer) => {
    if (!pair) return;
    const key = pairKey(pair);
    const body = decisionOf(pair, answer, swapped);
    setRefused(null);
    setAnswered((all) => new Set(all).add(key));
    swap(false);
    write(key, async () => {
      const { decision } = await decide(body, lang);
      setMade((all) => [...all, { key, number: decision.number }]);
    });
  };
  const takeBack = () => {
    const last = made.at(-1);
    if (!last) return;
    setMade(made.slice(0, -1));
    write(last.key, async () => {
      await undo(last.number, lang);
      setAnswered(without(last.key));
      setAt(0);
      queries.invalidateQueries({ queryKey: ["candidates"] });
    });
  };
  const walk = (by: number) => {
    setRefused(null);
    swap(false);
    setAt(Math.max(0, Math.min(open.length - 1, place + by)));
  };

  const act = useRef<(key: string) => boolean>(() => false);
  act.current = (key) => {
    const what = KEYS[key];
    if (what === undefined) return false;
    if (what === "next") walk(1);
    else if (what === "previous") walk(-1);
    else if (what === "swap") swap(!swapped);
    else if (what === "undo") takeBack();
    else give(what);
    return true;
  };
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (
        event.target instanceof Element &&
        event.target.closest("input, select, textarea, [role=menu], dialog")
      )
        return;
      if (act.current(event.key.toLowerCase())) event.preventDefault();
    };
    window.addEventListener("keydown", press);
    return () => {
      window.removeEventListener("keydown", press);
      decided();
    };
  }, []);

  const left = (data?.total ?? 0) - items.filter((p) => answered.has(pairKey(p))).length;
  return {
    query,
    pair,
    place,
    shown: open.length,
    left,
    swapped,
    made: made.length,
    refusal: pair && refused?.key === pairKey(pair) ? refusalText(refused.error) : "",
    give,
    takeBack,
    walk,
    swap: () => swap(!swapped),
  };
}

const refusalText = (error: Error) =>
  error instanceof Refusal ? error.problem.detail || error.problem.title : error.message;
