/** Words that only the program itself speaks (reports, tables, errors), by the first part of their key. */
export const PROGRAM_WORDS = [
  "api",
  "beyond",
  "cli",
  "cure",
  "error",
  "format",
  "import",
  "issue",
  "measure",
  "problem",
  "table",
  "template",
] as const;
