import { expect, LAPLAND, SIZES, test } from "./page";

test("from the choice of a region to a project and back", async ({ page }) => {
  await page.goto("");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Mitä alueellasi tehdään?");
  await page
    .getByRole("option", { name: /^Lappi:/ })
    .first()
    .click();

  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Lappi");
  await expect(page.getByText(/^Lapissa on käynnissä \d+ hanketta\./)).toBeVisible();
  await expect(page).toHaveURL(/\?alue=maakunta:19$/);

  const card = page.getByRole("complementary");
  const topic = card.locator(".row").first();
  const topicName = await topic.locator(".row-name").innerText();
  await topic.click();
  await expect(card.getByRole("heading", { level: 2 })).toHaveText(topicName);

  const actor = card.locator(".part").first().getByRole("link").first();
  const actorName = await actor.innerText();
  await actor.click();
  await expect(card.getByRole("heading", { level: 2 })).toHaveText(actorName);

  const project = card
    .getByRole("region")
    .or(card.locator(".part"))
    .filter({ hasText: "Hankkeet" })
    .getByRole("link")
    .first();
  const projectName = await project.innerText();
  await project.click();
  await expect(card.getByRole("heading", { level: 2 })).toHaveText(projectName);
  const source = card.getByRole("link", { name: /Hankkeen tiedot lähteessä/ });
  await expect(source).toHaveAttribute("target", "_blank");
  await expect(source).toHaveAttribute("rel", "noopener noreferrer");

  await page.goBack();
  await expect(card.getByRole("heading", { level: 2 })).toHaveText(actorName);
  await page.goBack();
  await expect(card.getByRole("heading", { level: 2 })).toHaveText(topicName);
  await page.goBack();
  await expect(card.getByRole("heading", { level: 2 })).toHaveText("Aiheet");
  await page.goBack();
  await expect(page.getByRole("link", { name: "Jatka: Lappi" })).toBeVisible();
});

test("a number in the summary opens its projects", async ({ page }) => {
  await page.goto(LAPLAND);
  const running = page.locator(".lead").getByRole("link").first();
  const words = await running.innerText();
  await running.click();
  await expect(page.getByRole("status").filter({ hasText: words })).toBeVisible();
  await expect(page.getByRole("combobox", { name: "Tila" })).toHaveValue("running");
});

test("an inflected word finds projects, and a hit opens its card", async ({ page }) => {
  await page.goto(LAPLAND);
  await page.getByRole("combobox").click();
  await page.keyboard.type("kiertotalouden");
  const hits = page.getByRole("listbox");
  await expect(hits.getByRole("option").first()).toBeVisible();
  await expect(hits.getByText(/kiertotalou/i).first()).toBeVisible();
  const hit = hits.getByRole("group", { name: "Hankkeet" }).getByRole("option").first();
  const name = await hit.locator("[slot=label]").innerText();
  await hit.click();
  await expect(page.getByRole("complementary").getByRole("heading", { level: 2 })).toHaveText(name);
});

test("a search without hits says what to try", async ({ page }) => {
  await page.goto(LAPLAND);
  await page.getByRole("combobox").click();
  await page.keyboard.type("qwxzqwxz");
  await expect(page.getByText("Kokeile lyhyempää sanaa")).toBeVisible();
});

test("the viewing date is changed and can be taken back", async ({ page }) => {
  await page.goto(LAPLAND);
  const date = page.getByRole("button", { name: /^Tarkastelupäivä/ });
  await expect(date).toContainText("30.6.2019");
  await date.click();
  await page.getByRole("button", { name: /^Tänään/ }).click();
  await expect(page).toHaveURL(/pvm=\d{4}-\d{2}-\d{2}/);
  await expect(date).not.toContainText("30.6.2019");
  await page.goBack();
  await expect(date).toContainText("30.6.2019");
});

test("the matrix opens the projects of one organisation in one topic", async ({ page }) => {
  await page.goto(LAPLAND);
  await page.getByRole("link", { name: "Taulukko" }).click();
  const cell = page.locator(".matrix .cell").first();
  const count = (await cell.locator(".hidden").innerText()).trim().split("\n").at(-1) ?? "";
  await cell.click();
  await expect(page.getByRole("status").filter({ hasText: count })).toBeVisible();
  await expect(page).toHaveURL(/toimija=/);
});

test("on a phone the topics come before the picture, and a card rises from below", async ({ page }) => {
  await page.setViewportSize(SIZES.phone);
  await page.goto(LAPLAND);
  const rows = await page.locator(".rows").boundingBox();
  const ring = await page.locator(".ring").boundingBox();
  expect((rows?.y ?? 0) + (rows?.height ?? 0)).toBeLessThan(ring?.y ?? 0);
  await page.locator(".row").first().click();
  const sheet = page.getByRole("dialog");
  await expect(sheet.getByRole("heading", { level: 2 })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test("picture and card fit an office screen from the tabs down", async ({ page }) => {
  await page.setViewportSize(SIZES.office);
  await page.goto(`${LAPLAND}`);
  const tabs = await page.locator(".tabs").boundingBox();
  const picture = await page.locator(".picture").boundingBox();
  expect((picture?.y ?? 0) + (picture?.height ?? 0) - (tabs?.y ?? 0)).toBeLessThanOrEqual(720);
});

test.describe("without connection", () => {
  test.use({ expectedErrors: [/Failed to load resource/] });

  test("the old content stays and the page says so", async ({ page }) => {
    await page.goto(LAPLAND);
    await expect(page.locator(".ring")).toBeVisible();
    await page.route("**/api/**", (route) => route.abort());
    await page.getByText("Vain täällä johdetut").click();
    await expect(page.getByText("Yhteys palvelimeen katkesi.")).toBeVisible();
    await expect(page.locator(".ring")).toBeVisible();
    await page.unroute("**/api/**");
    await page.getByRole("button", { name: "Yritä uudelleen" }).click();
    await expect(page.getByText("Yhteys palvelimeen katkesi.")).toBeHidden();
  });

  test("a region that is not known is answered in words", async ({ page }) => {
    await page.goto("?alue=maakunta:99");
    await expect(page.getByRole("alert")).toBeVisible();
    await page.getByRole("link", { name: "Valitse toinen alue" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Mitä alueellasi tehdään?");
  });
});
