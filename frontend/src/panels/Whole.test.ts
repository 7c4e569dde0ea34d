import { expect, test } from "vitest";
import type { Figure } from "../api/types";
import { judged } from "./Whole";

const figure = (value: number | null, expected: number | null, deviation: number | null) =>
  ({ value, expected, deviation }) as Figure;

test("a figure is told from chance by three deviations", () => {
  expect(judged(figure(0.5, 0.2, 0.05))).toBe("more");
  expect(judged(figure(0.1, 0.4, 0.05))).toBe("less");
  expect(judged(figure(0.3, 0.2, 0.05))).toBe("alike");
});

test("what does not vary and what is not held against chance is not told", () => {
  expect(judged(figure(1, 1, 0))).toBe("alike");
  expect(judged(figure(1, 0.5, 0))).toBe("more");
  expect(judged(figure(1, null, null))).toBeNull();
  expect(judged(figure(null, 0.5, 0.1))).toBeNull();
});
