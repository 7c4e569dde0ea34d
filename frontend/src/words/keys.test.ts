import { expect, test } from "vitest";
import fi from "../../../words/fi.json";

const sources: Record<string, string> = import.meta.glob(["../**/*.{ts,tsx}", "!../**/*.test.*"], {
  query: "?raw",
  import: "default",
  eager: true,
});

// Every text that could be a key: "ui.close", and `ui.tab.${tab}` with anything in its place.
const written = Object.values(sources).flatMap((source) => source.match(/(["`])ui\.[^"`\n]*\1/g) ?? []);
const patterns = [...new Set(written)].map(
  (text) =>
    new RegExp(
      `^${text
        .slice(1, -1)
        .split(/\$\{(?:[^{}]|\{[^{}]*\})*\}/)
        .map((part) => part.replace(/[.]/g, "\\."))
        .join("[\\w.-]+")}(_one|_other)?$`,
    ),
);

test("every word of the page is said somewhere", () => {
  expect(patterns.length).toBeGreaterThan(100);
  const keys = Object.keys(fi).filter((key) => key.startsWith("ui."));
  expect(keys.filter((key) => !patterns.some((pattern) => pattern.test(key)))).toEqual([]);
});
