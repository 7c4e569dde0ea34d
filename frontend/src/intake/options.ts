import type { components } from "../api/schema.gen";

type Schemas = components["schemas"];
type Options = Schemas["ImportOptions"];

/** As the field of a column: it is not read. */
export const LEAVE_OUT = "-";

/** The options with what a person says of a column; what was guessed needs no word. */
export function withColumn(options: Options, column: Schemas["PreviewColumn"], field: string): Options {
  const { [column.header]: _, ...rest } = options.columns ?? {};
  const guessed = !column.corrected && field === (column.field || LEAVE_OUT);
  return { ...options, columns: guessed ? rest : { ...rest, [column.header]: field } };
}

export interface IssueFilter {
  readonly kind: "" | "rejected" | "emptied" | "kept";
  readonly text: string;
}

export const kindOf = (issue: Schemas["ImportIssue"]) =>
  issue.rejected ? "rejected" : issue.kept ? "kept" : "emptied";

/** The remarks that a filter leaves. */
export function issuesOf(issues: readonly Schemas["ImportIssue"][], { kind, text }: IssueFilter) {
  const wanted = text.trim().toLowerCase();
  return issues.filter(
    (issue) =>
      (kind === "" || kindOf(issue) === kind) &&
      (wanted === "" ||
        [issue.text, issue.column, issue.sheet, String(issue.row)].some((part) =>
          part.toLowerCase().includes(wanted),
        )),
  );
}

/** Which kinds of change there are, in the order they are told. */
export const KINDS_OF_CHANGE = ["new", "changed", "gone"] as const;

/** Whether nothing would change at all. */
export const unchanged = (change: Schemas["ImportChange"]) =>
  [change.projects, change.actors, change.ties].every(
    ({ counts }) => counts.new + counts.changed + counts.gone === 0,
  );
