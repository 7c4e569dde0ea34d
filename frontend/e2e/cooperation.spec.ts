import { expect, LAPLAND, NORTH_OSTROBOTHNIA, SIZES, TOGETHER, test, UNIVERSITY, UUSIMAA } from "./page";

test("where few partners are known the lens opens as a list, the picture one choice away", async ({
  page,
}) => {
  await page.goto(LAPLAND);
  await page.getByRole("link", { name: "Yhteistyö", exact: true }).click();
  await expect(page).toHaveURL(/\?alue=maakunta:19&ryhmittely=yhteistyo$/);
  await expect(page.locator(".tabs [aria-current]")).toHaveText("Lista");
  const list = page.locator(".list");
  await expect(list.locator(".note")).toContainText("alle 60 prosentista");
  await expect(list.locator(".network-table tbody tr")).not.toHaveCount(0);
  const row = list.getByRole("row", { name: /^Rovaniemen kaupunki kumppaneineen/ });
  await expect(row).toContainText(/\d+ käynnissä/);
  await expect(row).toContainText("omalta alueelta");

  await list.getByRole("link", { name: "Näytä kuvana" }).click();
  await expect(page.locator(".ring")).toBeVisible();
  await expect(page.locator(".picture .note")).toContainText("Kumppanit tiedossa");
  await expect(page).toHaveURL(/nakyma=kuva/);
  await page.reload();
  await expect(page.locator(".ring")).toBeVisible();
  await page.goBack();
  await expect(page.locator(".network-table")).toBeVisible();
});

test("a bridge-builder is told by a sentence and proved by its projects", async ({ page }) => {
  await page.goto(LAPLAND + TOGETHER);
  const bridge = page.locator(".bridges > li").first();
  await expect(bridge).toContainText(/yhdistää .*Tästä kertovat hankkeet/);
  const proof = bridge.locator('a[href*="kortti=hanke"]').first();
  const name = await proof.innerText();
  await proof.click();
  await expect(page.getByRole("complementary").getByRole("heading", { level: 2 })).toHaveText(name);
});

test("another region keeps the lens, and one with known partners opens as a picture", async ({ page }) => {
  await page.goto(LAPLAND + TOGETHER);
  await page.getByRole("link", { name: "Vaihda alue" }).click();
  await page
    .getByRole("option", { name: /^Pohjois-Pohjanmaa:/ })
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Pohjois-Pohjanmaa");
  await expect(page).toHaveURL(/ryhmittely=yhteistyo/);
  await expect(page.locator(".ring")).toBeVisible();
  await expect(page.locator(".legend")).toContainText("sillanrakentaja");
  await expect(page.getByRole("complementary").getByRole("heading", { level: 2 })).toHaveText(
    "Kumppaniverkostot",
  );
});

test("the other lens closes the card of a group, and Back opens it again", async ({ page }) => {
  await page.goto(UUSIMAA + TOGETHER);
  await page.locator(".row").first().click();
  await expect(page.locator(".card-kind")).toContainText("Kumppaniverkosto");
  await page.getByRole("link", { name: "Aiheet", exact: true }).click();
  await expect(page.locator(".card")).toHaveCount(0);
  await expect(page.locator(".overview h2")).toHaveText("Aiheet");
  await page.goBack();
  await expect(page.locator(".card-kind")).toContainText("Kumppaniverkosto");
});

test("a list of projects follows the lens", async ({ page }) => {
  await page.goto(`${UUSIMAA}&nakyma=lista`);
  await expect(page.getByRole("columnheader", { name: "Aihe", exact: true })).toBeVisible();
  await page.getByRole("link", { name: "Yhteistyö", exact: true }).click();
  await expect(page.getByRole("columnheader", { name: "Verkosto", exact: true })).toBeVisible();
  const pick = page.getByRole("combobox", { name: "Verkosto" });
  const choice = pick.locator("option", { hasText: /kumppaneineen/ }).first();
  const promised = /\((\d+)\)/.exec((await choice.textContent()) ?? "")?.[1] ?? "";
  await pick.selectOption(await choice.getAttribute("value"));
  await expect(page.getByRole("status").filter({ hasText: `${promised} hanketta` })).toBeVisible();
  await expect(page).toHaveURL(/verkosto=cooperation/);
});

test("a second choice of a network unfolds it, and the way back leads to it", async ({ page }) => {
  await page.goto(NORTH_OSTROBOTHNIA + TOGETHER);
  const network = page.locator(".group").first();
  const mark = (await network.getAttribute("data-mark")) ?? "";
  const name = await page.locator(".group").first().getAttribute("aria-label");
  await network.locator(".bubble").click();
  await expect(page.locator(".card h2")).toBeVisible();
  const title = await page.locator(".card h2").innerText();
  expect(name).toContain(title.split(" ")[0]);
  await network.locator(".bubble").click();

  await expect(page.locator(".unfolded")).toBeVisible();
  await expect(page.locator("#picture-title")).toHaveText(title);
  await expect(page).toHaveURL(/avattu=verkosto:cooperation/);
  await expect(page.locator(".unfolded .square").first()).toBeVisible();
  await expect(page.locator(".unfolded .actor").first()).toBeVisible();

  await page.getByRole("link", { name: "Takaisin kokonaiskuvaan" }).click();
  await expect(page.locator(".unfolded")).toHaveCount(0);
  await expect(page.locator(`[data-mark="${mark}"]`)).toBeVisible();
  await page.goBack();
  await expect(page.locator(".unfolded")).toBeVisible();
});

test("surroundings reach further, show more, and are the same as a list", async ({ page }) => {
  await page.goto(`${LAPLAND}&kortti=toimija:${UNIVERSITY}`);
  await page.getByRole("link", { name: "Näytä ympäristö" }).click();
  const marks = page.locator(".unfolded [data-mark]");
  await expect(marks).toHaveCount(36);
  await page.getByRole("link", { name: /^Näytä \d+ lisää$/ }).click();
  await expect(marks).toHaveCount(48);
  await expect(page).toHaveURL(/naytetaan=48/);
  await page.getByRole("link", { name: "Myös kumppanien hankkeet" }).click();
  await expect(page).toHaveURL(/askelia=2/);

  await page.getByRole("button", { name: "Sulje" }).click();
  const listed = page.getByRole("complementary").locator('.contents a[href*="kortti=hanke"]');
  await expect(listed).toHaveCount(await page.locator(".unfolded .square").count());
  const line = listed.first();
  await line.hover();
  await expect(page.locator(".unfolded .far").first()).toBeAttached();
  const name = await line.innerText();
  await line.click();
  await expect(page.locator(".card h2")).toHaveText(name);
  await expect(page.locator(".unfolded .square.selected")).toHaveCount(1);
});

test("the keyboard walks an unfolded picture, and Esc folds it", async ({ page }) => {
  await page.goto(`${LAPLAND}&avattu=toimija:${UNIVERSITY}`);
  const first = page.locator(".unfolded [data-walk='0']");
  await first.focus();
  await page.keyboard.press("ArrowRight");
  const second = page.locator(".unfolded [data-walk='1']");
  await expect(second).toBeFocused();
  await expect(second).toHaveAccessibleName(/kuvassa \d+/);
  await page.keyboard.press("Escape");
  await expect(page.locator(".unfolded")).toHaveCount(0);
  await expect(page.locator(`.ring [data-mark="actor:${UNIVERSITY}"]`)).toBeFocused();
});

test("on a phone the networks come before the picture, and a picture unfolds", async ({ page }) => {
  await page.setViewportSize(SIZES.phone);
  await page.goto(UUSIMAA + TOGETHER);
  const rows = await page.locator(".rows").boundingBox();
  const ring = await page.locator(".ring").boundingBox();
  expect((rows?.y ?? 0) + (rows?.height ?? 0)).toBeLessThan(ring?.y ?? 0);
  await page.locator(".row").first().click();
  const sheet = page.getByRole("dialog");
  await sheet.getByRole("link", { name: "Avaa" }).click();
  await expect(page.locator(".unfolded")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();
  await page.getByText("Sama luettelona").click();
  await expect(page.locator(".contents a").first()).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test("picture and card of this lens fit an office screen from the tabs down", async ({ page }) => {
  await page.setViewportSize(SIZES.office);
  for (const view of [
    `${LAPLAND}${TOGETHER}&nakyma=kuva`,
    UUSIMAA + TOGETHER,
    `${LAPLAND}&avattu=toimija:${UNIVERSITY}`,
  ]) {
    await page.goto(view);
    await expect(page.locator(".ring")).toBeVisible();
    const tabs = await page.locator(".tabs").boundingBox();
    const ring = await page.locator(".legend").boundingBox();
    expect((ring?.y ?? 0) + (ring?.height ?? 0) - (tabs?.y ?? 0)).toBeLessThanOrEqual(720);
  }
});

test("pairs beyond chance stand in the list and on their cards, and as a file", async ({ page }) => {
  await page.goto(`${UUSIMAA}${TOGETHER}&nakyma=lista`);
  const part = page
    .locator(".networks .part")
    .filter({ has: page.getByRole("heading", { name: "Enemmän kuin sattumalta" }) });
  await expect(part.locator("li")).toHaveCount(2);
  await expect(part.locator("li").last()).toHaveText(
    /Vantaan kaupunki\s*ja\s*Helsingin kaupunki\s*8 yhteistä hanketta/,
  );
  await part.getByRole("link", { name: "Helsingin kaupunki" }).click();
  const partners = page
    .locator(".card .part")
    .filter({ has: page.getByRole("heading", { name: "Samoissa hankkeissa" }) });
  await expect(partners.locator("li").filter({ hasText: "enemmän kuin sattumalta" })).toHaveText(
    /^Vantaan kaupunki/,
  );
  await expect(page.locator(".card")).toContainText("Verrattu 74 hankkeeseen, joiden kumppanit on lueteltu.");

  await page.getByRole("link", { name: "Hankkeet", exact: true }).click();
  await page.getByRole("button", { name: "Verkosto" }).click();
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("menuitem", { name: "Toimijaparit (CSV)" }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/pairs\.csv$/);
});

test("where too few projects are known, nothing is said of chance", async ({ page }) => {
  await page.goto(`${LAPLAND}${TOGETHER}&kortti=toimija:ytunnus:0292800-5`);
  await expect(page.locator(".card")).toContainText("Liian vähän hankkeita: ei voi sanoa");
  await expect(page.locator(".card").getByText("enemmän kuin sattumalta", { exact: true })).toHaveCount(0);
});
