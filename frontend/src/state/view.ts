// What a person looks at. All of it stands in the address (url.ts), every
// change of it is a function (update.ts), and what follows from it is derived
// (select.ts).
import type { components } from "../api/schema.gen";

export type Link = components["schemas"]["Link"];
export type Lang = "fi" | "sv" | "en";
export const LANGUAGES: readonly Lang[] = ["fi", "sv", "en"];

export type CardKind = "group" | "actor" | "project";
export interface Card {
  readonly kind: CardKind;
  readonly id: string;
}

export type Table = "projects" | "actors";
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

export interface Sort {
  readonly by: string;
  readonly descending: boolean;
}

export interface View {
  readonly lang: Lang;
  /** Region id; empty while none is chosen. */
  readonly region: string;
  /** Viewing date, yyyy-mm-dd; empty lets the server choose. */
  readonly date: string;
  readonly ledHere: boolean;
  readonly tab: "picture" | "list";
  readonly shape: "ring" | "matrix";
  readonly card: Card | null;
  readonly table: Table;
  readonly filter: Filter;
  readonly sort: Sort;
}

export const FIRST_SORT: Readonly<Record<Table, Sort>> = {
  projects: { by: "name", descending: false },
  actors: { by: "projects", descending: true },
};

export const START: View = {
  lang: "fi",
  region: "",
  date: "",
  ledHere: false,
  tab: "picture",
  shape: "ring",
  card: null,
  table: "projects",
  filter: {},
  sort: FIRST_SORT.projects,
};
