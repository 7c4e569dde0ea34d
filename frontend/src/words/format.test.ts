import { expect, test } from "vitest";
import {
  formatAgo,
  formatDate,
  formatMoment,
  formatMoney,
  formatNumber,
  formatPercent,
  formatYears,
} from "./format";

const spaced = (text: string) => text.replace(/\s/g, " ");

test("numbers by language", () => {
  expect(spaced(formatNumber("fi", 1234567))).toBe("1 234 567");
  expect(spaced(formatNumber("sv", 1234))).toBe("1 234");
  expect(formatNumber("en", 1234)).toBe("1,234");
  expect(spaced(formatPercent("fi", 0.621))).toBe("62 %");
});

test("money from cents, millions when many", () => {
  expect(spaced(formatMoney("fi", 12345600))).toBe("123 456 €");
  expect(spaced(formatMoney("fi", 1234567800))).toBe("12,3 milj. €");
});

test("dates as people write them", () => {
  expect(formatDate("2019-06-30")).toBe("30.6.2019");
  expect(formatDate("Lapin liitto")).toBe("Lapin liitto");
});

test("moments on the reader's clock", () => {
  const at = new Date(2019, 5, 30, 14, 5).toISOString();
  expect(formatMoment("fi", at)).toBe("30.6.2019 14.05");
  expect(formatMoment("en", at)).toBe("30.6.2019 14:05");
  expect(formatMoment("fi", "?")).toBe("?");
});

test.each([
  ["2018-01-01", "2020-12-31", "2018–2020"],
  ["2018-01-01", "2018-12-31", "2018"],
  ["2018-01-01", undefined, "2018–"],
  [undefined, undefined, ""],
])("years of %s to %s", (from, to, years) => {
  expect(formatYears(from, to)).toBe(years);
});

test.each([
  [0, "0 sekuntia sitten"],
  [59, "59 sekuntia sitten"],
  [60, "1 minuutti sitten"],
  [340, "5 minuuttia sitten"],
  [7300, "2 tuntia sitten"],
  [200_000, "2 päivää sitten"],
])("%d seconds are %s", (seconds, text) => {
  expect(formatAgo("fi", seconds).replace(/\s/g, " ")).toBe(text);
});
