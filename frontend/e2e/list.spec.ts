import { readFile } from "node:fs/promises";
import { expect, LAPLAND, test } from "./page";

const LIST = `${LAPLAND}&nakyma=lista`;

test("the list sorts by its header", async ({ page }) => {
  await page.goto(LIST);
  const table = page.getByRole("grid", { name: "Hankkeet" });
  const header = table.getByRole("columnheader", { name: "Päättyy" });
  await header.click();
  await expect(header).toHaveAttribute("aria-sort", "ascending");
  await expect(page).toHaveURL(/jarjestys=to/);
  const ends = async () =>
    (await table.locator("tbody tr td:nth-of-type(5)").allInnerTexts())
      .filter((text) => text !== "")
      .map((text) =>
        text
          .split(".")
          .reverse()
          .map((part) => part.padStart(2, "0"))
          .join("-"),
      );
  await expect(async () => {
    const dates = await ends();
    expect(dates.length).toBeGreaterThan(10);
    expect(dates).toEqual(dates.toSorted());
  }).toPass();
  await header.click();
  await expect(header).toHaveAttribute("aria-sort", "descending");
});

test("filters narrow the list to the count they promise, and Back undoes them", async ({ page }) => {
  await page.goto(LIST);
  const fund = page.getByRole("combobox", { name: "Rahasto" });
  const choice = fund.locator("option", { hasText: "EAKR" });
  const promised = /\((\d+)\)/.exec((await choice.textContent()) ?? "")?.[1] ?? "";
  await fund.selectOption("EAKR");
  await expect(page.getByRole("status").filter({ hasText: `${promised} hanketta` })).toBeVisible();
  await expect(page.locator(".table tbody tr")).toHaveCount(Number(promised));
  await page.goBack();
  await expect(fund).toHaveValue("");
});

test("a row opens its card beside the list", async ({ page }) => {
  await page.goto(LIST);
  const row = page.locator(".table tbody tr").nth(2);
  const code = await row.locator(".code").innerText();
  await row.click();
  await expect(page.getByRole("complementary")).toContainText(`Hanke ${code}`);
  await expect(row).toHaveClass(/on/);
});

test("the file holds what the list holds", async ({ page }) => {
  await page.goto(`${LIST}&rahasto=ESR`);
  const total = Number.parseInt(await page.locator(".listtools b").innerText(), 10);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "CSV" }).click(),
  ]);
  const text = await readFile(await download.path(), "utf8");
  expect(download.suggestedFilename()).toMatch(/\.csv$/);
  const [rows] = text.trim().split(/\r?\n\r?\n/);
  expect(rows?.split(/\r?\n/)).toHaveLength(total + 1);
});

test("the network is a file for other programs", async ({ page }) => {
  await page.goto(LIST);
  await page.getByRole("button", { name: "Verkosto" }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("menuitem", { name: "Verkosto Gephiin (GEXF)" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.gexf$/);
  const text = await readFile(await download.path(), "utf8");
  expect(text).toContain("<gexf");
  expect(text).toContain("ytunnus:0292800-5");
});

test("copying takes all rows, not only those shown", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("?alue=fi&nakyma=lista");
  const total = Number.parseInt((await page.locator(".listtools b").innerText()).replace(/\s/g, ""), 10);
  expect(total).toBeGreaterThan(100);
  await page.getByRole("button", { name: "Kopioi" }).click();
  await expect(page.getByText("Kopioitu leikepöydälle")).toBeVisible();
  const lines = (await page.evaluate(() => navigator.clipboard.readText())).split("\n");
  expect(lines).toHaveLength(total + 1);
  expect(lines[0]?.split("\t")).toHaveLength(8);
});

test("a long list shows a hundred rows at a time", async ({ page }) => {
  await page.goto("?alue=fi&nakyma=lista");
  await expect(page.locator(".table tbody tr")).toHaveCount(100);
  await page.getByRole("button", { name: "Näytä lisää" }).click();
  await expect(page.locator(".table tbody tr")).toHaveCount(200);
});

test("the organisations are a list of their own", async ({ page }) => {
  await page.goto(LIST);
  await page.getByRole("link", { name: "Toimijat" }).click();
  const table = page.getByRole("grid", { name: "Toimijat" });
  await expect(table.getByRole("columnheader", { name: "Hankkeita" })).toHaveAttribute(
    "aria-sort",
    "descending",
  );
  await page.getByLabel("Mistä").selectOption("own");
  await table.getByRole("row").nth(1).click();
  await expect(page.getByRole("complementary")).toContainText("omalta alueelta");
});
