import type { CoverageRow } from "../api/coverage";

export type SortKey = "name" | "projects" | "listed" | "alone" | "unknown" | "known";

/** Of the projects of a row, those whose partners are known; 0 without projects. */
export const knownShare = (row: Pick<CoverageRow, "projects" | "listed" | "alone">): number =>
  row.projects === 0 ? 0 : (row.listed + row.alone) / row.projects;

/** Rows by a column; rows that are alike in it keep their order. */
export function sortRows(
  rows: readonly CoverageRow[],
  by: SortKey,
  descending: boolean,
  locale: string,
): CoverageRow[] {
  const compare = (a: CoverageRow, b: CoverageRow) =>
    by === "name"
      ? a.name.localeCompare(b.name, locale, { numeric: true })
      : by === "known"
        ? knownShare(a) - knownShare(b)
        : a[by] - b[by];
  return [...rows].sort((a, b) => (descending ? compare(b, a) : compare(a, b)));
}
