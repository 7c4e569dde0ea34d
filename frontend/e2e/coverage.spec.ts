import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";

test("the coverage page says what the numbers rest on, and leads on", async ({ page }) => {
  await page.goto("/?sivu=kattavuus");
  await expect(page.getByRole("heading", { level: 1, name: "Kattavuus" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Lähteet" })).toBeVisible();
  const fund = page.getByRole("table").first();
  await expect(fund.getByRole("columnheader", { name: "kumppanit lueteltu" })).toBeVisible();
  await page.getByRole("link", { name: "Lappi", exact: true }).click();
  await expect(page.getByRole("link", { name: "katso koko Suomea" })).toBeVisible();
  await page.getByRole("table").first().getByRole("link", { name: "ESR" }).click();
  await expect(page).toHaveURL(/rahasto=ESR/);
  await expect(page).toHaveURL(/alue=maakunta:19/);
});

test("tables of the coverage page sort by their header", async ({ page }) => {
  await page.goto("/?sivu=kattavuus");
  const region = page.getByRole("table").filter({ hasText: "Uusimaa" });
  await region.getByRole("button", { name: "Hankkeet" }).click();
  await expect(region.getByRole("rowheader").first()).toHaveText("Uusimaa");
  await expect(region.getByRole("columnheader", { name: "Hankkeet" })).toHaveAttribute(
    "aria-sort",
    "descending",
  );
  await region.getByRole("button", { name: "Maakunta" }).click();
  await expect(region.getByRole("rowheader").first()).toContainText("Etelä-Karjala");
});

for (const lang of ["fi", "sv", "en"])
  test(`no barrier is found on the coverage page in ${lang}`, async ({ page }) => {
    await page.goto(`/?sivu=kattavuus&kieli=${lang}`);
    await expect(page.getByRole("table").first()).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map((v) => v.id)).toEqual([]);
  });

test("the coverage page fits a phone", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/?sivu=kattavuus&alue=maakunta:19");
  await expect(page.getByRole("heading", { name: "Lähteet" })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test("from a card to the rows of the source, as they were read", async ({ page }) => {
  await page.goto("/?alue=maakunta:19&kortti=hanke:eura:A70009");
  const card = page.locator("article.card");
  await card.getByText("Näytä lähderivit").click();
  await expect(card.getByText("6Aika-strategiatoimisto").nth(1)).toBeVisible();
  await card.getByText("lähde", { exact: true }).first().click();
  await expect(card.getByText("Tiedosto eura-2014-esimerkki.csv").first()).toBeVisible();
});
