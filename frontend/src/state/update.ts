import {
  type Card,
  COUNTRY,
  type Desk,
  FEWEST_SHOWN,
  FIRST_SORT,
  FIRST_TABLE,
  type Filter,
  type FilterKey,
  type Lang,
  type Lens,
  type Link,
  lensOf,
  MORE_SHOWN,
  MOST_SHOWN,
  type Route,
  START,
  type Steps,
  type Table,
  type Unfolded,
  type View,
} from "./view";

export type Action =
  | { kind: "region"; region: string }
  | { kind: "leave" }
  | { kind: "desk"; desk: Desk | null; at?: string; region?: string }
  | { kind: "lens"; lens: Lens }
  | { kind: "card"; card: Card | null; region?: string }
  | { kind: "tab"; tab: View["tab"] }
  | { kind: "shape"; shape: View["shape"] }
  | { kind: "unfold"; mark: Pick<Unfolded, "kind" | "id"> | null }
  | { kind: "steps"; steps: Steps }
  | { kind: "more" }
  | { kind: "route"; route: Route | null; region?: string }
  | { kind: "table"; table: Table }
  | { kind: "networks" }
  | { kind: "list"; table: Table; filter: Filter; region?: string; aid?: View["aid"] }
  | { kind: "filter"; key: FilterKey; value: string }
  | { kind: "clear" }
  | { kind: "sort"; by: string; descending: boolean }
  | { kind: "date"; date: string }
  | { kind: "ledHere"; ledHere: boolean }
  | { kind: "aid"; aid: View["aid"] }
  | { kind: "units"; units: View["units"] }
  | { kind: "lang"; lang: Lang };

/** The view after an action. What is done to the landscape leads back to it. */
export function update(before: View, action: Action): View {
  const view = action.kind === "desk" || action.kind === "lang" ? before : { ...before, desk: null, at: "" };
  switch (action.kind) {
    case "region":
      return { ...atHome(view), region: action.region };
    case "leave":
      return { ...atHome(view), region: "" };
    case "desk":
      return { ...view, desk: action.desk, at: action.at ?? "", region: action.region ?? view.region };
    case "lens":
      return throughLens(view, action.lens);
    case "card": {
      const { card, region } = action;
      const seen = card?.kind === "group" ? throughLens(view, lensOf(card.id)) : view;
      return { ...seen, region: region ?? view.region, card };
    }
    case "tab":
      return { ...view, tab: action.tab, unfolded: null, route: null };
    case "shape":
      return { ...view, shape: action.shape };
    case "unfold": {
      const { mark } = action;
      if (mark === null) return { ...view, unfolded: null };
      const seen = mark.kind === "group" ? throughLens(view, lensOf(mark.id)) : view;
      // Coming back leads to the whole picture, also from a list.
      return { ...seen, tab: "picture", route: null, unfolded: { ...mark, steps: 1, shown: FEWEST_SHOWN } };
    }
    case "steps":
      return view.unfolded ? { ...view, unfolded: { ...view.unfolded, steps: action.steps } } : view;
    case "more": {
      const { unfolded } = view;
      if (!unfolded) return view;
      return {
        ...view,
        unfolded: { ...unfolded, shown: Math.min(unfolded.shown + MORE_SHOWN, MOST_SHOWN) },
      };
    }
    case "route":
      return {
        ...(action.region === undefined ? view : { ...atHome(view), region: action.region }),
        route: action.route,
        card: null,
      };
    case "table":
      return { ...view, table: action.table, sort: FIRST_SORT[action.table], filter: keepGroup(view.filter) };
    case "networks":
      return { ...throughLens(view, "cooperation"), tab: "list", table: "groups", filter: {}, card: null };
    case "list": {
      const { table, filter, region, aid } = action;
      const seen = filter.group ? throughLens(view, lensOf(filter.group)) : view;
      return {
        ...seen,
        region: region ?? (view.region || COUNTRY),
        aid: aid ?? view.aid,
        tab: "list",
        card: null,
        unfolded: null,
        route: null,
        table,
        filter,
        sort: FIRST_SORT[table],
      };
    }
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
    case "aid":
      // Groups are found anew: a card or a group of the other ones may be gone.
      return { ...view, aid: action.aid, card: null, unfolded: null, filter: withoutGroup(view.filter) };
    case "units":
      return { ...view, units: action.units, card: null, unfolded: null, filter: withoutGroup(view.filter) };
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
    case "actors": {
      const { aid, ...filter } = link.filter ?? {};
      return { kind: "list", table: link.kind, filter, ...(aid && { aid }) };
    }
    case "region":
      return { kind: "region", region: link.id ?? "" };
    case "path":
      return { kind: "route", route: { from: link.id ?? "", to: link.filter?.actor ?? "" } };
    default:
      return { kind: "card", card: { kind: link.kind, id: link.id ?? "" } };
  }
}

const atHome = (view: View): View => ({
  ...START,
  lang: view.lang,
  date: view.date,
  aid: view.aid,
  units: view.units,
  lens: view.lens,
  table: FIRST_TABLE[view.lens],
  sort: FIRST_SORT[FIRST_TABLE[view.lens]],
});

// Groups belong to their lens: another one closes them. A list of projects or
// organisations stays in view, all else opens as the lens opens.
function throughLens(view: View, lens: Lens): View {
  if (lens === view.lens) return view;
  const { group: _, ...filter } = view.filter;
  const stays = view.tab === "list" && view.table !== "groups";
  const table = stays ? view.table : FIRST_TABLE[lens];
  return {
    ...view,
    lens,
    tab: stays ? "list" : "auto",
    table,
    sort: table === view.table ? view.sort : FIRST_SORT[table],
    filter,
    card: view.card?.kind === "group" ? null : view.card,
    unfolded: view.unfolded?.kind === "group" ? null : view.unfolded,
  };
}

// A group chosen for one table suits the other.
function withoutGroup({ group: _, ...filter }: Filter): Filter {
  return filter;
}

const keepGroup = (filter: Filter): Filter => (filter.group ? { group: filter.group } : {});
