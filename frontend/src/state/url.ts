// The address holds the view: ?alue=maakunta:19&nakyma=lista&kortti=hanke:eura:A70009.
// Whatever equals the start is left out, and whatever cannot be read is ignored.
import {
  type Card,
  type CardKind,
  FILTERS,
  FIRST_SORT,
  type Filter,
  type FilterKey,
  LANGUAGES,
  type Lang,
  START,
  type View,
} from "./view";

const CARDS: Readonly<Record<CardKind, string>> = { group: "aihe", actor: "toimija", project: "hanke" };
const FILTER_NAMES: Readonly<Record<FilterKey, string>> = {
  text: "haku",
  state: "tila",
  group: "aihe",
  actor: "toimija",
  theme: "asiasana",
  target: "kohderyhma",
  fund: "rahasto",
  partners: "kumppanit",
  standing: "kotipaikka",
};

/** Reads a view from the query part of an address. */
export function read(search: string): View {
  const q = new URLSearchParams(search);
  const get = (name: string) => q.get(name) ?? "";
  const lang = get("kieli") as Lang;
  const date = get("pvm");
  const table = get("luettelo") === "toimijat" ? "actors" : "projects";
  const filter: { [K in FilterKey]?: string } = {};
  for (const key of FILTERS) {
    const value = get(FILTER_NAMES[key]);
    if (value) filter[key] = value;
  }
  return {
    lang: LANGUAGES.includes(lang) ? lang : START.lang,
    region: get("alue"),
    date: /^\d{4}-\d{2}-\d{2}$/.test(date) ? date : "",
    ledHere: get("johto") === "taalla",
    tab: get("nakyma") === "lista" ? "list" : "picture",
    shape: get("muoto") === "taulukko" ? "matrix" : "ring",
    card: readCard(get("kortti")),
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
  put("alue", view.region);
  put("nakyma", view.tab === "list" ? "lista" : "");
  put("muoto", view.shape === "matrix" ? "taulukko" : "");
  put("luettelo", view.table === "actors" ? "toimijat" : "");
  put("kortti", view.card ? `${CARDS[view.card.kind]}:${view.card.id}` : "");
  put("pvm", view.date);
  put("johto", view.ledHere ? "taalla" : "");
  writeFilter(view.filter, put);
  const first = FIRST_SORT[view.table];
  if (view.sort.by !== first.by || view.sort.descending !== first.descending) {
    put("jarjestys", view.sort.by);
    put("suunta", view.sort.descending ? "laskeva" : "");
  }
  put("kieli", view.lang === START.lang ? "" : view.lang);
  const text = q.toString().replaceAll("%3A", ":").replaceAll("%2C", ",");
  return text && `?${text}`;
}

function writeFilter(filter: Filter, put: (name: string, value: string | undefined) => void) {
  for (const key of FILTERS) put(FILTER_NAMES[key], filter[key]);
}

function readCard(text: string): Card | null {
  for (const [kind, name] of Object.entries(CARDS) as [CardKind, string][])
    if (text.startsWith(`${name}:`) && text.length > name.length + 1)
      return { kind, id: text.slice(name.length + 1) };
  return null;
}
