import { expect, test } from "vitest";
import { hostOf, webAddress } from "./CardParts";

test.each([
  ["http://www.ulapland.fi", "http://www.ulapland.fi/"],
  ["https://example.fi/a?b=1", "https://example.fi/a?b=1"],
  ["www.ulapland.fi", "http://www.ulapland.fi/"],
  ["javascript:alert(1)", undefined],
  ["data:text/html,x", undefined],
  ["mailto:a@b.fi", undefined],
  ["http://", undefined],
  ["", undefined],
  [undefined, undefined],
])("%s is followed as %s", (text, url) => {
  expect(webAddress(text)).toBe(url);
});

test("a link is named by its host", () => {
  expect(hostOf("http://www.ulapland.fi/fi")).toBe("ulapland.fi");
  expect(hostOf("javascript:alert(1)")).toBe("");
});
