// One hook a question. While a new answer is on its way the former one stays.
import { keepPreviousData, QueryClient, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import type { PictureSize } from "../state/select";
import type { Filter, Route, Sort, Unfolded, View } from "../state/view";
import { answer, askReady, client, Unreachable } from "./client";
import type { components } from "./schema.gen";
import type { Landscape } from "./types";

export const PAGE = 100;
const MOST = 2000;
const READY_EVERY = 15_000;

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

/** Asks anew at once what is in view, also what waits for its next try. */
export async function askAgain(): Promise<void> {
  await queries.cancelQueries();
  await queries.refetchQueries({ type: "active" });
}

type Counting = Pick<View, "aid" | "units">;
const counting = ({ aid, units }: Counting) => ({
  ...(aid !== "auto" && { aid }),
  ...(units !== "apart" && { units }),
});
export type Here = Pick<View, "region" | "date" | "lang" | "ledHere"> & Counting;
export const here = ({ region, ledHere, ...view }: Here) => ({
  region,
  ...anywhere(view),
  ...(ledHere && { ledHere }),
});
const anywhere = ({ date, lang, ...view }: Omit<Here, "region" | "ledHere">) => ({
  lang,
  ...(date && { date }),
  ...counting(view),
});

// What depends on the groups says through which lens; topics need no word.
type Grouped = Here & Pick<View, "lens">;
const lensed = ({ lens }: Pick<View, "lens">) => (lens === "topics" ? {} : { lens });
const grouped = (view: Grouped) => ({ ...here(view), ...lensed(view) });

/** How the server is, asked again and again while the page is open. */
export const useReady = () =>
  useQuery({
    queryKey: ["ready"],
    refetchInterval: READY_EVERY,
    staleTime: 0,
    retry: false,
    queryFn: ({ signal }) => askReady(signal),
  });

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

export const useLandscape = (view: Grouped, size: PictureSize, enabled = true) =>
  useQuery<Landscape>({
    queryKey: ["landscape", grouped(view), size],
    enabled,
    // The picture of one lens says nothing about the other.
    placeholderData: (last) => (last?.lens === view.lens ? last : undefined),
    queryFn: ({ signal }) =>
      answer(client.GET("/landscape", { signal, params: { query: { ...grouped(view), size } } })),
  });

export const useSurroundings = (view: Grouped, unfolded: Unfolded, size: PictureSize) => {
  const { kind, id, steps, shown } = unfolded;
  const query = {
    ...grouped(view),
    ...(kind === "group" ? { group: id } : { actor: id, steps }),
    shown,
    size,
  };
  return useQuery({
    queryKey: ["surroundings", query],
    queryFn: ({ signal }) => answer(client.GET("/surroundings", { signal, params: { query } })),
  });
};

/** How clearly the partner networks stand apart from chance; takes longer than the picture. */
export const useModularity = (view: Here) => {
  const query = { region: view.region, lang: view.lang, ...counting(view) };
  return useQuery({
    queryKey: ["modularity", query],
    queryFn: ({ signal }) => answer(client.GET("/modularity", { signal, params: { query } })),
  });
};

/** Which organisations share more projects than chance gives; takes longer than the page. */
export const useBeyond = (view: Here, actor?: string) => {
  const query = { region: view.region, lang: view.lang, actor, ...counting(view) };
  return useQuery({
    queryKey: ["beyond-chance", query],
    queryFn: ({ signal }) => answer(client.GET("/beyond-chance", { signal, params: { query } })),
  });
};

/** The network of a region as a whole; takes longer than the picture. */
export const useStructure = (view: Pick<Grouped, "region" | "lang" | "lens"> & Counting) => {
  const query = { region: view.region, lang: view.lang, lens: view.lens, ...counting(view) };
  return useQuery({
    queryKey: ["structure", query],
    queryFn: ({ signal }) => answer(client.GET("/structure", { signal, params: { query } })),
  });
};

/** How clearly groups stand apart; takes seconds the first time, so nothing waits for it. */
export const useBoundary = (
  view: Pick<Grouped, "region" | "lang" | "lens"> & Counting,
  of: { group?: string; actor?: string; project?: string } = {},
) => {
  const query = { region: view.region, lang: view.lang, lens: view.lens, ...of, ...counting(view) };
  return useQuery({
    queryKey: ["boundary", query],
    queryFn: ({ signal }) => answer(client.GET("/boundary", { signal, params: { query } })),
  });
};

/** The ways between two; asked once both are chosen. */
export const useRoutes = (view: Here, { from, to }: Route) => {
  const query = { from, to, region: view.region, ...anywhere(view) };
  return useQuery({
    queryKey: ["path", query],
    enabled: from !== "" && to !== "",
    placeholderData: undefined,
    queryFn: ({ signal }) => answer(client.GET("/path", { signal, params: { query } })),
  });
};

export const useGroup = (view: Grouped, id: string) =>
  useQuery({
    queryKey: ["group", id, grouped(view)],
    enabled: id !== "",
    queryFn: ({ signal }) =>
      answer(client.GET("/groups/{id}", { signal, params: { path: { id }, query: grouped(view) } })),
  });

export const useActor = (view: Grouped, id: string) => {
  const query = { region: view.region, ...anywhere(view), ...lensed(view) };
  return useQuery({
    queryKey: ["actor", id, query],
    enabled: id !== "",
    queryFn: ({ signal }) => answer(client.GET("/actors/{id}", { signal, params: { path: { id }, query } })),
  });
};

export const useProject = (view: Grouped, id: string) => {
  const query = { region: view.region, ...anywhere(view), ...lensed(view) };
  return useQuery({
    queryKey: ["project", id, query],
    queryFn: ({ signal }) =>
      answer(client.GET("/projects/{id}", { signal, params: { path: { id }, query } })),
  });
};

export const useSearch = (lang: View["lang"], q: string) =>
  useQuery({
    queryKey: ["search", lang, q],
    enabled: q.length > 1,
    queryFn: ({ signal }) =>
      answer(client.GET("/search", { signal, params: { query: { q, lang, limit: 5 } } })),
  });

/** What a network as a file is asked by. */
export const networkQuery = (view: Grouped) => grouped(view);

/** The filters of a list as the server names them. */
export function listQuery(view: Grouped, filter: Filter, sort: Sort) {
  const { text, ...rest } = filter;
  return {
    ...grouped(view),
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
export function useProjects(view: Grouped, filter: Filter, sort: Sort) {
  const query = listQuery(view, filter, sort) as Queries["projects"];
  return useInfiniteQuery({
    queryKey: ["projects", query],
    initialPageParam: 0,
    queryFn: ({ signal, pageParam }) => askProjects({ ...query, limit: PAGE, offset: pageParam }, signal),
    getNextPageParam: paged,
  });
}

export function useActors(view: Grouped, filter: Filter, sort: Sort) {
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
export async function allProjects(
  view: Grouped,
  filter: Filter,
  sort: Sort,
): Promise<Schemas["ProjectRow"][]> {
  const query = listQuery(view, filter, sort) as Queries["projects"];
  return all(async (offset) => {
    const page = await askProjects({ ...query, limit: MOST, offset });
    return { rows: page.projects, total: page.total };
  });
}

export async function allActors(view: Grouped, filter: Filter, sort: Sort): Promise<Schemas["ActorRow"][]> {
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
