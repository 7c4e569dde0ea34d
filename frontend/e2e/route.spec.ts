import { expect, LAPLAND, POLYTECHNIC, SIZES, TOGETHER, tabTo, test, UNIVERSITY } from "./page";

const ROUTE = `${LAPLAND}&yhteys=${UNIVERSITY}|${POLYTECHNIC}`;

test("with the keyboard alone: from the question to the answer and a project on the way", async ({
  page,
}) => {
  await page.goto(LAPLAND);
  const question = page.getByRole("link", { name: "Kenen kautta pääsen mukaan?" });
  await tabTo(page, question, 200);
  await page.keyboard.press("Enter");
  await expect(page.locator("#route-title")).toBeFocused();

  const from = page.getByRole("combobox", { name: /^Mistä/ });
  await tabTo(page, from);
  await page.keyboard.type("lapin yliopisto");
  await expect(page.getByRole("option").first()).toHaveAccessibleName(/^Lapin yliopisto/);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(from).toHaveValue("Lapin yliopisto");

  const to = page.getByRole("combobox", { name: /^Keneen/ });
  await tabTo(page, to);
  await page.keyboard.type("oulun yliopisto");
  await page.keyboard.press("Enter"); // before the hits are there, and none picked
  await expect(to).toHaveValue("Oulun yliopisto");
  await expect(page).toHaveURL(/yhteys=ytunnus:0292800-5\|ytunnus:0245895-5/);

  const way = page.locator(".way").first();
  await expect(way.locator(".lead")).toContainText("Lapin yliopisto ja Oulun yliopisto ovat");
  await expect(way.locator(".station")).toHaveCount(3);
  const project = way.locator(".station.project a").first();
  const name = await project.innerText();
  await tabTo(page, project);
  await page.keyboard.press("Enter");
  await expect(page.locator(".card h2")).toHaveText(name);
  await expect(way).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.locator(".card")).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(page.locator(".ring")).toBeVisible();
});

test("the address gives the answer, the way turns, and a second choice stands below", async ({ page }) => {
  await page.goto(ROUTE);
  await expect(page.getByRole("combobox", { name: /^Mistä/ })).toHaveValue("Lapin yliopisto");
  await expect(page.getByRole("heading", { name: "Toinen vaihtoehto" })).toBeVisible();
  await page.getByRole("button", { name: "Vaihda suunta" }).click();
  await expect(page.getByRole("combobox", { name: /^Keneen/ })).toHaveValue("Lapin yliopisto");
  await expect(page.locator(".station").first()).toContainText("Lapin AMK");
  await page.goBack();
  await expect(page.locator(".station").first()).toContainText("Lapin yliopisto");
});

test("a card fills in its end, and the own organisation is remembered", async ({ page }) => {
  await page.goto(`${LAPLAND}&kortti=toimija:${POLYTECHNIC}`);
  await page.getByRole("link", { name: "Etsi yhteys" }).click();
  await expect(page.getByRole("combobox", { name: /^Keneen/ })).toHaveValue("Lapin ammattikorkeakoulu Oy");
  const from = page.getByRole("combobox", { name: /^Mistä/ });
  await expect(from).toHaveValue("");
  await from.fill("lapin liitto");
  await page.getByRole("option", { name: /^Lapin liitto/ }).click();
  await expect(page.locator("[aria-live] > *").first()).toBeVisible();

  await page.goto(`${LAPLAND}${TOGETHER}&kortti=verkosto:cooperation:maakunta:19:ytunnus:0245895-5`);
  await page.getByRole("link", { name: "Etsi yhteys" }).click();
  await expect(from).toHaveValue("Lapin liitto");
  await expect(page.getByRole("combobox", { name: /^Keneen/ })).toHaveValue("Oulun yliopisto kumppaneineen");
  await expect(page.getByRole("button", { name: "Vaihda suunta" })).toHaveCount(0);
});

test("without a route the page says on what that rests, and never that there is none", async ({ page }) => {
  await page.goto(`${LAPLAND}&yhteys=ytunnus:0210427-6|${UNIVERSITY}`);
  const way = page.locator(".way");
  await expect(way).toContainText("Tiedossa olevista hankkeista ja kumppaneista ei löydy yhteyttä");
  await expect(way).toContainText("Kumppanit ovat tiedossa");
  await expect(page.locator(".station")).toHaveCount(0);
});

test("on a phone the stations run downwards", async ({ page }) => {
  await page.setViewportSize(SIZES.phone);
  await page.goto(ROUTE);
  const [first, second] = [page.locator(".station").nth(0), page.locator(".station").nth(1)];
  await expect(second).toBeVisible();
  const [a, b] = [await first.boundingBox(), await second.boundingBox()];
  expect((a?.y ?? 0) + (a?.height ?? 0)).toBeLessThanOrEqual((b?.y ?? 0) + 1);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await second.getByRole("link").first().click();
  await expect(page.getByRole("dialog").getByRole("heading", { level: 2 })).toBeVisible();
});
