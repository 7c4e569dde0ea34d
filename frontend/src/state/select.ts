// What follows from the view and the data. Nothing here is stored.
import type {
  Basis,
  Bridge,
  Counts,
  Hit,
  Landscape,
  PlacedGroup,
  Region,
  SearchResult,
  SurroundingMark,
  Surroundings,
} from "../api/types";
import { type Card, LENSES, type View } from "./view";

export type PictureSize = "wide" | "office" | "phone";
export const PHONE = "(max-width: 699px)";
export const OFFICE = "(max-height: 800px)";

/**
 * The tab in view: the chosen one, else as the lens opens; null until the
 * server has told that. A question for a way lies on no tab.
 */
export function tabOf(
  view: Pick<View, "tab" | "lens" | "route">,
  opens: Landscape["open"] | undefined,
): "picture" | "list" | null {
  if (view.route) return null;
  if (view.tab !== "auto") return view.tab;
  return view.lens === "topics" ? "picture" : (opens ?? null);
}

/** A mark of a picture that can be pointed at. */
export interface Mark {
  readonly kind: Card["kind"];
  readonly id: string;
}

export const sameMark = (a: Mark | Card | null, b: Mark | Card | null) =>
  a !== null && b !== null && a.kind === b.kind && a.id === b.id;

/** A mark with the marks and ties that belong to it. */
export interface Near {
  readonly groups: ReadonlySet<string>;
  readonly actors: ReadonlySet<string>;
  readonly tie: (tie: { actor: string; group: string }) => boolean;
}

/** The neighbourhood of a mark; null when there is none to show. */
export function nearOf(landscape: Pick<Landscape, "ties">, mark: Mark | Card | null): Near | null {
  if (mark === null || mark.kind === "project") return null;
  const own = (tie: { actor: string; group: string }) => tie[mark.kind as "group" | "actor"] === mark.id;
  const ties = landscape.ties.filter(own);
  const groups = new Set(ties.map((t) => t.group));
  const actors = new Set(ties.map((t) => t.actor));
  (mark.kind === "group" ? groups : actors).add(mark.id);
  return { groups, actors, tie: own };
}

/** Ids of the marks next to one in an unfolded picture, itself among them; null when it is not there. */
export function nearIn(surroundings: Pick<Surroundings, "ties" | "marks">, mark: Mark | null) {
  if (!mark || !surroundings.marks.some((m) => sameMark(m, mark))) return null;
  const near = new Set([mark.id]);
  for (const { project, actor } of surroundings.ties) {
    if (project === mark.id) near.add(actor);
    if (actor === mark.id) near.add(project);
  }
  return near;
}

/** An unfolded picture as a list: its projects, each with its actors, then actors without a project in it. */
export function contentsOf({ marks, ties }: Pick<Surroundings, "marks" | "ties">): {
  projects: { project: SurroundingMark; actors: SurroundingMark[] }[];
  others: SurroundingMark[];
} {
  const actors = marks.filter((mark) => mark.kind === "actor");
  const tied = new Set(ties.map((tie) => tie.actor));
  const projects = marks
    .filter((mark) => mark.kind === "project")
    .map((project) => {
      const own = new Set(ties.filter((tie) => tie.project === project.id).map((tie) => tie.actor));
      return { project, actors: actors.filter((actor) => own.has(actor.id)) };
    });
  return { projects, others: actors.filter((actor) => !tied.has(actor.id)) };
}

/** Groups for reading from top to bottom: by size, and those without a name of their own last. */
export function rowsOf({ groups }: Pick<Landscape, "groups">): PlacedGroup[] {
  return [...groups].sort(
    (a, b) =>
      Number(a.kind !== "named") - Number(b.kind !== "named") || b.counts.projects - a.counts.projects,
  );
}

/** The bridge-builders that a group has part in. */
export const bridgesOf = ({ bridges }: Pick<Landscape, "bridges">, group: string): Bridge[] =>
  bridges.filter((bridge) => bridge.groups.some((g) => g.id === group));

/** The order in which the arrow keys walk the picture: the ring, then those inside it. */
export function walkOf(landscape: Pick<Landscape, "groups" | "actors">): Mark[] {
  return [
    ...landscape.groups.map((g): Mark => ({ kind: "group", id: g.id })),
    ...landscape.actors.map((a): Mark => ({ kind: "actor", id: a.id })),
  ];
}

/** The place after an arrow, Home or End key in a walk of so many; null when the key does not walk. */
export function step(length: number, from: number, key: string): number | null {
  const last = length - 1;
  switch (key) {
    case "ArrowRight":
    case "ArrowDown":
      return from >= last ? 0 : from + 1;
    case "ArrowLeft":
    case "ArrowUp":
      return from <= 0 ? last : from - 1;
    case "Home":
      return 0;
    case "End":
      return last;
    default:
      return null;
  }
}

export const totalOf = (basis: Basis) => basis.listed + basis.alone + basis.unknown;
export const knownOf = (basis: Basis) => basis.listed + basis.alone;

/** Share of projects whose partners are known; null without projects. */
export function coverageOf(basis: Basis): number | null {
  const total = totalOf(basis);
  return total === 0 ? null : knownOf(basis) / total;
}

/** Shares of a bar, running first, scaled so that most fills it. */
export function barOf(counts: Counts, most: number): { running: number; rest: number } {
  const scale = most > 0 ? 1 / most : 0;
  return { running: counts.running * scale, rest: (counts.projects - counts.running) * scale };
}

/** Class of an area on the map: 0 without projects, else 1 to 5 in steps that double. */
export function shadeOf(projects: number): 0 | 1 | 2 | 3 | 4 | 5 {
  if (projects <= 0) return 0;
  if (projects < 10) return 1;
  if (projects < 20) return 2;
  if (projects < 40) return 3;
  return projects < 80 ? 4 : 5;
}

export type RegionSection = "programme" | "maakunta" | "seutukunta" | "kunta" | "set" | "country";

/** Regions to choose from: the programme's and the maakunnat, and all kinds once a word is written. */
export function regionSections(
  regions: readonly Region[],
  word: string,
): { section: RegionSection; regions: Region[] }[] {
  const asked = fold(word);
  if (asked === "") {
    const of = (test: (r: Region) => boolean) => regions.filter(test);
    return [
      { section: "programme" as const, regions: of((r) => r.programme) },
      { section: "maakunta" as const, regions: of((r) => r.kind === "maakunta") },
      { section: "country" as const, regions: of((r) => r.kind === "country") },
    ].filter((s) => s.regions.length > 0);
  }
  const order: RegionSection[] = ["set", "maakunta", "seutukunta", "kunta", "country"];
  const hits = regions.filter((r) => [r.name, ...(r.names ?? [])].some((name) => fold(name).includes(asked)));
  const begins = (r: Region) => (fold(r.name).startsWith(asked) ? 0 : 1);
  return order
    .map((section) => ({
      section,
      regions: hits
        .filter((r) => r.kind === section)
        .sort((a, b) => begins(a) - begins(b))
        .slice(0, 30),
    }))
    .filter((s) => s.regions.length > 0);
}

/** A text in lines of at most so many letters; a longer word stands alone. */
export function linesOf(text: string, letters: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= letters)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

// Letters without dots and case, so that "seinajoki" finds Seinäjoki.
const fold = (text: string) => text.trim().toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");

/** Whether an id is that of a group. */
export const isGroup = (id: string) => LENSES.some((lens) => id.startsWith(`${lens}:`));

const SUGGESTED = 8;

/** The hit that a written text means without one being picked: the one of that name, else the only one. */
export function meantBy(text: string, hits: readonly Hit[]): Hit | undefined {
  const named = hits.filter((hit) => fold(hit.name) === fold(text));
  return named[0] ?? (hits.length === 1 ? hits[0] : undefined);
}

/**
 * What a way may start or end at, for a text being written: without a text the
 * region's own, else what the search found; groups where they are asked for.
 */
export function endsOf(
  text: string,
  found: Pick<SearchResult, "hits"> | undefined,
  landscape: Pick<Landscape, "matrix" | "groups" | "lens"> | undefined,
  groups: boolean,
) {
  const asked = fold(text);
  const near = (landscape?.groups ?? [])
    .filter((group) => group.kind === "named" && fold(group.name).includes(asked))
    .map(
      (group): Hit => ({ kind: "group", id: group.id, name: group.name, projects: group.counts.projects }),
    );
  const known = new Set(near.map((hit) => hit.id));
  const hits = asked.length > 1 ? (found?.hits ?? []) : [];
  const actors =
    asked === ""
      ? (landscape?.matrix.rows ?? [])
          .slice(0, SUGGESTED)
          .map((row): Hit => ({ kind: "actor", id: row.actor, name: row.name, projects: row.total }))
      : hits.filter((hit) => hit.kind === "actor");
  const groupHits = [...near, ...hits.filter((hit) => hit.kind === "group" && !known.has(hit.id))];
  return [
    {
      id: "actor",
      title: asked === "" ? "ui.route.suggested.actor" : "ui.search.actor",
      hits: actors,
    } as const,
    { id: "group", title: "ui.route.suggested.group", hits: groups ? groupHits : [] } as const,
  ].filter((section) => section.hits.length > 0);
}
