import { expect, test } from "vitest";
import type { components } from "../api/schema.gen";
import { issuesOf, LEAVE_OUT, same, withColumn } from "./options";

type Schemas = components["schemas"];

test("options ask for the same whatever their order, with defaults said or not", () => {
  expect(same({ mode: "replace", joint: "group" }, {})).toBe(true);
  expect(same({ columns: {} }, {})).toBe(true);
  expect(same({ source: "a", asOf: "2026-06-30" }, { asOf: "2026-06-30", source: "a" })).toBe(true);
  expect(same({ columns: { a: "x", b: "y" } }, { columns: { b: "y", a: "x" } })).toBe(true);
});

test("any choice that was changed makes options differ", () => {
  expect(same({ mode: "add" }, {})).toBe(false);
  expect(same({ joint: "none" }, {})).toBe(false);
  expect(same({ columns: { kuvaus: LEAVE_OUT } }, {})).toBe(false);
  expect(same({ header: 3 }, { header: 2 })).toBe(false);
  expect(same({}, { asOf: "2026-06-30" })).toBe(false);
  // A column may be called as an option is.
  expect(same({ columns: { mode: "replaced" } }, { columns: { mode: "added" } })).toBe(false);
});

test("a column set back to what was guessed is no longer said", () => {
  const column = { header: "Kuka", field: "actor", corrected: false } as Schemas["PreviewColumn"];
  const left = withColumn({}, column, LEAVE_OUT);
  expect(left.columns).toEqual({ Kuka: LEAVE_OUT });
  expect(same(withColumn(left, column, "actor"), {})).toBe(true);
  const corrected = { ...column, corrected: true };
  expect(withColumn({}, corrected, "actor").columns).toEqual({ Kuka: "actor" });
});

test("remarks are filtered by kind, column, row and text", () => {
  const issue = (change: Partial<Schemas["ImportIssue"]>) =>
    ({ sheet: "", row: 1, column: "", text: "", ...change }) as Schemas["ImportIssue"];
  const all = [
    issue({ row: 12, text: "Rivillä ei ole toimijaa", rejected: true }),
    issue({ column: "Alkaa", text: "Päivää ei ole" }),
    issue({ sheet: "Taul1", text: "Nimi korjattiin", kept: true }),
  ];
  const found = (kind: "" | "rejected" | "emptied" | "kept", text: string) =>
    issuesOf(all, { kind, text }).map((one) => all.indexOf(one));
  expect(found("", "")).toEqual([0, 1, 2]);
  expect(found("rejected", "")).toEqual([0]);
  expect(found("emptied", "")).toEqual([1]);
  expect(found("", " ALKAA ")).toEqual([1]);
  expect(found("", "12")).toEqual([0]);
  expect(found("", "taul1")).toEqual([2]);
  expect(found("kept", "alkaa")).toEqual([]);
});
