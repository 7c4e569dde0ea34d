import { expect, NORTH_OSTROBOTHNIA, TOGETHER, test } from "./page";

test("the boundary of a group stands on its card in a word, its figures one step further", async ({
  page,
}) => {
  await page.goto(NORTH_OSTROBOTHNIA + TOGETHER);
  await page.locator(".row").first().click();
  const boundary = page.locator(".card .boundary");
  await expect(boundary.locator("summary")).toHaveText(
    /^Ryhmän rajaus: (selvä|melko selvä|tulkinnanvarainen)$/,
  );
  await expect(boundary.locator("p")).toBeHidden();
  await boundary.locator("summary").click();
  await expect(boundary).toContainText(/100 kertaa.*90\s%.*Erotus on -?[01](,\d+)?\./);
});

test("topics that are no clearer than chance are called indicative", async ({ page }) => {
  await page.goto(NORTH_OSTROBOTHNIA);
  await expect(page.locator(".ring")).toBeVisible();
  await expect(page.locator(".indicative")).toHaveText(
    /^Aiheet ovat suuntaa antavia\. Sattumaa selvemmin rajautuvia ryhmiä on \d+, kun ryhmiä on \d+\.$/,
    { timeout: 45_000 },
  );
});

test("the card of a sole connector says who loses touch when it leaves", async ({ page }) => {
  await page.goto(`${NORTH_OSTROBOTHNIA}${TOGETHER}&kortti=toimija:ytunnus:0245895-5`);
  const card = page.locator(".card");
  await expect(card).toContainText(
    "Jos Oulun yliopisto jäisi pois, muista jäisi erilleen: Ilmatieteen laitos.",
  );
  await expect(card).toContainText("Seuraavaksi paras yhdistäjä on");
});

test("a card says how clear its place in the group is, and of which other group it is", async ({ page }) => {
  await page.goto("?alue=fi&kortti=hanke:eura:S21744");
  const card = page.locator(".card");
  await expect(card.locator(".boundary summary")).toHaveText("Paikka ryhmässä: tulkinnanvarainen", {
    timeout: 45_000,
  });
  await expect(card).toContainText(
    /Kuuluu myös ryhmään Työhyvinvointi ja digitalisaatio\. .*erottuivat toisistaan \d+ kertaa, ja niistä \d+ kertaa se oli siinä ryhmässä/,
  );
  await card.locator(".boundary summary").click();
  await expect(card.locator(".boundary")).toContainText("100 kertaa");
  await card.getByRole("link", { name: "Työhyvinvointi ja digitalisaatio" }).click();
  await expect(card.locator("h2")).toHaveText("Työhyvinvointi ja digitalisaatio");
  const both = card.locator(".of-two");
  await expect(both).toContainText(/jäsen(tä)? kuuluu myös toiseen ryhmään:/);
  await expect(both.getByRole("listitem").filter({ hasText: "Vetovoimainen kotihoito" })).toContainText(
    /myös:.+\d+\/\d+ kerrasta/,
  );
  await expect(both).toContainText(
    /kuuluu myös tähän ryhmään:.*Humanistit uudistuvassa työelämässä.*oma ryhmä:/,
  );
});
