// Who is who: pairs that may be one, and what people decided.
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery } from "@tanstack/react-query";
import type { Lang } from "../state/view";
import { answer, client } from "./client";
import { queries } from "./queries";
import type { components } from "./schema.gen";

type Schemas = components["schemas"];
export type Batch = Schemas["Batch"];
export type Candidate = Schemas["Candidate"];
export type CandidateActor = Schemas["CandidateActor"];
export type CandidateList = Schemas["CandidateList"];
export type Decision = Schemas["Decision"];
export type NewDecision = Schemas["NewDecision"];

/** Pairs asked for at once. */
export const PAIRS = 50;

export interface PairFilter {
  readonly reason: string;
  readonly text: string;
  readonly later: boolean;
}

export const useCandidates = (filter: PairFilter, lang: Lang) =>
  useQuery({
    queryKey: ["candidates", filter, lang],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      answer(
        client.GET("/candidates", {
          signal,
          params: {
            query: {
              lang,
              limit: PAIRS,
              ...(filter.reason && { reason: filter.reason }),
              ...(filter.text && { q: filter.text }),
              ...(filter.later && { later: true }),
            },
          },
        }),
      ),
  });

/** Entries of the journal asked for at once. */
const ENTRIES = 100;

export const useJournal = (lang: Lang) =>
  useInfiniteQuery({
    queryKey: ["journal", lang],
    staleTime: 0,
    initialPageParam: 0,
    queryFn: ({ signal, pageParam }) =>
      answer(
        client.GET("/decisions", {
          signal,
          params: { query: { lang, limit: ENTRIES, offset: pageParam } },
        }),
      ),
    getNextPageParam: (last, pages) =>
      last.truncated ? pages.reduce((n, page) => n + page.items.length, 0) : undefined,
  });

export const decide = (body: NewDecision, lang: Lang) =>
  answer(client.POST("/decisions", { params: { query: { lang } }, body }));

export const undo = (number: number, lang: Lang) =>
  answer(
    client.POST("/decisions/{number}/undo", { params: { path: { number }, query: { lang } }, body: {} }),
  );

/** What stands on decisions is old now. */
export const decided = () => queries.invalidateQueries();

/** Pairs are asked for anew the next time they are looked at. */
export const forgetPairs = () => queries.removeQueries({ queryKey: ["candidates"] });

export const useUndoDecision = (lang: Lang) =>
  useMutation({
    mutationFn: (number: number) => undo(number, lang),
    onSuccess: () => queries.invalidateQueries(),
  });

interface BatchAsk {
  readonly reason: string;
  readonly minScore: number;
  readonly tried?: Batch;
}

/** Tries a batch, or writes the one that was tried. */
export const useBatch = (lang: Lang) =>
  useMutation({
    mutationFn: ({ reason, minScore, tried }: BatchAsk) =>
      answer(
        client.POST("/decisions/batch", {
          params: { query: { lang } },
          body: tried
            ? { reason, minScore, revision: tried.revision, count: tried.fits }
            : { reason, minScore, dryRun: true },
        }),
      ),
    onSuccess: (done) => {
      if (!done.dryRun) queries.invalidateQueries();
    },
  });
