// The address holds the view: ?alue=maakunta:19&nakyma=lista&kortti=hanke:eura:A70009.
// Whatever equals the start is left out, and whatever cannot be read is ignored.
import {
  type Card,
  DESKS,
  type Desk,
  FEWEST_SHOWN,
  FILTERS,
  FIRST_SORT,
  FIRST_TABLE,
  type Filter,
  type FilterKey,
  LANGUAGES,
  type Lang,
  type Lens,
  lensOf,
  MOST_SHOWN,
  type Route,
  START,
  type Table,
  type Unfolded,
  type View,
} from "./view";

const GROUPS: Readonly<Record<Lens, string>> = { topics: "aihe", cooperation: "verkosto" };
const KINDS: Readonly<Record<string, Card["kind"]>> = {
  [GROUPS.topics]: "group",
  [GROUPS.cooperation]: "group",
  toimija: "actor",
  hanke: "project",
};
const TABLES: Readonly<Record<Table, string>> = {
  groups: "verkostot",
  projects: "hankkeet",
  actors: "toimijat",
};
const FILTER_NAMES: Readonly<Record<Exclude<FilterKey, "group">, string>> = {
  text: "haku",
  state: "tila",
  actor: "toimija",
  theme: "asiasana",
  target: "kohderyhma",
  fund: "rahasto",
  partners: "kumppanit",
  standing: "kotipaikka",
};

const DESK_NAMES: Readonly<Record<Desk, string>> = {
  import: "tuonti",
  review: "toimijat",
  coverage: "kattavuus",
};

/** Reads a view from the query part of an address. */
export function read(search: string): View {
  const q = new URLSearchParams(search);
  const get = (name: string) => q.get(name) ?? "";
  const lang = get("kieli") as Lang;
  const date = get("pvm");
  const card = readMark(get("kortti"));
  const unfolded = readUnfolded(get);
  const filter = readFilter(get);
  // A group brings its lens along.
  const group = [card, unfolded].find((mark) => mark?.kind === "group")?.id ?? filter.group;
  const lens = group ? lensOf(group) : get("ryhmittely") === "yhteistyo" ? "cooperation" : "topics";
  const table = readTable(get("luettelo"), lens);
  const desk = DESKS.find((d) => DESK_NAMES[d] === get("sivu")) ?? null;
  return {
    desk,
    at: desk ? get("kohta") : "",
    lang: LANGUAGES.includes(lang) ? lang : START.lang,
    region: get("alue"),
    date: /^\d{4}-\d{2}-\d{2}$/.test(date) ? date : "",
    ledHere: get("johto") === "taalla",
    aid: get("yritystuki") === "mukana" ? "with" : get("yritystuki") === "pois" ? "without" : "auto",
    units: get("osat") === "yhdessa" ? "together" : "apart",
    lens,
    tab: get("nakyma") === "lista" ? "list" : get("nakyma") === "kuva" ? "picture" : "auto",
    shape: get("muoto") === "taulukko" ? "matrix" : "ring",
    card,
    unfolded,
    route: readRoute(q.get("yhteys")),
    table,
    filter,
    sort: q.has("jarjestys")
      ? { by: get("jarjestys"), descending: get("suunta") === "laskeva" }
      : FIRST_SORT[table],
  };
}

/** Writes a view as the query part of an address, "" for the start. */
export function write(view: View): string {
  const q = new URLSearchParams();
  const put = (name: string, value: string | undefined) => value && q.set(name, value);
  if (view.desk) {
    put("sivu", DESK_NAMES[view.desk]);
    put("kohta", view.at);
  }
  put("alue", view.region);
  put("ryhmittely", view.lens === "cooperation" ? "yhteistyo" : "");
  put("nakyma", writeTab(view));
  put("muoto", view.shape === "matrix" ? "taulukko" : "");
  put("luettelo", view.table === FIRST_TABLE[view.lens] ? "" : TABLES[view.table]);
  if (view.unfolded) {
    put("avattu", writeMark(view.unfolded));
    put("askelia", view.unfolded.steps === 2 ? "2" : "");
    put("naytetaan", view.unfolded.shown === FEWEST_SHOWN ? "" : String(view.unfolded.shown));
  }
  put("yhteys", view.route ? `${view.route.from}|${view.route.to}` : "");
  put("kortti", view.card ? writeMark(view.card) : "");
  put("pvm", view.date);
  put("johto", view.ledHere ? "taalla" : "");
  put("yritystuki", { auto: "", with: "mukana", without: "pois" }[view.aid]);
  put("osat", view.units === "together" ? "yhdessa" : "");
  for (const key of FILTERS) put(filterName(key, view.filter[key]), view.filter[key]);
  const first = FIRST_SORT[view.table];
  if (view.sort.by !== first.by || view.sort.descending !== first.descending) {
    put("jarjestys", view.sort.by);
    put("suunta", view.sort.descending ? "laskeva" : "");
  }
  put("kieli", view.lang === START.lang ? "" : view.lang);
  const text = q.toString().replaceAll("%3A", ":").replaceAll("%2C", ",").replaceAll("%7C", "|");
  return text && `?${text}`;
}

// Topics always open as a picture, so only the other lens has to say it.
function writeTab({ tab, lens }: View): string {
  if (tab === "list") return "lista";
  return tab === "picture" && lens === "cooperation" ? "kuva" : "";
}

const writeMark = ({ kind, id }: Pick<Card, "kind" | "id">) =>
  `${kind === "group" ? GROUPS[lensOf(id)] : kind === "actor" ? "toimija" : "hanke"}:${id}`;

function readMark(text: string): Card | null {
  const [, word = "", id = ""] = /^(\w+):(.+)$/.exec(text) ?? [];
  const kind = KINDS[word];
  return kind && id ? { kind, id } : null;
}

function readUnfolded(get: (name: string) => string): Unfolded | null {
  const mark = readMark(get("avattu"));
  if (mark === null || mark.kind === "project") return null;
  const shown = Number(get("naytetaan"));
  return {
    kind: mark.kind,
    id: mark.id,
    steps: get("askelia") === "2" ? 2 : 1,
    shown: Number.isInteger(shown) && shown >= FEWEST_SHOWN && shown <= MOST_SHOWN ? shown : FEWEST_SHOWN,
  };
}

function readRoute(text: string | null): Route | null {
  if (text === null) return null;
  // The id of an actor holds no bar.
  const bar = text.indexOf("|");
  return bar < 0 ? { from: "", to: text } : { from: text.slice(0, bar), to: text.slice(bar + 1) };
}

function readTable(word: string, lens: Lens): Table {
  const table = (Object.keys(TABLES) as Table[]).find((t) => TABLES[t] === word);
  return table === undefined || (table === "groups" && lens === "topics") ? FIRST_TABLE[lens] : table;
}

const filterName = (key: FilterKey, value: string | undefined) =>
  key === "group" ? GROUPS[lensOf(value ?? "")] : FILTER_NAMES[key];

function readFilter(get: (name: string) => string): Filter {
  const filter: { [K in FilterKey]?: string } = {};
  for (const key of FILTERS) {
    const value = key === "group" ? get(GROUPS.topics) || get(GROUPS.cooperation) : get(FILTER_NAMES[key]);
    if (value) filter[key] = value;
  }
  return filter;
}
