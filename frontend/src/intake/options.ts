import type { components } from "../api/schema.gen";

type Schemas = components["schemas"];
type Options = Schemas["ImportOptions"];

/** As the field of a column: it is not read. */
export const LEAVE_OUT = "-";

/** Of delimited text, as the server names them. */
export const ENCODINGS = [
  "utf-8",
  "windows-1252",
  "iso-8859-15",
  "macintosh",
  "ibm850",
  "utf-16le",
  "utf-16be",
] as const;

/** Signs between columns, and how options say them. */
export const DELIMITERS = [
  { name: "semicolon", sign: ";", said: ";" },
  { name: "comma", sign: ",", said: "," },
  { name: "bar", sign: "|", said: "|" },
  { name: "tab", sign: "\t", said: "tab" },
] as const;

/** The options with what a person says of a column; what was guessed needs no word. */
export function withColumn(options: Options, column: Schemas["PreviewColumn"], field: string): Options {
  const { [column.header]: _, ...rest } = options.columns ?? {};
  const guessed = !column.corrected && field === (column.field || LEAVE_OUT);
  return { ...options, columns: guessed ? rest : { ...rest, [column.header]: field } };
}

/** Options as a person edits them; unsent when the server has others. */
export interface Choosing {
  readonly edited: Options;
  readonly edit: (options: Options) => void;
  readonly unsent: boolean;
}

// What the server takes when an option is not given.
const DEFAULTS: Readonly<Record<string, string>> = { mode: "replace", joint: "group" };

const told = (value: object): string =>
  JSON.stringify(
    Object.entries(value)
      .filter(([key, said]) => said && said !== DEFAULTS[key])
      .map(([key, said]) => [key, typeof said === "object" ? told(said) : said])
      .filter(([, said]) => said !== "[]")
      .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
  );

/** Whether two sets of options ask for the same; what is empty or the default counts as not said. */
export const same = (a: Options, b: Options) => told(a) === told(b);

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
