// What follows from the view and the data. Nothing here is stored.
import type { Basis, Counts, Landscape, Region } from "../api/types";
import type { Card } from "./view";

export type PictureSize = "wide" | "office" | "phone";
export const PHONE = "(max-width: 699px)";
export const OFFICE = "(max-height: 800px)";

/** A mark of the picture that can be pointed at. */
export interface Mark {
  readonly kind: "group" | "actor";
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

/** The order in which the arrow keys walk the picture: the ring, then those inside it. */
export function walkOf(landscape: Pick<Landscape, "groups" | "actors">): Mark[] {
  return [
    ...landscape.groups.map((g): Mark => ({ kind: "group", id: g.id })),
    ...landscape.actors.map((a): Mark => ({ kind: "actor", id: a.id })),
  ];
}

/** The mark after an arrow, Home or End key; null when the key does not walk. */
export function step(walk: readonly Mark[], from: number, key: string): number | null {
  const last = walk.length - 1;
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

// Letters without dots and case, so that "seinajoki" finds Seinäjoki.
const fold = (text: string) => text.trim().toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
