import type { Page } from "@playwright/test";
import { barriers, csv, expect, give, SIZES, store, test } from "./own";

const PAGE = "?sivu=tuonti";
const GOOD = csv(
  "lista.csv",
  "hanke;toimija;y-tunnus;kunta",
  "Hanke A;Lapin liitto;;Rovaniemi",
  "Hanke B;Oulun yliopisto;0245895-5;Oulu",
  "Hanke C;Oulun yliopisto;0245895-5;Oulu",
);

const heading = (page: Page, name: string) => page.getByRole("heading", { level: 2, name });

test("a file is looked at, stored, seen and taken back", async ({ page }) => {
  await store(page, GOOD);
  await expect(page.getByText("3 uutta hanketta.")).toBeVisible();
  await page.getByRole("link", { name: "Katso alueet" }).click();
  await page.getByRole("searchbox", { name: "Valitse alue" }).fill("lappi");
  await expect(page.getByRole("option").first()).toHaveAccessibleName(/^Lappi: 1 hanke/);
  await page.goBack();
  await page.getByRole("button", { name: "Peru tämä tuonti" }).click();
  await expect(heading(page, "Tarkista ja peru tuonti")).toBeVisible();
  await expect(page.getByText("3 poistuu.")).toBeVisible();
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Peru tuonti" }).click();
  await expect(heading(page, "Tuonti on peruttu")).toBeVisible();
  await page.getByRole("link", { name: "Tuo toinen tiedosto" }).click();
  await expect(page.getByText("Aineistoja ei vielä ole.")).toBeVisible();
});

test("what is wrong with rows is told before anything is stored, with place and cure, and can be filtered", async ({
  page,
}) => {
  await page.goto(PAGE);
  await give(
    page,
    csv(
      "likainen.csv",
      "hanke;toimija;alkaa;puhelin",
      "Hanke A;Redu;31.2.2024;040 1234567",
      ";Redu;;",
      "Hanke B;;;",
    ),
  );
  await expect(page.getByText("2 riviä jää pois; syyt ovat alla.")).toBeVisible();
  await expect(page.locator(".issue-table tbody tr")).toHaveCount(3);
  // A window whose lower edge lies over the head of the table, where the buttons stick.
  const size = page.viewportSize();
  const head = await page.locator(".issue-table thead").boundingBox();
  await page.setViewportSize({ width: 1280, height: Math.round((head?.y ?? 0) + 40) });
  const covered = await page.getByRole("button", { name: "Tallenna muutokset" }).evaluate((button) => {
    const { left, right, top, bottom } = button.getBoundingClientRect();
    const seen = [top + 4, (top + bottom) / 2, bottom - 4].map((y) =>
      document.elementFromPoint((left + right) / 2, y),
    );
    return seen.some((element) => element !== button);
  });
  if (size) await page.setViewportSize(size);
  expect(covered).toBe(false);
  await page.getByText("Lähteen nimi, päivä ja yhdistäminen").click();
  await expect(page.locator(".dayfield")).toContainText("pp.kk.vvvv");
  await page.getByRole("button", { name: "Tallenna muutokset" }).click();
  await expect(page.locator(".report")).toBeVisible();
  await expect(page.getByText("Lukematta jäävät sarakkeet: puhelin.")).toBeVisible();
  const rows = page.locator(".issue-table tbody tr");
  await expect(rows).toHaveCount(3);
  await page.getByLabel("Näytä").selectOption("rivi jätettiin pois");
  await expect(rows).toHaveCount(2);
  await page.getByLabel("Hae riviä, saraketta tai sanaa").fill("toimijan");
  await expect(rows).toHaveCount(1);
  const file = page.waitForEvent("download");
  await page.getByRole("link", { name: "Raportti: CSV" }).click();
  expect((await file).suggestedFilename()).toBe("tuontiraportti.csv");
  await expect(page.getByText("040 1234567")).toHaveCount(0);
});

test("a wrong guess is corrected, also for a file that could not be read", async ({ page }) => {
  await page.goto(PAGE);
  await give(page, csv("outo.csv", "Mitä;Kuka;Sähköposti", "Hanke X;Redu;a@b.example"));
  await expect(heading(page, "Tiedostoa ei voitu lukea")).toBeVisible();
  await expect(page.getByText("Mitään ei ole tallennettu.")).toBeVisible();
  await expect(page.getByText("a@b.example")).toHaveCount(0);
  await page.getByLabel("Mitä sarake Mitä tarkoittaa").selectOption("hankkeen nimi");
  await page.getByLabel("Mitä sarake Kuka tarkoittaa").selectOption("toimija");
  await page.getByRole("button", { name: "Lue uudelleen" }).click();
  await expect(heading(page, "Tarkista ja tallenna")).toBeVisible();
  await expect(page.getByText("yksi uusi hanke.")).toBeVisible();
  // The address holds the draft.
  await page.reload();
  await expect(page.getByText("yksi uusi hanke.")).toBeVisible();
  await page.getByRole("button", { name: "Hylkää" }).click();
  await expect(page.getByText("Aineistoja ei vielä ole.")).toBeVisible();
});

test("most of a source goes only when that is meant", async ({ page }) => {
  await store(page, GOOD);
  await page.goto(PAGE);
  await give(page, csv("lista.csv", "hanke;toimija;kunta", "Hanke A;Lapin liitto;Kemi"));
  await expect(page.getByText("Lähteen 3 rivistä poistuu 2", { exact: false })).toBeVisible();
  const button = page.getByRole("button", { name: "Tallenna muutokset" });
  await expect(button).toBeDisabled();
  await page.getByRole("checkbox").check();
  await button.click();
  await expect(heading(page, "Tuonti on valmis")).toBeVisible();
});

test("a file dropped on any page leads to its import", async ({ page }) => {
  await page.goto("");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  const data = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(["hanke;toimija\nHanke A;Redu\n"], "pudotettu.csv"));
    return transfer;
  });
  await page.dispatchEvent("main", "drop", { dataTransfer: data });
  await expect(heading(page, "Tarkista ja tallenna")).toBeVisible();
  await expect(page.getByText("pudotettu.csv")).toBeVisible();
});

test("a file dropped beside the zone is taken at once, not at a later visit", async ({ page }) => {
  await page.goto(PAGE);
  await expect(page.locator(".drop-zone")).toBeVisible();
  const data = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(["hanke;toimija\nHanke A;Redu\n"], "ohi.csv"));
    return transfer;
  });
  await page.dispatchEvent(".desk-head", "drop", { dataTransfer: data });
  await expect(heading(page, "Tarkista ja tallenna")).toBeVisible();
  await expect(page.getByText("ohi.csv")).toBeVisible();
});

test("choices that were not sent are never passed over when storing", async ({ page }) => {
  await store(page, GOOD);
  await page.goto(PAGE);
  await give(
    page,
    csv(
      "lista.csv",
      "hanke;toimija;y-tunnus;kunta",
      "Hanke A;Lapin liitto;;Rovaniemi",
      "Hanke B;Oulun yliopisto;0245895-5;Oulu",
      "Hanke D;Oulun yliopisto;0245895-5;Oulu",
    ),
  );
  await expect(page.getByText("yksi uusi hanke, yksi poistuu.")).toBeVisible();
  const button = page.getByRole("button", { name: "Tallenna muutokset" });
  await expect(button).toBeEnabled();
  await page.locator(".settings summary").click();
  await page.locator(".modes input").last().check();
  await expect(button).toBeDisabled();
  await expect(page.getByText("Olet muuttanut valintoja.", { exact: false })).toBeVisible();
  // What was chosen in one panel is sent from the other as well.
  await page.locator(".recognition > summary").click();
  await page.getByLabel("Mitä sarake kunta tarkoittaa").selectOption({ index: 0 });
  await page.getByRole("button", { name: "Lue uudelleen" }).click();
  await expect(page.getByText("yksi uusi hanke.")).toBeVisible();
  await button.click();
  await expect(heading(page, "Tuonti on valmis")).toBeVisible();
  await expect(page.locator(".report .lead")).not.toContainText("poistuu");
});

test("an import that is cancelled stores nothing", async ({ page }) => {
  const rows = Array.from({ length: 60_000 }, (_, i) => `Hanke ${i};Toimija ${i % 900}`);
  await page.goto(PAGE);
  await give(page, csv("iso.csv", "hanke;toimija", ...rows));
  await page.getByRole("button", { name: "Keskeytä" }).click();
  await expect(page.locator(".draft-head h2")).toHaveText(/keskeyt/i);
  await page.goto(PAGE);
  await expect(page.getByText("Aineistoja ei vielä ole.")).toBeVisible();
});

for (const [size, viewport] of Object.entries(SIZES))
  test(`no barrier is found in an import at ${size}`, async ({ page }) => {
    test.slow();
    await page.setViewportSize(viewport);
    for (const lang of ["fi", "sv", "en"]) {
      await page.goto(`${PAGE}&kieli=${lang}`);
      await expect(page.locator(".drop-zone")).toBeVisible();
      expect(await barriers(page)).toEqual([]);
      await give(page, GOOD);
      await expect(page.locator(".changes")).toBeVisible();
      for (const summary of await page.locator("summary").all()) await summary.click();
      expect(await barriers(page)).toEqual([]);
      await page.locator(".draft-actions .primary").last().click();
      await expect(page.locator(".report")).toBeVisible();
      expect(await barriers(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    }
  });

test.describe("with a key", () => {
  test.use({ key: "avain-jota-ei-arvaa", expectedErrors: [/Failed to load resource/] });

  test("only who has the key gets to the imports", async ({ page }) => {
    await page.goto(PAGE);
    await page.getByLabel("Avain").fill("väärä avain, pitkä");
    await page.getByRole("button", { name: "Jatka" }).click();
    await expect(page.getByText("Avain ei ole oikea.")).toBeVisible();
    await page.getByLabel("Avain").fill("avain-jota-ei-arvaa");
    await page.getByRole("button", { name: "Jatka" }).click();
    await expect(page.locator(".drop-zone")).toBeVisible();
    await page.reload();
    await expect(page.locator(".drop-zone")).toBeVisible();
  });
});

test("letters and columns that were taken wrongly are set right", async ({ page }) => {
  await page.goto(PAGE);
  const file = csv("mac.csv", "hanke;toimija;kunta", "Y?;?ht?rin kaupunki;Kemi");
  const letters = { "?": [0x9a, 0x80, 0x8a] };
  let next = 0;
  file.buffer = Buffer.from(
    [...file.buffer].map((byte) => (byte === 0x3f ? (letters["?"][next++] ?? 0) : byte)),
  );
  await give(page, file);
  await expect(page.getByText("yksi uusi hanke.")).toBeVisible();
  await page.locator(".recognition summary").click();
  await expect(page.locator("table.preview")).not.toContainText("Ähtärin kaupunki");
  await page.getByLabel("Merkistö").selectOption("vanha Mac");
  await page.getByRole("button", { name: "Lue uudelleen" }).click();
  await page.locator(".recognition summary").click();
  await expect(page.locator("table.preview")).toContainText("Ähtärin kaupunki");
  await expect(page.locator(".recognition summary")).toContainText("MACINTOSH");
  await page.getByLabel("Sarakkeiden erotin").selectOption("pystyviiva |");
  await page.getByRole("button", { name: "Lue uudelleen" }).click();
  await expect(heading(page, "Tiedostoa ei voitu lukea")).toBeVisible();
  await page.getByLabel("Sarakkeiden erotin").selectOption("puolipiste ;");
  await page.getByRole("button", { name: "Lue uudelleen" }).click();
  await expect(page.getByText("yksi uusi hanke.")).toBeVisible();
});
