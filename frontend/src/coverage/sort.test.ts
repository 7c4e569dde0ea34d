import { expect, test } from "vitest";
import type { CoverageRow } from "../api/coverage";
import { knownShare, sortRows } from "./sort";

const row = (name: string, listed: number, alone: number, unknown: number): CoverageRow => ({
  key: name,
  name,
  projects: listed + alone + unknown,
  listed,
  alone,
  unknown,
  thin: false,
});
const rows = [row("Åland", 1, 0, 3), row("Uusimaa", 5, 2, 7), row("Lappi", 1, 2, 1)];
const names = (sorted: readonly CoverageRow[]) => sorted.map((r) => r.name);

test("rows are sorted as the reader's language orders names", () => {
  expect(names(sortRows(rows, "name", false, "fi-FI"))).toEqual(["Lappi", "Uusimaa", "Åland"]);
});
test("rows are sorted by number and by share, either way", () => {
  expect(names(sortRows(rows, "projects", true, "fi-FI"))).toEqual(["Uusimaa", "Åland", "Lappi"]);
  expect(names(sortRows(rows, "known", false, "fi-FI"))).toEqual(["Åland", "Uusimaa", "Lappi"]);
});
test("a row without projects knows nothing", () => {
  expect(knownShare({ projects: 0, listed: 0, alone: 0 })).toBe(0);
  expect(knownShare({ projects: 4, listed: 1, alone: 2 })).toBe(0.75);
});
