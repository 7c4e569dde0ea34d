// A program of its own for tests that store something: no other test sees it.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { test as base, expect, SIZES } from "./page";

export { expect, SIZES };

const program = fileURLToPath(new URL("../../bin/hankeverkko", import.meta.url));

const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });

export const test = base.extend<{ site: string; key: string }>({
  key: ["", { option: true }],
  site: [
    async ({ key }, use) => {
      const folder = mkdtempSync(join(tmpdir(), "hankeverkko-e2e-"));
      const url = `http://127.0.0.1:${await freePort()}/`;
      const server: ChildProcess = spawn(
        program,
        ["serve", "--store", `sqlite:${join(folder, "own.db")}`, "--addr", new URL(url).host],
        { stdio: "ignore", env: { ...process.env, HANKEVERKKO_CURATOR_KEY: key } },
      );
      await expect(async () => expect((await fetch(`${url}api/v1/ready`)).ok).toBe(true)).toPass();
      await use(url);
      server.kill();
      rmSync(folder, { recursive: true, force: true });
    },
    { timeout: 60_000 },
  ],
  baseURL: async ({ site }, use) => use(site),
});

export const csv = (name: string, ...lines: string[]) => ({
  name,
  mimeType: "text/csv",
  buffer: Buffer.from(`${lines.join("\n")}\n`),
});
/** Gives files to the import page. */
export async function give(page: Page, ...files: ReturnType<typeof csv>[]) {
  const chooser = page.waitForEvent("filechooser");
  await page.locator(".drop-zone .button").click();
  await (await chooser).setFiles(files);
}

/** Imports files and waits for the report. */
export async function store(page: Page, ...files: ReturnType<typeof csv>[]) {
  await page.goto("?sivu=tuonti");
  await give(page, ...files);
  await page.getByRole("button", { name: "Tallenna muutokset" }).click();
  await expect(page.locator(".report").first()).toBeVisible();
}

/** What hinders someone, in words. */
export const barriers = async (page: Page) =>
  (await new AxeBuilder({ page }).analyze()).violations.map(
    (v) => `${v.id}: ${v.nodes.map((n) => n.target.join(" ")).join(", ")}`,
  );
