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

const pairNames = (page: Page) => page.locator(".pair-side h3").allTextContents();
async function opened(page: Page) {
  await store(page, NAMES);
  await page.goto("?sivu=toimijat");
  await expect(page.locator(".pair")).toBeVisible();
}
const DECISIONS = "**/api/v1/decisions*";

test("undo takes back the answer just given, also one still on its way", async ({ page }) => {
  await opened(page);
  await page.keyboard.press("e");
  await waiting(page, "yksi päätetty nyt");
  await page.route(DECISIONS, async (route) => {
    await new Promise((done) => setTimeout(done, 700));
    await route.continue();
  });
  const second = await pairNames(page);
  await page.keyboard.press("e");
  await page.keyboard.press("u");
  await expect.poll(() => pairNames(page)).toEqual(second);
  await expect(async () => {
    const journal = await (await page.request.get("api/v1/decisions?lang=fi")).json();
    expect(journal.items.map((entry: { state: string }) => entry.state)).toEqual([
      "holds",
      "undone",
      "holds",
    ]);
    expect(journal.items[0].kind).toBe("undo");
  }).toPass();
});

test("a key that lies pressed decides one pair", async ({ page }) => {
  await opened(page);
  for (let i = 0; i < 4; i++) await page.keyboard.down("m");
  await page.keyboard.up("m");
  await waiting(page, "yksi päätetty nyt");
});

test.describe("when the server says no or is not reached", () => {
  test.use({ expectedErrors: [/Failed to load resource/] });

  test("a refused answer is told with its pair, wherever one has walked", async ({ page }) => {
    await opened(page);
    const first = await pairNames(page);
    await page.keyboard.press("j");
    await expect.poll(() => pairNames(page)).not.toEqual(first);
    const second = await pairNames(page);
    await page.route(DECISIONS, (route) =>
      route.fulfill({
        status: 409,
        contentType: "application/problem+json",
        body: JSON.stringify({ type: "about:blank", title: "Ei sovi", status: 409, detail: "Siksi." }),
      }),
    );
    await page.keyboard.press("s");
    const trouble = page.locator(".review-trouble");
    await expect(trouble).toContainText("Siksi.");
    await trouble.getByRole("button", { name: "Näytä pari" }).click();
    await expect.poll(() => pairNames(page)).toEqual(second);
  });

  test("an undo that is lost on the way leaves the pair decided and can be tried again", async ({ page }) => {
    await opened(page);
    const first = await pairNames(page);
    await page.keyboard.press("m");
    await waiting(page, "yksi päätetty nyt");
    await page.route("**/undo*", (route) => route.abort());
    await page.keyboard.press("u");
    await expect(page.locator(".review-trouble")).toContainText("Palvelin ei vastaa");
    await waiting(page, "yksi päätetty nyt");
    await expect.poll(() => pairNames(page)).not.toEqual(first);
    await page.unroute("**/undo*");
    await page.keyboard.press("u");
    await expect(page.locator(".review-trouble")).toHaveCount(0);
    await expect(page.locator(".pair-side h3").first()).toHaveText(first[0] ?? "");
  });
});

test("what was decided or put aside is found where it belongs", async ({ page }) => {
  await opened(page);
  const first = await pairNames(page);
  await page.keyboard.press("m");
  await waiting(page, "yksi päätetty nyt");
  await page.getByLabel("Näytä myöhemmäksi jätetyt").check();
  await expect(page.locator(".pair-side h3").first()).toHaveText(first[0] ?? "");
  await page.getByRole("link", { name: "Päätökset" }).click();
  await expect(page.locator(".entry")).toHaveCount(1);
  await page.getByRole("link", { name: "Ehdotukset" }).click();
  await expect(page.locator(".pair")).toBeVisible();
  expect(await pairNames(page)).not.toEqual(first);
});

test("the answers keep their place from pair to pair", async ({ page }) => {
  await opened(page);
  const box = () => page.locator(".answer").first().boundingBox();
  const first = await box();
  await page.keyboard.press("j");
  expect(await box()).toEqual(first);
});

test.describe("an organisation that is parted", () => {
  // Its card asks anew for what is gone, and stays.
  test.use({ expectedErrors: [/404/] });

  test("name, kind and seats are set right on a card, and stand in the journal", async ({ page }) => {
    await store(
      page,
      csv(
        "paikat.csv",
        "hanke;toimija;y-tunnus;kunta",
        "Hanke A;Keskus;2296962-1;Oulu",
        "Hanke B;Keskus;2296962-1;Lahti",
        "Hanke C;Karhuseutu ry;;Pori",
      ),
    );
    const card = "?alue=fi&kortti=toimija:ytunnus:2296962-1";
    await page.goto(card);
    await page.getByText("Korjaa tietoja").click();
    await page.getByLabel("Nimi, jota käytetään").fill("Kehittämiskeskus");
    await page.locator(".correct").first().getByRole("button", { name: "Tallenna" }).click();
    await expect(page.getByText(/^nimi \(suomi\).*Tallennettu/)).toBeVisible();
    await expect(page.getByRole("heading", { name: "Kehittämiskeskus" })).toBeVisible();
    await page.locator(".correct").nth(1).getByLabel("Laji").selectOption("valtion viranomainen");
    await page.locator(".correct").nth(1).getByRole("button", { name: "Tallenna" }).click();
    await expect(page.locator("dd", { hasText: "valtion viranomainen" })).toBeVisible();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole("button", { name: "Jaa kunnittain" }).click();
    await expect(page.getByText(/^jaettu paikan mukaan.*Tallennettu/)).toBeVisible();
    await page.waitForTimeout(3000); // the page asks anew, and the card stays
    await expect(page.getByText(/^jaettu paikan mukaan.*Tallennettu/)).toBeVisible();
    await page.goto("?sivu=toimijat&kohta=paatokset");
    await expect(page.locator(".entry")).toHaveCount(3);
    await expect(page.locator(".entry").first()).toContainText("jaettu paikan mukaan");
    await page.getByRole("button", { name: "Peru päätös" }).first().click();
    await expect(page.locator(".entry")).toHaveCount(4);
    await expect(async () => {
      expect((await page.request.get("api/v1/actors/ytunnus:2296962-1?region=fi")).ok()).toBe(true); // views follow soon
    }).toPass();
    await page.goto(card);
    await expect(page.getByRole("heading", { name: "Kehittämiskeskus" })).toBeVisible();
  });
});

test("a journal longer than one asking is read to its end", async ({ page, request }) => {
  await store(page, NAMES);
  for (let i = 0; i < 104; i++) {
    const made = await request.post("api/v1/decisions?lang=fi", {
      data: { kind: "name", actors: ["0245895-5"], value: `Nimi ${i}`, lang: "fi" },
    });
    expect(made.status()).toBe(201);
  }
  await page.goto("?sivu=toimijat&kohta=paatokset");
  await expect(page.locator(".entry")).toHaveCount(100);
  await page.getByRole("button", { name: "Näytä vanhempia (4)" }).click();
  await expect(page.locator(".entry")).toHaveCount(104);
});
