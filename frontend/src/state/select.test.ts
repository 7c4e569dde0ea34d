import { describe, expect, test } from "vitest";
import type { Region } from "../api/types";
import {
  barOf,
  bridgesOf,
  contentsOf,
  coverageOf,
  endsOf,
  linesOf,
  meantBy,
  nearIn,
  nearOf,
  regionSections,
  rowsOf,
  shadeOf,
  step,
  tabOf,
  walkOf,
} from "./select";
import { START } from "./view";

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
    expect(step(walk.length, from, key)).toBe(to);
  });
});

describe("the tab in view", () => {
  const together = { ...START, lens: "cooperation" } as const;
  test.each([
    ["topics open as a picture", START, undefined, "picture"],
    ["cooperation waits for the server", together, undefined, null],
    ["and opens as it says", together, "list", "list"],
    ["as a picture too", together, "picture", "picture"],
    ["a choice wins", { ...together, tab: "picture" }, "list", "picture"],
    ["a route lies on none", { ...START, route: { from: "", to: "" } }, undefined, null],
  ] as const)("%s", (_, view, opens, tab) => {
    expect(tabOf(view, opens)).toBe(tab);
  });
});

describe("an unfolded picture", () => {
  type Unfolded = Parameters<typeof contentsOf>[0];
  const mark = (kind: "project" | "actor", id: string) => ({ kind, id }) as Unfolded["marks"][number];
  const unfolded = {
    marks: [
      mark("actor", "amk"),
      mark("project", "poro"),
      mark("project", "puu"),
      mark("actor", "redu"),
      mark("actor", "far"),
    ],
    ties: [
      { project: "poro", actor: "amk" },
      { project: "puu", actor: "amk" },
      { project: "puu", actor: "redu" },
    ] as Unfolded["ties"],
  };

  test("lights a mark with those it is tied to", () => {
    expect([...(nearIn(unfolded, { kind: "actor", id: "redu" }) ?? [])]).toEqual(["redu", "puu"]);
    expect(nearIn(unfolded, { kind: "actor", id: "elsewhere" })).toBeNull();
    expect(nearIn(unfolded, null)).toBeNull();
  });

  test("is the same as a list", () => {
    const { projects, others } = contentsOf(unfolded);
    expect(projects.map((p) => `${p.project.id}: ${p.actors.map((a) => a.id).join(" ")}`)).toEqual([
      "poro: amk",
      "puu: amk redu",
    ]);
    expect(others.map((a) => a.id)).toEqual(["far"]);
  });
});

test("rows go by size, and groups without a name of their own come last", () => {
  const group = (id: string, kind: string, projects: number) => ({ id, kind, counts: { projects } });
  const groups = [
    group("a", "named", 2),
    group("rest", "rest", 9),
    group("b", "named", 5),
    group("one", "single", 12),
  ];
  expect(rowsOf({ groups } as unknown as Parameters<typeof rowsOf>[0]).map((g) => g.id)).toEqual([
    "b",
    "a",
    "one",
    "rest",
  ]);
});

test("a network has the bridge-builders that reach it", () => {
  const bridges = [
    { actor: { id: "x" }, groups: [{ id: "a" }, { id: "b" }] },
    { actor: { id: "y" }, groups: [{ id: "b" }] },
  ] as unknown as Parameters<typeof bridgesOf>[0]["bridges"];
  expect(bridgesOf({ bridges }, "a").map((b) => b.actor.id)).toEqual(["x"]);
  expect(bridgesOf({ bridges }, "b").map((b) => b.actor.id)).toEqual(["x", "y"]);
});

describe("the ends of a route", () => {
  const landscape = {
    lens: "cooperation",
    groups: [
      {
        id: "cooperation:all:a",
        name: "Oulun yliopisto kumppaneineen",
        kind: "named",
        counts: { projects: 9 },
      },
      {
        id: "cooperation:all:single",
        name: "Yhden hankkeen ryhmät (3)",
        kind: "single",
        counts: { projects: 3 },
      },
    ],
    matrix: { rows: [{ actor: "amk", name: "Lapin AMK", total: 4 }] },
  } as unknown as Parameters<typeof endsOf>[2];
  const found = {
    hits: [
      { kind: "actor", id: "oy", name: "Oulun yliopisto" },
      { kind: "project", id: "p", name: "Oulu" },
      { kind: "group", id: "topics:o", name: "Oulu ja satama" },
    ],
  } as Parameters<typeof endsOf>[1];
  const ids = (text: string, groups: boolean) =>
    endsOf(text, found, landscape, groups).map((s) => `${s.id}: ${s.hits.map((h) => h.id).join(" ")}`);

  test("without a text are the region's own", () => {
    expect(ids("", true)).toEqual(["actor: amk", "group: cooperation:all:a"]);
    expect(ids("", false)).toEqual(["actor: amk"]);
  });

  test("with a text are organisations found, and groups where they may be an end", () => {
    expect(ids("oulu", true)).toEqual(["actor: oy", "group: cooperation:all:a topics:o"]);
    expect(ids("OULU", false)).toEqual(["actor: oy"]);
  });
});

describe("Enter on a written text", () => {
  const hits = [
    { kind: "actor", id: "sr", name: "Lapin yliopiston tiedesäätiö" },
    { kind: "actor", id: "ly", name: "Lapin yliopisto" },
  ] as Parameters<typeof meantBy>[1];

  test("means the hit of that name, whatever comes first", () => {
    expect(meantBy("lapin yliopisto", hits)?.id).toBe("ly");
    expect(meantBy(" LAPIN YLIOPISTON TIEDESAATIO ", hits)?.id).toBe("sr");
  });

  test("means the only hit, and none of several", () => {
    expect(meantBy("tiedes", hits.slice(0, 1))?.id).toBe("sr");
    expect(meantBy("lapin", hits)).toBeUndefined();
    expect(meantBy("lapin", [])).toBeUndefined();
  });
});

test("a long name is cut into lines between its words", () => {
  expect(linesOf("Lapin ammattikorkeakoulu Oy", 12)).toEqual(["Lapin", "ammattikorkeakoulu", "Oy"]);
  expect(linesOf("aa bb cc", 5)).toEqual(["aa bb", "cc"]);
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
