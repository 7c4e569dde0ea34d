import {
  type Card,
  FIRST_SORT,
  type Filter,
  type FilterKey,
  type Lang,
  type Link,
  START,
  type Table,
  type View,
} from "./view";

export type Action =
  | { kind: "region"; region: string }
  | { kind: "leave" }
  | { kind: "card"; card: Card | null; region?: string }
  | { kind: "tab"; tab: View["tab"] }
  | { kind: "shape"; shape: View["shape"] }
  | { kind: "table"; table: Table }
  | { kind: "list"; table: Table; filter: Filter; region?: string }
  | { kind: "filter"; key: FilterKey; value: string }
  | { kind: "clear" }
  | { kind: "sort"; by: string; descending: boolean }
  | { kind: "date"; date: string }
  | { kind: "ledHere"; ledHere: boolean }
  | { kind: "lang"; lang: Lang };

/** The view after an action. */
export function update(view: View, action: Action): View {
  switch (action.kind) {
    case "region":
      return { ...atHome(view), region: action.region };
    case "leave":
      return { ...atHome(view), region: "" };
    case "card":
      return { ...view, region: action.region ?? view.region, card: action.card };
    case "tab":
      return { ...view, tab: action.tab };
    case "shape":
      return { ...view, shape: action.shape };
    case "table":
      return { ...view, table: action.table, sort: FIRST_SORT[action.table], filter: keepGroup(view.filter) };
    case "list":
      return {
        ...view,
        region: action.region ?? view.region,
        tab: "list",
        card: null,
        table: action.table,
        filter: action.filter,
        sort: FIRST_SORT[action.table],
      };
    case "filter": {
      const { [action.key]: _, ...rest } = view.filter;
      return { ...view, filter: action.value ? { ...rest, [action.key]: action.value } : rest };
    }
    case "clear":
      return { ...view, filter: {} };
    case "sort":
      return { ...view, sort: { by: action.by, descending: action.descending } };
    case "date":
      return { ...view, date: action.date };
    case "ledHere":
      return { ...view, ledHere: action.ledHere };
    case "lang":
      return { ...view, lang: action.lang };
  }
}

/** Typing replaces the address; every choice is a step that Back undoes. */
export const isTyping = (action: Action) => action.kind === "filter" && action.key === "text";

/** What a link in a sentence of the server does. */
export function follow(link: Link): Action {
  switch (link.kind) {
    case "projects":
      return { kind: "list", table: "projects", filter: { ...link.filter } };
    case "actors":
      return { kind: "list", table: "actors", filter: { ...link.filter } };
    case "region":
      return { kind: "region", region: link.id ?? "" };
    case "path":
      return { kind: "card", card: null };
    default:
      return { kind: "card", card: { kind: link.kind, id: link.id ?? "" } };
  }
}

const atHome = (view: View): View => ({ ...START, lang: view.lang, date: view.date });

// Topics are the same everywhere, so a topic chosen for one table suits the other.
const keepGroup = (filter: Filter): Filter => (filter.group ? { group: filter.group } : {});
