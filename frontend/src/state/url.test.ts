import { describe, expect, test } from "vitest";
import { read, write } from "./url";
import { START, type View } from "./view";

const full: View = {
  lang: "sv",
  region: "maakunta:19",
  date: "2018-12-31",
  ledHere: true,
  tab: "list",
  shape: "matrix",
  card: { kind: "project", id: "eura:A70009" },
  table: "actors",
  filter: { text: "yliopisto & co", group: "topics:eura:A1", standing: "own" },
  sort: { by: "name", descending: false },
};

describe("the address holds the view", () => {
  test("the start is an empty address", () => {
    expect(write(START)).toBe("");
    expect(read("")).toEqual(START);
  });

  test("what is written is read back", () => {
    expect(read(write(full))).toEqual(full);
  });

  test("the address can be read by a person", () => {
    expect(write({ ...START, region: "maakunta:19", card: { kind: "actor", id: "ytunnus:0292800-5" } })).toBe(
      "?alue=maakunta:19&kortti=toimija:ytunnus:0292800-5",
    );
  });

  test.each([
    ["a language that is not spoken", "?kieli=de"],
    ["a date that is none", "?pvm=eilen"],
    ["a card of no kind", "?kortti=kissa:1"],
    ["a card without id", "?kortti=hanke:"],
    ["a parameter of somebody else", "?utm_source=x"],
  ])("%s is ignored", (_, address) => {
    expect(read(address)).toEqual(START);
  });

  test("every table starts in its own order", () => {
    expect(read("?luettelo=toimijat").sort).toEqual({ by: "projects", descending: true });
    expect(read("?luettelo=toimijat&jarjestys=projects").sort).toEqual({ by: "projects", descending: false });
  });
});
