import { describe, expect, test } from "vitest";
import type { Region } from "../api/types";
import { barOf, coverageOf, nearOf, regionSections, shadeOf, step, walkOf } from "./select";

const path = [0, 0, 1, 1, 2, 2];
const ties = [
  { actor: "lapin-amk", group: "matkailu", projects: 2, path },
  { actor: "lapin-amk", group: "puu", projects: 1, path },
  { actor: "redu", group: "puu", projects: 1, path },
];

describe("the neighbourhood of a mark", () => {
  test("of a topic: those who work in it", () => {
    const near = nearOf({ ties }, { kind: "group", id: "puu" });
    expect([...(near?.actors ?? [])]).toEqual(["lapin-amk", "redu"]);
    expect([...(near?.groups ?? [])]).toEqual(["puu"]);
    expect(ties.map((tie) => near?.tie(tie))).toEqual([false, true, true]);
  });

  test("of an organisation: its topics", () => {
    const near = nearOf({ ties }, { kind: "actor", id: "lapin-amk" });
    expect([...(near?.groups ?? [])]).toEqual(["matkailu", "puu"]);
  });

  test("of nothing and of a project: none", () => {
    expect(nearOf({ ties }, null)).toBeNull();
    expect(nearOf({ ties }, { kind: "project", id: "p" })).toBeNull();
  });
});

describe("the walk of the arrow keys", () => {
  const walk = walkOf({
    groups: [{ id: "a" }, { id: "b" }] as Parameters<typeof walkOf>[0]["groups"],
    actors: [{ id: "x" }] as Parameters<typeof walkOf>[0]["actors"],
  });

  test("goes around the ring, then inside it", () => {
    expect(walk.map((mark) => `${mark.kind} ${mark.id}`)).toEqual(["group a", "group b", "actor x"]);
  });

  test.each([
    [0, "ArrowRight", 1],
    [2, "ArrowDown", 0],
    [0, "ArrowLeft", 2],
    [1, "Home", 0],
    [0, "End", 2],
    [0, "a", null],
  ])("from %d by %s to %s", (from, key, to) => {
    expect(step(walk, from, key)).toBe(to);
  });
});

test("coverage is the share of projects that are listed or known to be alone", () => {
  expect(coverageOf({ listed: 155, alone: 147, unknown: 184 })).toBeCloseTo(302 / 486);
  expect(coverageOf({ listed: 0, alone: 0, unknown: 0 })).toBeNull();
});

test("a bar is running first, then the rest, on the scale of the longest", () => {
  const counts = { projects: 8, running: 6, ended: 1, upcoming: 1, unknown: 0 };
  expect(barOf(counts, 16)).toEqual({ running: 0.375, rest: 0.125 });
  expect(barOf(counts, 0)).toEqual({ running: 0, rest: 0 });
});

test.each([
  [0, 0],
  [1, 1],
  [9, 1],
  [10, 2],
  [39, 3],
  [40, 4],
  [80, 5],
])("%d projects are of class %d on the map", (projects, shade) => {
  expect(shadeOf(projects)).toBe(shade);
});

describe("the regions to choose from", () => {
  const region = (id: string, name: string, more: Partial<Region> = {}) =>
    ({ id, name, kind: id.split(":")[0], programme: false, names: [], ...more }) as Region;
  const regions = [
    region("country:FI", "Koko Suomi"),
    region("maakunta:19", "Lappi", { programme: true, names: ["Lappland", "Lapland"] }),
    region("seutukunta:142", "Seinäjoki"),
    region("kunta:743", "Seinäjoki"),
    region("kunta:408", "Lapua"),
  ];
  const found = (word: string) =>
    regionSections(regions, word).map((s) => `${s.section}: ${s.regions.map((r) => r.id).join(" ")}`);

  test("at first the programme's and the maakunnat", () => {
    expect(found("")).toEqual(["programme: maakunta:19", "maakunta: maakunta:19", "country: country:FI"]);
  });

  test("a word without dots reaches every kind", () => {
    expect(found("seinajoki")).toEqual(["seutukunta: seutukunta:142", "kunta: kunta:743"]);
  });

  test("the names in the other languages are found too", () => {
    expect(found("lappland")).toEqual(["maakunta: maakunta:19"]);
  });
});
