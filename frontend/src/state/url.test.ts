import { describe, expect, test } from "vitest";
import { read, write } from "./url";
import { START, type View } from "./view";

const full: View = {
  lang: "sv",
  desk: null,
  at: "",
  region: "maakunta:19",
  date: "2018-12-31",
  ledHere: true,
  aid: "with",
  units: "together",
  lens: "topics",
  tab: "list",
  shape: "matrix",
  card: { kind: "project", id: "eura:A70009" },
  unfolded: null,
  route: null,
  table: "actors",
  filter: { text: "yliopisto & co", group: "topics:eura:A1", standing: "own" },
  sort: { by: "name", descending: false },
};
const network = "cooperation:maakunta:19:ytunnus:0292800-5";
const together: View = {
  ...START,
  region: "maakunta:19",
  lens: "cooperation",
  table: "groups",
  sort: { by: "projects", descending: true },
};

describe("the address holds the view", () => {
  test("the start is an empty address", () => {
    expect(write(START)).toBe("");
    expect(read("")).toEqual(START);
  });

  test.each<[string, View]>([
    ["a list of organisations", full],
    ["a network", { ...together, card: { kind: "group", id: network } }],
    ["the picture of a lens that opens as a list", { ...together, tab: "picture" }],
    [
      "projects of a network",
      { ...together, tab: "list", table: "projects", filter: { group: network }, sort: START.sort },
    ],
    [
      "an unfolded network",
      { ...together, tab: "picture", unfolded: { kind: "group", id: network, steps: 1, shown: 36 } },
    ],
    ["surroundings", { ...START, unfolded: { kind: "actor", id: "ytunnus:0292800-5", steps: 2, shown: 48 } }],
    ["a route", { ...START, route: { from: "ytunnus:0292800-5", to: network } }],
    ["a page of the data", { ...START, desk: "import", at: "d-1", region: "maakunta:19" }],
    ["a route not begun", { ...START, route: { from: "", to: "" } }],
  ])("what is written is read back: %s", (_, view) => {
    expect(read(write(view))).toEqual(view);
  });

  test("the address can be read by a person", () => {
    expect(write({ ...START, region: "maakunta:19", card: { kind: "actor", id: "ytunnus:0292800-5" } })).toBe(
      "?alue=maakunta:19&kortti=toimija:ytunnus:0292800-5",
    );
    expect(
      write({ ...together, tab: "picture", unfolded: { kind: "group", id: network, steps: 1, shown: 48 } }),
    ).toBe(`?alue=maakunta:19&ryhmittely=yhteistyo&nakyma=kuva&avattu=verkosto:${network}&naytetaan=48`);
    expect(write({ ...START, route: { from: "name:a", to: "name:b" } })).toBe("?yhteys=name:a|name:b");
  });

  test("a group brings its lens along", () => {
    expect(read(`?kortti=verkosto:${network}`).lens).toBe("cooperation");
    expect(read("?ryhmittely=yhteistyo&aihe=topics:eura:A1").lens).toBe("topics");
  });

  test.each([
    ["a language that is not spoken", "?kieli=de"],
    ["a date that is none", "?pvm=eilen"],
    ["a card of no kind", "?kortti=kissa:1"],
    ["a card without id", "?kortti=hanke:"],
    ["a lens that is none", "?ryhmittely=vari"],
    ["an unfolded project", "?avattu=hanke:1"],
    ["a parameter of somebody else", "?utm_source=x"],
  ])("%s is ignored", (_, address) => {
    expect(read(address)).toEqual(START);
  });

  test.each(["0", "1000", "abc", "-3", "40.5"])("no picture is asked with %s marks", (shown) => {
    expect(read(`?avattu=toimija:a&naytetaan=${shown}`).unfolded?.shown).toBe(36);
  });

  test("every table starts in its own order, every lens with its own table", () => {
    expect(read("?luettelo=toimijat").sort).toEqual({ by: "projects", descending: true });
    expect(read("?luettelo=toimijat&jarjestys=projects").sort).toEqual({ by: "projects", descending: false });
    expect(read("?ryhmittely=yhteistyo").table).toBe("groups");
    expect(read("?ryhmittely=yhteistyo&luettelo=hankkeet").table).toBe("projects");
    expect(read("?luettelo=verkostot").table).toBe("projects");
  });
});
