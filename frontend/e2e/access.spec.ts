import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, LAPLAND, POLYTECHNIC, SIZES, TOGETHER, tabTo, test, UNIVERSITY, UUSIMAA } from "./page";

const VIEWS = {
  choice: "?",
  picture: `${LAPLAND}&kortti=toimija:${UNIVERSITY}`,
  matrix: `${LAPLAND}&muoto=taulukko`,
  list: `${LAPLAND}&nakyma=lista`,
  networks: LAPLAND + TOGETHER,
  cooperation: `${UUSIMAA}${TOGETHER}&kortti=toimija:ytunnus:1046216-1`,
  unfolded: `${LAPLAND}&avattu=toimija:${UNIVERSITY}`,
  route: `${LAPLAND}&yhteys=${UNIVERSITY}|${POLYTECHNIC}`,
};
const SHOWN = ".regions, .ring, .matrix, .table, .network-table, .stations";

const barriers = async (page: Page, name: string) =>
  (await new AxeBuilder({ page }).analyze()).violations.map(
    (v) => `${name}: ${v.id}: ${v.nodes.map((n) => n.target.join(" ")).join(", ")}`,
  );

async function show(page: Page, view: string) {
  await page.goto(view);
  await expect(page.locator(SHOWN).first()).toBeVisible();
  if (view.includes("kortti=")) await expect(page.locator(".card h2")).toBeVisible();
  await page.waitForTimeout(250); // the sheet of a phone has risen
}

for (const [size, viewport] of Object.entries(SIZES))
  for (const [name, view] of Object.entries(VIEWS))
    test(`no barrier is found: ${name} at ${size}`, async ({ page }) => {
      await page.setViewportSize(viewport);
      await show(page, view);
      expect(await barriers(page, name)).toEqual([]);
    });

for (const lang of ["sv", "en"])
  test(`no barrier is found in ${lang}`, async ({ page }) => {
    test.slow();
    for (const [name, view] of Object.entries(VIEWS)) {
      await show(page, `${view}&kieli=${lang}`);
      expect(await barriers(page, name)).toEqual([]);
    }
  });

test("the keyboard alone chooses a region, walks the picture and opens a card", async ({ page }) => {
  await page.goto("");
  await expect(page.getByRole("option").first()).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Siirry sisältöön" })).toBeFocused();
  const search = page.getByRole("searchbox", { name: "Valitse alue" });
  await tabTo(page, search);
  await page.keyboard.type("kainuu");
  await expect(page.getByRole("option").first()).toHaveAccessibleName(/^Kainuu:/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Kainuu");

  const first = page.locator("[data-walk='0']");
  await tabTo(page, first);
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
  test.slow();
  await page.emulateMedia({ colorScheme: "dark" });
  for (const name of ["picture", "networks", "unfolded", "route"] as const) {
    await show(page, VIEWS[name]);
    expect(await barriers(page, name)).toEqual([]);
  }
});
