import { expect, LAPLAND, POLYTECHNIC, TOGETHER, test, UNIVERSITY } from "./page";

// Words of the page itself, not of the data.
const ENGLISH =
  /\b(projects?|organisations?|topics?|running|ended|search|list|picture|loading|undefined|null|NaN)\b/i;
const FINNISH =
  /\b(hanketta|hankkeita|toimijaa|toimijoita|aihetta|käynnissä|päättynyt|tulossa|Kuva|alue|Näytä|Vaihda)\b/;

// Names come from the source as they are; what is left are the page's words.
const own = (page: import("@playwright/test").Page) =>
  page.evaluate(() => {
    const copy = document.body.cloneNode(true) as HTMLElement;
    const data =
      ".row-name, .row-words, .label, h1, h2, .lines a, .lead a, .card-lead a, .source, .related, .chips, table:not(.network-table) td, tbody th, select, .languages, .column, .card-kind, .card .fold, .card > p:not([class]), .names a, .bridges a, .question a, .contents, .station a, .way a, .network-name a";
    for (const element of copy.querySelectorAll(data)) element.remove();
    return copy.innerText;
  });

const SHOWN = ".ring, .matrix, .table, .network-table, .stations";
const VIEWS = [
  "",
  "&muoto=taulukko",
  "&nakyma=lista",
  `&kortti=toimija:${UNIVERSITY}`,
  TOGETHER,
  `${TOGETHER}&nakyma=kuva`,
  `${TOGETHER}&kortti=toimija:${UNIVERSITY}`,
  `&avattu=toimija:${UNIVERSITY}&askelia=2`,
  `&yhteys=${UNIVERSITY}|${POLYTECHNIC}`,
];

for (const view of VIEWS)
  test(`the Finnish page speaks Finnish: ${view || "picture"}`, async ({ page }) => {
    await page.goto(LAPLAND + view);
    await expect(page.locator(SHOWN).first()).toBeVisible();
    expect(await own(page)).not.toMatch(ENGLISH);
    expect(await page.locator("html").getAttribute("lang")).toBe("fi");
  });

for (const [lang, name] of [
  ["sv", "Svenska"],
  ["en", "English"],
] as const)
  test(`choosing ${name} leaves no Finnish behind`, async ({ page }) => {
    await page.goto(LAPLAND);
    await page.getByRole("link", { name, exact: true }).click();
    await expect(page.locator("html")).toHaveAttribute("lang", lang);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(lang === "sv" ? "Lappland" : "Lapland");
    await expect(page.locator(".ring")).toBeVisible();
    expect(await own(page)).not.toMatch(FINNISH);
    await page.locator(".tabs a").nth(1).click();
    await expect(page.locator(".table tbody tr").first()).toBeVisible();
    expect(await own(page)).not.toMatch(FINNISH);
    for (const view of VIEWS.slice(4)) {
      await page.goto(`${LAPLAND}${view}&kieli=${lang}`);
      await expect(page.locator(SHOWN).first()).toBeVisible();
      expect(await own(page), view).not.toMatch(FINNISH);
    }
  });

test("no key of a missing word is shown", async ({ page }) => {
  for (const view of VIEWS) {
    await page.goto(LAPLAND + view);
    await expect(page.locator(SHOWN).first()).toBeVisible();
    expect(await page.locator("body").innerText()).not.toMatch(
      /\b(ui|summary|note|group|actor|project|count|bridge|cooperation|path|question|surroundings)\.[a-z]/,
    );
    expect(await page.locator("body").innerText()).not.toContain("{{");
  }
});
