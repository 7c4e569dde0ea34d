// One hook a question. While a new answer is on its way the former one stays.
import { keepPreviousData, QueryClient, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import type { PictureSize } from "../state/select";
import type { Filter, Sort, View } from "../state/view";
import { answer, client, Unreachable } from "./client";
import type { components } from "./schema.gen";

export const PAGE = 100;
const MOST = 2000;

export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 60_000,
      refetchOnWindowFocus: false,
      networkMode: "always",
      placeholderData: keepPreviousData,
      // A lost connection is tried again until it is back; an answer that says no is final.
      retry: (_, error) => error instanceof Unreachable,
      retryDelay: (count) => Math.min(1000 * 2 ** count, 8000),
    },
  },
});

type Here = Pick<View, "region" | "date" | "lang" | "ledHere">;
const here = ({ region, date, lang, ledHere }: Here) => ({
  region,
  lang,
  ...(date && { date }),
  ...(ledHere && { ledHere }),
});
const anywhere = ({ date, lang }: Here) => ({ lang, ...(date && { date }) });

export const useRegions = (view: Here, enabled = true) =>
  useQuery({
    queryKey: ["regions", anywhere(view)],
    enabled,
    queryFn: ({ signal }) => answer(client.GET("/regions", { signal, params: { query: anywhere(view) } })),
  });

export const useSummary = (view: Here) =>
  useQuery({
    queryKey: ["summary", here(view)],
    queryFn: ({ signal }) => answer(client.GET("/summary", { signal, params: { query: here(view) } })),
  });

export const useLandscape = (view: Here, size: PictureSize) =>
  useQuery({
    queryKey: ["landscape", here(view), size],
    queryFn: ({ signal }) =>
      answer(client.GET("/landscape", { signal, params: { query: { ...here(view), size } } })),
  });

export const useGroup = (view: Here, id: string) =>
  useQuery({
    queryKey: ["group", id, here(view)],
    queryFn: ({ signal }) =>
      answer(client.GET("/groups/{id}", { signal, params: { path: { id }, query: here(view) } })),
  });

export const useActor = (view: Here, id: string) => {
  const query = { region: view.region, ...anywhere(view) };
  return useQuery({
    queryKey: ["actor", id, query],
    enabled: id !== "",
    queryFn: ({ signal }) => answer(client.GET("/actors/{id}", { signal, params: { path: { id }, query } })),
  });
};

export const useProject = (view: Here, id: string) =>
  useQuery({
    queryKey: ["project", id, anywhere(view)],
    queryFn: ({ signal }) =>
      answer(client.GET("/projects/{id}", { signal, params: { path: { id }, query: anywhere(view) } })),
  });

export const useSearch = (lang: View["lang"], q: string) =>
  useQuery({
    queryKey: ["search", lang, q],
    enabled: q.length > 1,
    queryFn: ({ signal }) =>
      answer(client.GET("/search", { signal, params: { query: { q, lang, limit: 5 } } })),
  });

/** The filters of a list as the server names them. */
export function listQuery(view: Here, filter: Filter, sort: Sort) {
  const { text, ...rest } = filter;
  return {
    ...here(view),
    ...rest,
    ...(text && { q: text }),
    sort: sort.by,
    ...(sort.descending && { desc: true }),
  };
}

type Queries = { projects: ProjectQuery; actors: ActorQuery };
type ProjectQuery = NonNullable<import("./schema.gen").operations["listProjects"]["parameters"]["query"]>;
type ActorQuery = NonNullable<import("./schema.gen").operations["listActors"]["parameters"]["query"]>;

const askProjects = (query: ProjectQuery, signal?: AbortSignal) =>
  answer(client.GET("/projects", { signal, params: { query } }));
const askActors = (query: ActorQuery, signal?: AbortSignal) =>
  answer(client.GET("/actors", { signal, params: { query } }));

const paged = <T extends { truncated: boolean }>(last: T, all: readonly T[]) =>
  last.truncated ? all.length * PAGE : undefined;

// The values of a filter come from the address, which anyone may have edited:
// the server checks them and says what is wrong.
export function useProjects(view: Here, filter: Filter, sort: Sort) {
  const query = listQuery(view, filter, sort) as Queries["projects"];
  return useInfiniteQuery({
    queryKey: ["projects", query],
    initialPageParam: 0,
    queryFn: ({ signal, pageParam }) => askProjects({ ...query, limit: PAGE, offset: pageParam }, signal),
    getNextPageParam: paged,
  });
}

export function useActors(view: Here, filter: Filter, sort: Sort) {
  const query = listQuery(view, filter, sort) as Queries["actors"];
  return useInfiniteQuery({
    queryKey: ["actors", query],
    initialPageParam: 0,
    queryFn: ({ signal, pageParam }) => askActors({ ...query, limit: PAGE, offset: pageParam }, signal),
    getNextPageParam: paged,
  });
}

type Schemas = components["schemas"];

/** All rows of a list, page by page, for copying. */
export async function allProjects(view: Here, filter: Filter, sort: Sort): Promise<Schemas["ProjectRow"][]> {
  const query = listQuery(view, filter, sort) as Queries["projects"];
  return all(async (offset) => {
    const page = await askProjects({ ...query, limit: MOST, offset });
    return { rows: page.projects, total: page.total };
  });
}

export async function allActors(view: Here, filter: Filter, sort: Sort): Promise<Schemas["ActorRow"][]> {
  const query = listQuery(view, filter, sort) as Queries["actors"];
  return all(async (offset) => {
    const page = await askActors({ ...query, limit: MOST, offset });
    return { rows: page.actors, total: page.total };
  });
}

async function all<T>(ask: (offset: number) => Promise<{ rows: T[]; total: number }>): Promise<T[]> {
  const rows: T[] = [];
  for (;;) {
    const page = await ask(rows.length);
    rows.push(...page.rows);
    if (page.rows.length === 0 || rows.length >= page.total) return rows;
  }
}
