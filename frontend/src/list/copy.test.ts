import { expect, test } from "vitest";
import { asTabs } from "./copy";

test("rows become lines of tabbed cells that no cell can break", () => {
  const columns = [
    { id: "name", title: "ui.column.project" as const, cell: String, text: (row: string) => row },
    { id: "n", title: "ui.column.actors" as const, cell: String, text: (row: string) => String(row.length) },
  ];
  expect(asTabs(columns, ["Hanke", "Toimijoita"], ["a", "b\tc\r\nd"])).toBe(
    "Hanke\tToimijoita\na\t1\nb c d\t6",
  );
});
