import { render } from "@testing-library/react";
import { I18nextProvider } from "react-i18next";
import { beforeAll, expect, test } from "vitest";
import type { Sentence as SentenceData } from "../api/types";
import { AddressProvider } from "../state/address";
import { prepareWords, speak, words } from "./i18n";
import { pieces, Sentence } from "./Sentence";

beforeAll(async () => {
  await prepareWords();
  await speak("fi");
});

const show = (sentence: SentenceData) =>
  render(
    <I18nextProvider i18n={words}>
      <AddressProvider>
        <Sentence sentence={sentence} />
      </AddressProvider>
    </I18nextProvider>,
  ).container;

const running = (count: number): SentenceData => ({
  key: "summary.running",
  values: [
    { name: "in", text: "Lapissa" },
    {
      name: "running",
      noun: "count.projects",
      count,
      link: { kind: "projects", filter: { state: "running" } },
    },
  ],
});

test("a counted value is written by its plural and opens its projects", () => {
  const box = show(running(29));
  expect(box.textContent).toBe("Lapissa on käynnissä 29 hanketta.");
  const link = box.querySelector("a");
  expect(link?.textContent).toBe("29 hanketta");
  expect(link?.getAttribute("href")).toContain("nakyma=lista&tila=running");
});

test("one is written as one, thousands with their space", () => {
  expect(show(running(1)).textContent).toBe("Lapissa on käynnissä 1 hanke.");
  expect(show(running(1234)).textContent?.replace(/\s/g, " ")).toBe("Lapissa on käynnissä 1 234 hanketta.");
});

test("dates in values are written as dates", () => {
  const values = [
    { name: "from", text: "2018-01-01" },
    { name: "to", text: "2020-12-31" },
  ];
  expect(show({ key: "project.state.ended.dates", values }).textContent).toContain("1.1.2018–31.12.2020");
});

test("the same sentence in Swedish", async () => {
  await speak("sv");
  expect(
    show({ ...running(29), values: [{ name: "in", text: "i Lappland" }, ...running(29).values.slice(1)] })
      .textContent,
  ).toBe("I Lappland pågår 29 projekt.");
  await speak("fi");
});

test("pieces cuts texts and places in order", () => {
  expect(pieces("{{a}} ja {{b}}.")).toEqual([
    { text: "{{a}}", place: "a" },
    { text: " ja " },
    { text: "{{b}}", place: "b" },
    { text: "." },
  ]);
});
