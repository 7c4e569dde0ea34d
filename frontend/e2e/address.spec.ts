import { expect, LAPLAND, test } from "./page";

test("an address gives back the whole view", async ({ page }) => {
  await page.goto(
    `${LAPLAND}&nakyma=lista&luettelo=toimijat&kortti=toimija:ytunnus:0292800-5&pvm=2018-01-01&kotipaikka=own&jarjestys=name&kieli=sv`,
  );
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Lappland");
  await expect(page.getByRole("button", { name: /1\.1\.2018/ })).toBeVisible();
  await expect(page.getByRole("columnheader", { name: "Aktör" })).toHaveAttribute("aria-sort", "ascending");
  await expect(page.getByLabel("Varifrån")).toHaveValue("own");
  await expect(page.getByRole("complementary")).toContainText("0292800-5");
});

test("choices are steps that Back undoes, typing is not", async ({ page }) => {
  await page.goto(LAPLAND);
  await page.locator(".tabs a").nth(1).click();
  await page.getByLabel("Hankkeen nimi tai koodi").fill("arkti");
  await expect(page).toHaveURL(/haku=arkti/);
  await expect(page.locator(".listtools b")).not.toHaveText(/^6\d/);
  await page.goBack();
  await expect(page.locator(".ring")).toBeVisible();
  await expect(page).toHaveURL(/\?alue=maakunta:19$/);
});

test("a link can be opened elsewhere and leads to the same card", async ({ page, context }) => {
  await page.goto(LAPLAND);
  const row = page.locator(".row").first();
  const name = await row.locator(".row-name").innerText();
  const href = await row.getAttribute("href");
  const other = await context.newPage();
  await other.goto(new URL(href ?? "", page.url()).href);
  await expect(other.locator(".card h2")).toHaveText(name);
});

test("an address that makes no sense still gives a page", async ({ page }) => {
  await page.goto("?kieli=xx&pvm=abc&kortti=kissa&nakyma=");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Mitä alueellasi tehdään?");
});
