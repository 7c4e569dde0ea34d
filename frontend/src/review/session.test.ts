import { describe, expect, test } from "vitest";
import type { components } from "../api/schema.gen";
import type { Answer } from "./pairs";
import { answeredOf, FRESH, happen, openPairs, type Session, type Step } from "./session";

type Candidate = components["schemas"]["Candidate"];

const pair = (name: string): Candidate => {
  const side = (id: string): components["schemas"]["CandidateActor"] => ({
    id,
    name: id,
    kind: "company",
    side: "companies",
    projects: 1,
    names: [],
    ids: [],
    examples: [],
  });
  return {
    a: side(`${name}1`),
    b: side(`${name}2`),
    score: 1,
    reasons: [],
    circumstances: [],
    suggestion: "merge",
    later: false,
  };
};
const [a, b, c] = [pair("a"), pair("b"), pair("c")];
const step = (id: number, of: Candidate, answer: Answer = "same", aside = false): Step => ({
  id,
  pair: of,
  answer,
  aside,
});
const lost = new Error("lost");
const names = (pairs: readonly Candidate[]) => pairs.map((p) => p.a.name[0]).join("");
const given = (...steps: Step[]): Session =>
  steps.reduce((s, one) => happen(s, { kind: "answer", step: one, next: "" }), FRESH);

describe("a sitting of review", () => {
  test("leaves out what is answered", () => {
    const session = given(step(1, a), step(2, c));
    expect(names(openPairs(session, [a, b, c], false))).toBe("b");
    expect(answeredOf(session, [a, b, c], false)).toBe(2);
  });
  test("shows an undone pair at once, also when the list no longer has it", () => {
    const session = happen(given(step(1, a)), { kind: "undo", step: step(1, a) });
    expect(session.shown).toBe("a1|a2");
    expect(names(openPairs(session, [b], false))).toBe("ba");
    expect(names(openPairs(session, [a, b], false))).toBe("ab");
  });
  test("gives a refused answer back and leaves the pair in view", () => {
    const before = happen(FRESH, { kind: "answer", step: step(1, a), next: "b1|b2" });
    const session = happen(before, {
      kind: "trouble",
      trouble: { step: step(1, a), doing: "answer", error: lost },
    });
    expect(session.shown).toBe("b1|b2");
    expect(session.steps).toEqual([]);
    expect(session.troubles).toHaveLength(1);
    expect(names(openPairs(session, [a, b], false))).toBe("ab");
  });
  test("keeps an answer whose undo is refused, in its place among the others", () => {
    const undone = happen(given(step(1, a), step(2, b)), { kind: "undo", step: step(1, a) });
    const session = happen(undone, {
      kind: "trouble",
      trouble: { step: step(1, a), doing: "undo", error: lost },
    });
    expect(session.steps.map((s) => s.id)).toEqual([1, 2]);
    expect(names(openPairs(session, [a, b, c], false))).toBe("c");
  });
  test("does not mind the refusal of an answer that was taken back already", () => {
    const undone = happen(given(step(1, a)), { kind: "undo", step: step(1, a) });
    const refused = { kind: "trouble", trouble: { step: step(1, a), doing: "answer", error: lost } } as const;
    expect(happen(undone, refused)).toEqual(undone);
  });
  test("forgets pairs that came back when others are asked for", () => {
    const undone = happen(given(step(1, a)), { kind: "undo", step: step(1, a) });
    expect(names(openPairs(happen(undone, { kind: "filter" }), [b], false))).toBe("b");
  });
  test("forgets trouble with a pair that is answered again", () => {
    const refused = happen(given(step(1, a)), {
      kind: "trouble",
      trouble: { step: step(1, a), doing: "answer", error: lost },
    });
    expect(happen(refused, { kind: "answer", step: step(2, a), next: "" }).troubles).toEqual([]);
  });
  test("shows what was put aside among those put aside", () => {
    const session = given(step(1, a, "later"));
    const aside = { ...a, later: true };
    expect(names(openPairs(session, [a, b], false))).toBe("b");
    expect(names(openPairs(session, [aside], true))).toBe("a");
    const again = happen(session, { kind: "answer", step: step(2, aside, "later", true), next: "" });
    expect(names(openPairs(again, [aside], true))).toBe("");
  });
});
