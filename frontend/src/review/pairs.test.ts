import { describe, expect, test } from "vitest";
import type { components } from "../api/schema.gen";
import { decisionOf, pairKey, proposed } from "./pairs";

const actor = (id: string): components["schemas"]["CandidateActor"] => ({
  id,
  name: id,
  kind: "company",
  side: "companies",
  projects: 1,
  names: [],
  ids: [],
  examples: [],
});
const pair: components["schemas"]["Candidate"] = {
  a: actor("name:b"),
  b: actor("name:a"),
  score: 0.9,
  reasons: [],
  circumstances: [],
  suggestion: "successor-of",
  from: "2018-01-01",
  later: false,
};

describe("an answer about a pair", () => {
  test("names the part before the whole", () => {
    expect(decisionOf(pair, "part", false).actors).toEqual(["name:a", "name:b"]);
    expect(decisionOf(pair, "part", true).actors).toEqual(["name:b", "name:a"]);
  });
  test("names the new before the old, with the day only as it was proposed", () => {
    expect(decisionOf(pair, "successor", false)).toEqual({
      kind: "successor-of",
      actors: ["name:b", "name:a"],
      from: "2018-01-01",
    });
    expect(decisionOf(pair, "successor", true)).toEqual({
      kind: "successor-of",
      actors: ["name:a", "name:b"],
    });
  });
  test("is proposed as the program suggests", () => {
    expect(proposed(pair)).toBe("successor");
  });
  test("belongs to the pair whichever side its actors stand on", () => {
    expect(pairKey(pair)).toBe(pairKey({ ...pair, a: pair.b, b: pair.a }));
  });
});
