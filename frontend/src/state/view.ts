// What a person looks at. All of it stands in the address (url.ts), every
// change of it is a function (update.ts), and what follows from it is derived
// (select.ts).
import type { components } from "../api/schema.gen";

export type Link = components["schemas"]["Link"];
export type Aid = components["schemas"]["Aid"];
export type Units = components["schemas"]["Units"];
export type Lang = "fi" | "sv" | "en";
export const LANGUAGES: readonly Lang[] = ["fi", "sv", "en"];

/** What projects are grouped by: what they are about, or who works together. */
export type Lens = components["schemas"]["Lens"];
export const LENSES: readonly Lens[] = ["topics", "cooperation"];

export type CardKind = "group" | "actor" | "project";
export interface Card {
  readonly kind: CardKind;
  readonly id: string;
}

/** A group or an actor opened into its projects and actors, in place of the whole picture. */
export interface Unfolded {
  readonly kind: "group" | "actor";
  readonly id: string;
  /** How far around an actor. */
  readonly steps: Steps;
  /** Marks at most. */
  readonly shown: number;
}
export type Steps = 1 | 2;
export const FEWEST_SHOWN = 36;
export const MOST_SHOWN = 120;
export const MORE_SHOWN = 12;

/** A question for the way between two; an end not chosen yet is empty. */
export interface Route {
  /** Id of an actor. */
  readonly from: string;
  /** Id of an actor or a group. */
  readonly to: string;
}

export type Table = "groups" | "projects" | "actors";
export const FILTERS = [
  "text",
  "state",
  "group",
  "actor",
  "theme",
  "target",
  "fund",
  "partners",
  "standing",
] as const;
export type FilterKey = (typeof FILTERS)[number];
export type Filter = { readonly [K in FilterKey]?: string };

/** The pages of who keeps the data, beside the landscape itself. */
export const DESKS = ["import", "review", "coverage"] as const;
export type Desk = (typeof DESKS)[number];

export interface Sort {
  readonly by: string;
  readonly descending: boolean;
}

export interface View {
  readonly lang: Lang;
  /** A page of the data instead of the landscape. */
  readonly desk: Desk | null;
  /** What that page shows: a draft, a tab; empty is its start. */
  readonly at: string;
  /** Region id; empty while none is chosen. */
  readonly region: string;
  /** Viewing date, yyyy-mm-dd; empty lets the server choose. */
  readonly date: string;
  readonly ledHere: boolean;
  /** Whether aid to single companies counts; auto leaves it to the server. */
  readonly aid: "auto" | Aid;
  /** Whether parts of an organisation count for themselves or for the whole. */
  readonly units: Units;
  readonly lens: Lens;
  /** auto leaves it to the lens, which opens as a list where partners are little known. */
  readonly tab: "auto" | "picture" | "list";
  readonly shape: "ring" | "matrix";
  readonly card: Card | null;
  readonly unfolded: Unfolded | null;
  readonly route: Route | null;
  readonly table: Table;
  readonly filter: Filter;
  readonly sort: Sort;
}

export const FIRST_TABLE: Readonly<Record<Lens, Table>> = { topics: "projects", cooperation: "groups" };

export const FIRST_SORT: Readonly<Record<Table, Sort>> = {
  groups: { by: "projects", descending: true },
  projects: { by: "name", descending: false },
  actors: { by: "projects", descending: true },
};

export const START: View = {
  lang: "fi",
  desk: null,
  at: "",
  region: "",
  date: "",
  ledHere: false,
  aid: "auto",
  units: "apart",
  lens: "topics",
  tab: "auto",
  shape: "ring",
  card: null,
  unfolded: null,
  route: null,
  table: "projects",
  filter: {},
  sort: FIRST_SORT.projects,
};

/** The region id of the whole country. */
export const COUNTRY = "fi";

/** The lens that a group belongs to, told by its id. */
export const lensOf = (group: string): Lens => (group.startsWith("cooperation:") ? "cooperation" : "topics");
