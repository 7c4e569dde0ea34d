import { mkdirSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "@playwright/test";

// The tests run against the real program with the example landscape; an
// address in HANKEVERKKO_URL takes the place of starting it.
const port = process.env.E2E_PORT ?? "8471";
const url = process.env.HANKEVERKKO_URL ?? `http://127.0.0.1:${port}/`;
const program = fileURLToPath(new URL("../bin/hankeverkko", import.meta.url));
const folder = fileURLToPath(new URL("node_modules/.cache/e2e/", import.meta.url));
const started = process.env.HANKEVERKKO_URL !== undefined || process.env.TEST_WORKER_INDEX !== undefined;
if (!started) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
}
const store = `sqlite:${folder}example.db`;

export default defineConfig({
  testDir: "e2e",
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [["list"]],
  use: {
    baseURL: url,
    viewport: { width: 1440, height: 900 },
    locale: "fi-FI",
    launchOptions: {
      executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  webServer: process.env.HANKEVERKKO_URL
    ? undefined
    : {
        command: `"${program}" import --example --yes --store "${store}" && exec "${program}" serve --store "${store}" --addr 127.0.0.1:${port}`,
        url: `${url}api/v1/ready`,
        timeout: 120_000,
        stdout: "ignore",
      },
});
