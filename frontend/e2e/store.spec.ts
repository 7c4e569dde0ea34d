import { expect, LAPLAND, test } from "./page";

const away = {
  status: 503,
  contentType: "application/problem+json",
  body: JSON.stringify({ type: "about:blank", title: "-", status: 503 }),
};

test.describe("while the store is away", () => {
  test.use({ expectedErrors: [/Failed to load resource/] });

  test("a page opened before the first answer says so and opens by itself", async ({ page }) => {
    await page.route("**/api/v1/**", (route) => route.fulfill(away));
    await page.goto(LAPLAND);
    await expect(page.getByText("Aineistoon ei juuri nyt saada yhteyttä.")).toBeVisible();
    await expect(page.getByText("Sivu yrittää itse uudelleen")).toBeVisible();
    await page.unroute("**/api/v1/**");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Lappi");
  });

  test("the choice of a region waits as well, and can be asked at once", async ({ page }) => {
    await page.route("**/api/v1/**", (route) => route.fulfill(away));
    await page.goto("");
    await expect(page.getByText("Aineistoon ei juuri nyt saada yhteyttä.")).toBeVisible();
    await page.unroute("**/api/v1/**");
    await page.getByRole("button", { name: "Yritä nyt" }).click();
    await expect(page.getByRole("option").first()).toBeVisible();
  });
});

test("old data are told by their age, and the page works on", async ({ page }) => {
  await page.route("**/api/v1/ready", (route) =>
    route.fulfill({
      contentType: "application/json",
      body: JSON.stringify({ status: "degraded", revision: "a", stale: true, ageSeconds: 340, parts: [] }),
    }),
  );
  await page.goto(LAPLAND);
  await expect(page.getByText(/luettiin 5\sminuuttia sitten/)).toBeVisible();
  await expect(page.locator(".ring")).toBeVisible();
});

test("data that arrive while the page is open are fetched", async ({ page }) => {
  let revision = "a";
  await page.route("**/api/v1/ready", (route) =>
    route.fulfill({
      contentType: "application/json",
      body: JSON.stringify({ status: "up", revision, stale: false, ageSeconds: 0, parts: [] }),
    }),
  );
  await page.clock.install();
  await page.goto(LAPLAND);
  await expect(page.locator(".ring")).toBeVisible();
  revision = "b";
  const again = page.waitForRequest("**/api/v1/landscape*");
  await page.clock.fastForward(16_000);
  await again;
});
