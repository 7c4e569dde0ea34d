import type { Page } from "@playwright/test";
import { barriers, csv, expect, SIZES, store, test } from "./own";

const NAMES = csv(
  "nimet.csv",
  "hanke;toimija;y-tunnus;kunta",
  "Hanke A;Lapin ammattikorkeakoulu Oy;2528792-5;Rovaniemi",
  "Hanke B;Lapin ammattikorkeakoulu;;Rovaniemi",
  "Hanke C;Oulun yliopisto;0245895-5;Oulu",
  "Hanke D;Oulun yliopisto / Thule-instituutti;;Oulu",
  "Hanke E;Karhuseutu ry;;Pori",
  "Hanke F;Karhuseutu;;Pori",
);

const waiting = (page: Page, count: string) => expect(page.locator(".review-progress")).toContainText(count);

test("pairs are decided by the keyboard, seen in the journal and undone", async ({ page }) => {
  await store(page, NAMES);
  await page.getByRole("button", { name: "Aineisto" }).click();
  await page.getByRole("menuitem", { name: "Tarkista toimijat" }).click();
  await expect(page.locator(".pair")).toBeVisible();
  const all = Number(/(\d+) paria/.exec((await page.locator(".review-progress").textContent()) ?? "")?.[1]);
  expect(all).toBeGreaterThanOrEqual(3);
  const first = await page.locator(".pair-side h3").allTextContents();
  await page.keyboard.press("s");
  await waiting(page, "yksi päätetty nyt");
  expect(await page.locator(".pair-side h3").allTextContents()).not.toEqual(first);
  await page.keyboard.press("e");
  await waiting(page, "2 päätetty nyt");
  await page.keyboard.press("u");
  await waiting(page, "yksi päätetty nyt");
  await page.keyboard.press("m");
  await waiting(page, "2 päätetty nyt");
  await page.getByRole("link", { name: "Päätökset" }).click();
  await expect(page.locator(".entry")).toHaveCount(4); // merge, apart, undo, later
  await page.getByRole("button", { name: "Peru päätös" }).last().click();
  await expect(page.locator(".entry.undone")).toHaveCount(2);
});

test("all pairs of one reason are accepted after a look at what that does", async ({ page }) => {
  await store(page, NAMES);
  await page.goto("?sivu=toimijat");
  await page.getByRole("button", { name: /oikeudellinen muoto eroaa/ }).click();
  await page.locator(".batch summary").click();
  await page.getByLabel("Osuvuus vähintään").selectOption("mikä tahansa");
  await page.getByRole("button", { name: "Näytä, mitä tapahtuisi" }).click();
  await expect(page.getByText(/paria? hyväksyttäisiin/)).toBeVisible();
  await page.getByRole("button", { name: /^Hyväksy \(/ }).click();
  await expect(
    page.getByText(/paria? hyväksyttiin|Näillä ehdoilla ei ole pareja|Kaikki parit/).first(),
  ).toBeVisible();
  await page.goto("?sivu=toimijat&kohta=paatokset");
  await expect(page.locator(".entry").first()).toBeVisible();
});

for (const [size, viewport] of Object.entries(SIZES))
  test(`no barrier is found in the review at ${size}`, async ({ page }) => {
    test.slow();
    await page.setViewportSize(viewport);
    await store(page, NAMES);
    for (const lang of ["fi", "sv", "en"]) {
      await page.goto(`?sivu=toimijat&kieli=${lang}`);
      await expect(page.locator(".pair")).toBeVisible();
      expect(await barriers(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      await page.goto(`?sivu=toimijat&kohta=paatokset&kieli=${lang}`);
      await expect(page.locator(".journal")).toBeVisible();
      expect(await barriers(page)).toEqual([]);
    }
  });
