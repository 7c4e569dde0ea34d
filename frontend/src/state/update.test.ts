import { describe, expect, test } from "vitest";
import { follow, isTyping, update } from "./update";
import { START, type View } from "./view";

const lapland: View = { ...START, lang: "en", region: "maakunta:19", date: "2019-06-30" };

describe("update", () => {
  test("another region begins anew, keeping language and date", () => {
    const deep: View = {
      ...lapland,
      tab: "list",
      card: { kind: "group", id: "g" },
      filter: { text: "x" },
      ledHere: true,
    };
    expect(update(deep, { kind: "region", region: "maakunta:18" })).toEqual({
      ...lapland,
      region: "maakunta:18",
    });
    expect(update(deep, { kind: "leave" })).toEqual({ ...lapland, region: "" });
  });

  test("a card opens over the view and closes to the same view", () => {
    const open = update(lapland, { kind: "card", card: { kind: "actor", id: "a" } });
    expect(open).toEqual({ ...lapland, card: { kind: "actor", id: "a" } });
    expect(update(open, { kind: "card", card: null })).toEqual(lapland);
  });

  test("a filter is set, changed and taken away", () => {
    const one = update(lapland, { kind: "filter", key: "fund", value: "ESR" });
    expect(one.filter).toEqual({ fund: "ESR" });
    const two = update(one, { kind: "filter", key: "state", value: "running" });
    expect(two.filter).toEqual({ fund: "ESR", state: "running" });
    expect(update(two, { kind: "filter", key: "fund", value: "" }).filter).toEqual({ state: "running" });
    expect(update(two, { kind: "clear" }).filter).toEqual({});
  });

  test("the other table keeps the topic and starts in its own order", () => {
    const projects: View = {
      ...lapland,
      filter: { group: "g", fund: "ESR" },
      sort: { by: "to", descending: true },
    };
    const actors = update(projects, { kind: "table", table: "actors" });
    expect(actors.filter).toEqual({ group: "g" });
    expect(actors.sort).toEqual({ by: "projects", descending: true });
  });

  test("no action changes the view it was given", () => {
    const before = structuredClone(lapland);
    update(lapland, { kind: "list", table: "projects", filter: { theme: "poro" } });
    expect(lapland).toEqual(before);
  });
});

describe("follow", () => {
  test("a number opens its projects as a list without a card", () => {
    const open: View = { ...lapland, card: { kind: "group", id: "g" } };
    const view = update(open, follow({ kind: "projects", filter: { state: "ending" } }));
    expect(view).toMatchObject({ tab: "list", table: "projects", card: null, filter: { state: "ending" } });
  });

  test("a name opens its card, a place its region", () => {
    expect(follow({ kind: "group", id: "g" })).toEqual({ kind: "card", card: { kind: "group", id: "g" } });
    expect(follow({ kind: "region", id: "kunta:698" })).toEqual({ kind: "region", region: "kunta:698" });
  });
});

test("only written text replaces the address", () => {
  expect(isTyping({ kind: "filter", key: "text", value: "a" })).toBe(true);
  expect(isTyping({ kind: "filter", key: "fund", value: "ESR" })).toBe(false);
});
