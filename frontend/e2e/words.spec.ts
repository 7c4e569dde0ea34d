import { expect, LAPLAND, test } from "./page";

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
      ".row-name, .label, h1, h2, .lines a, .lead a, .card-lead a, .source, .related, .chips, td, tbody th, select, .languages, .column, .card-kind, .fold, .card > p:not([class])";
    for (const element of copy.querySelectorAll(data)) element.remove();
    return copy.innerText;
  });

for (const view of ["", "&muoto=taulukko", "&nakyma=lista", "&kortti=toimija:ytunnus:0292800-5"])
  test(`the Finnish page speaks Finnish: ${view || "picture"}`, async ({ page }) => {
    await page.goto(LAPLAND + view);
    await expect(page.locator(".ring, .matrix, .table").first()).toBeVisible();
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
  });

test("no key of a missing word is shown", async ({ page }) => {
  for (const view of ["", "&nakyma=lista", "&kortti=toimija:ytunnus:0292800-5&muoto=taulukko"]) {
    await page.goto(LAPLAND + view);
    await expect(page.locator(".ring, .matrix, .table").first()).toBeVisible();
    expect(await page.locator("body").innerText()).not.toMatch(
      /\b(ui|summary|note|group|actor|project|count)\.[a-z]/,
    );
    expect(await page.locator("body").innerText()).not.toContain("{{");
  }
});
