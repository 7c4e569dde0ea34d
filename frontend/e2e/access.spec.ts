import AxeBuilder from "@axe-core/playwright";
import { expect, LAPLAND, SIZES, test } from "./page";

const VIEWS = {
  choice: "?",
  picture: `${LAPLAND}&kortti=toimija:ytunnus:0292800-5`,
  matrix: `${LAPLAND}&muoto=taulukko`,
  list: `${LAPLAND}&nakyma=lista`,
};

for (const lang of ["fi", "sv", "en"])
  for (const [size, viewport] of Object.entries(SIZES))
    test(`no barrier is found in ${lang} at ${size}`, async ({ page }) => {
      await page.setViewportSize(viewport);
      for (const [name, view] of Object.entries(VIEWS)) {
        await page.goto(`${view}${lang === "fi" ? "" : `&kieli=${lang}`}`);
        await expect(page.locator(".regions, .ring, .matrix, .table").first()).toBeVisible();
        if (name === "picture") await expect(page.locator(".card h2")).toBeVisible();
        await page.waitForTimeout(250); // the sheet of a phone has risen
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(
          violations.map((v) => `${name}: ${v.id}: ${v.nodes.map((n) => n.target.join(" ")).join(", ")}`),
        ).toEqual([]);
      }
    });

test("the keyboard alone chooses a region, walks the picture and opens a card", async ({ page }) => {
  await page.goto("");
  await expect(page.getByRole("option").first()).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Siirry sisältöön" })).toBeFocused();
  const search = page.getByRole("searchbox", { name: "Valitse alue" });
  for (let i = 0; i < 12 && !(await search.evaluate((el) => el === document.activeElement)); i++)
    await page.keyboard.press("Tab");
  await expect(search).toBeFocused();
  await page.keyboard.type("kainuu");
  await expect(page.getByRole("option").first()).toHaveAccessibleName(/^Kainuu:/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Kainuu");

  const first = page.locator("[data-walk='0']");
  await expect(first).toBeVisible();
  for (let i = 0; i < 60 && !(await first.evaluate((el) => el === document.activeElement)); i++)
    await page.keyboard.press("Tab");
  await expect(first).toBeFocused();
  await expect(first).toHaveAccessibleName(/, \d+ hanketta?, joista \d+ käynnissä$/);
  await page.keyboard.press("ArrowRight");
  const second = page.locator("[data-walk='1']");
  await expect(second).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator(".card h2")).toBeVisible();
  await expect(second).toHaveAttribute("aria-current", "true");
  await page.keyboard.press("Escape");
  await expect(page.locator(".card")).toHaveCount(0);
  await expect(second).toBeFocused();
});

test("the dark scheme has enough contrast as well", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto(VIEWS.picture);
  await expect(page.locator(".card h2")).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(" ")).join(", ")}`)).toEqual([]);
});
