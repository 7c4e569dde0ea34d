import { describe, expect, test } from "vitest";
import { follow, isTyping, update } from "./update";
import { FEWEST_SHOWN, START, type View } from "./view";

const lapland: View = { ...START, lang: "en", region: "maakunta:19", date: "2019-06-30" };
const together: View = {
  ...lapland,
  lens: "cooperation",
  table: "groups",
  sort: { by: "projects", descending: true },
};
const topic = "topics:eura:A70009";
const network = "cooperation:maakunta:19:ytunnus:0292800-5";

describe("update", () => {
  test("another region begins anew, keeping language, date and lens", () => {
    const deep: View = {
      ...lapland,
      tab: "list",
      card: { kind: "group", id: topic },
      unfolded: { kind: "group", id: topic, steps: 1, shown: 36 },
      route: { from: "a", to: "b" },
      filter: { text: "x" },
      ledHere: true,
    };
    expect(update(deep, { kind: "region", region: "maakunta:18" })).toEqual({
      ...lapland,
      region: "maakunta:18",
    });
    expect(update(deep, { kind: "leave" })).toEqual({ ...lapland, region: "" });
    expect(update(together, { kind: "region", region: "maakunta:18" })).toEqual({
      ...together,
      region: "maakunta:18",
    });
  });

  test("a page of the data keeps the landscape behind it, and looking at the landscape leads back", () => {
    const desk = update(lapland, { kind: "desk", desk: "import", at: "d-1" });
    expect(desk).toEqual({ ...lapland, desk: "import", at: "d-1" });
    expect(update(desk, { kind: "lang", lang: "sv" })).toEqual({ ...desk, lang: "sv" });
    expect(update(desk, { kind: "desk", desk: null })).toEqual(lapland);
    const card = { kind: "actor", id: "a" } as const;
    expect(update(desk, { kind: "card", card })).toEqual({ ...lapland, card });
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

  test("the other table keeps the group and starts in its own order", () => {
    const projects: View = {
      ...lapland,
      filter: { group: topic, fund: "ESR" },
      sort: { by: "to", descending: true },
    };
    const actors = update(projects, { kind: "table", table: "actors" });
    expect(actors.filter).toEqual({ group: topic });
    expect(actors.sort).toEqual({ by: "projects", descending: true });
  });

  test("no action changes the view it was given", () => {
    const before = structuredClone(lapland);
    update(lapland, { kind: "list", table: "projects", filter: { theme: "poro" } });
    update(lapland, { kind: "unfold", mark: { kind: "actor", id: "a" } });
    expect(lapland).toEqual(before);
  });
});

describe("the lens", () => {
  test("another one closes the groups of the former and opens as it opens", () => {
    const deep: View = {
      ...lapland,
      tab: "picture",
      card: { kind: "group", id: topic },
      unfolded: { kind: "group", id: topic, steps: 1, shown: 48 },
      filter: { group: topic, fund: "ESR" },
    };
    expect(update(deep, { kind: "lens", lens: "cooperation" })).toEqual({
      ...together,
      filter: { fund: "ESR" },
    });
  });

  test("keeps the cards and surroundings of organisations and projects", () => {
    const card = { kind: "project", id: "eura:A70009" } as const;
    const unfolded = { kind: "actor", id: "a", steps: 2, shown: 48 } as const;
    const seen = update({ ...lapland, card, unfolded }, { kind: "lens", lens: "cooperation" });
    expect(seen).toMatchObject({ lens: "cooperation", card, unfolded });
  });

  test("a list of projects stays a list of projects, that of networks has no counterpart", () => {
    const projects: View = { ...lapland, tab: "list", sort: { by: "to", descending: true } };
    const there = update(projects, { kind: "lens", lens: "cooperation" });
    expect(there).toMatchObject({ tab: "list", table: "projects", sort: projects.sort });
    expect(update({ ...together, tab: "list" }, { kind: "lens", lens: "topics" })).toEqual(lapland);
  });

  test("a group brings its lens along", () => {
    expect(update(lapland, { kind: "card", card: { kind: "group", id: network } })).toMatchObject({
      lens: "cooperation",
      card: { id: network },
    });
    expect(update(together, { kind: "list", table: "projects", filter: { group: topic } })).toMatchObject({
      lens: "topics",
      tab: "list",
      filter: { group: topic },
    });
    expect(update(together, { kind: "unfold", mark: { kind: "group", id: topic } })).toMatchObject({
      lens: "topics",
      unfolded: { id: topic },
    });
  });
});

describe("unfolding", () => {
  const unfolded = update(lapland, { kind: "unfold", mark: { kind: "actor", id: "a" } });

  test("takes the place of the picture, also from a list, and folds back to it", () => {
    const fromList = update(
      { ...together, tab: "list" },
      { kind: "unfold", mark: { kind: "group", id: network } },
    );
    expect(fromList.unfolded).toEqual({ kind: "group", id: network, steps: 1, shown: FEWEST_SHOWN });
    expect(update(fromList, { kind: "unfold", mark: null })).toEqual({ ...together, tab: "picture" });
  });

  test("reaches further and shows more, up to what a picture holds", () => {
    expect(update(unfolded, { kind: "steps", steps: 2 }).unfolded).toMatchObject({ steps: 2 });
    let view = unfolded;
    for (let i = 0; i < 20; i++) view = update(view, { kind: "more" });
    expect(view.unfolded?.shown).toBe(120);
    expect(update(unfolded, { kind: "more" }).unfolded?.shown).toBe(48);
    expect(update(lapland, { kind: "more" })).toEqual(lapland);
  });

  test("a tab leads back to the whole", () => {
    expect(update(unfolded, { kind: "tab", tab: "list" })).toMatchObject({ tab: "list", unfolded: null });
  });
});

describe("a route", () => {
  const asked = update(
    { ...lapland, card: { kind: "actor", id: "b" } },
    { kind: "route", route: { from: "a", to: "b" } },
  );

  test("takes the page and closes the card it came from", () => {
    expect(asked).toEqual({ ...lapland, route: { from: "a", to: "b" } });
  });

  test("is asked again of another region", () => {
    expect(update(asked, { kind: "route", route: asked.route, region: "fi" })).toEqual({
      ...asked,
      region: "fi",
    });
  });

  test("stays while the card of a station is open, and gives way to a picture", () => {
    expect(update(asked, { kind: "card", card: { kind: "project", id: "p" } }).route).toEqual(asked.route);
    expect(update(asked, { kind: "unfold", mark: { kind: "actor", id: "a" } }).route).toBeNull();
    expect(update(asked, { kind: "tab", tab: "picture" }).route).toBeNull();
  });
});

describe("follow", () => {
  test("a number opens its projects as a list without a card", () => {
    const open: View = { ...lapland, card: { kind: "group", id: topic } };
    const view = update(open, follow({ kind: "projects", filter: { state: "ending" } }));
    expect(view).toMatchObject({ tab: "list", table: "projects", card: null, filter: { state: "ending" } });
  });

  test("a number of what is left out brings company aid in, and it stays over the next choices", () => {
    const view = update(lapland, follow({ kind: "projects", filter: { aid: "with", actor: "a" } }));
    expect(view).toMatchObject({ tab: "list", aid: "with", filter: { actor: "a" } });
    expect(update(view, follow({ kind: "projects", filter: { state: "ending" } })).aid).toBe("with");
    expect(update(view, { kind: "region", region: "kunta:698" })).toMatchObject({ aid: "with", filter: {} });
  });

  test("counting parts together closes what belongs to groups of before", () => {
    const open: View = {
      ...lapland,
      card: { kind: "group", id: topic },
      filter: { group: topic, fund: "ESR" },
    };
    const view = update(open, { kind: "units", units: "together" });
    expect(view).toMatchObject({ units: "together", card: null, filter: { fund: "ESR" } });
  });

  test("a name opens its card, a place its region, a path its two ends", () => {
    expect(follow({ kind: "group", id: "g" })).toEqual({ kind: "card", card: { kind: "group", id: "g" } });
    expect(follow({ kind: "region", id: "kunta:698" })).toEqual({ kind: "region", region: "kunta:698" });
    expect(follow({ kind: "path", id: "a", filter: { actor: "b" } })).toEqual({
      kind: "route",
      route: { from: "a", to: "b" },
    });
    expect(follow({ kind: "path" })).toEqual({ kind: "route", route: { from: "", to: "" } });
  });
});

test("only written text replaces the address", () => {
  expect(isTyping({ kind: "filter", key: "text", value: "a" })).toBe(true);
  expect(isTyping({ kind: "filter", key: "fund", value: "ESR" })).toBe(false);
  expect(isTyping({ kind: "lens", lens: "cooperation" })).toBe(false);
});
