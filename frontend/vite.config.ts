import { readdirSync, rmSync } from "node:fs";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vitest/config";
import { PROGRAM_WORDS } from "./src/words/program.ts";

const OUT = new URL("dist/", import.meta.url);
const api = process.env.HANKEVERKKO_API ?? "http://127.0.0.1:8080";

// React Aria carries its own texts in 34 languages; the page speaks three.
const ariaTexts = /\/intl\/[^/]+\/(?!fi-FI|sv-SE|en-US)[a-z]{2}-[A-Z]{2}\.m?js$/;
const threeLanguages: Plugin = {
  name: "three-languages",
  enforce: "pre",
  load(id) {
    return ariaTexts.test(id) ? "export default {}" : null;
  },
};

// The word files are shared with the program; the page leaves out what only the program says.
const ownWords: Plugin = {
  name: "own-words",
  enforce: "pre",
  transform(code, id) {
    if (!/\/words\/(fi|sv|en)\.json$/.test(id)) return null;
    const others: readonly string[] = PROGRAM_WORDS;
    const own = Object.entries(JSON.parse(code)).filter(([key]) => !others.includes(key.split(".")[0] ?? ""));
    return JSON.stringify(Object.fromEntries(own));
  },
};

// dist keeps the committed placeholder, so that the program compiles before
// the page has been built; everything else is made anew.
const keepPlaceholder: Plugin = {
  name: "keep-placeholder",
  apply: "build",
  buildStart() {
    for (const name of readdirSync(OUT))
      if (name !== "placeholder.html") rmSync(new URL(name, OUT), { recursive: true });
  },
};

export default defineConfig({
  base: "./",
  plugins: [react(), threeLanguages, ownWords, keepPlaceholder],
  build: {
    emptyOutDir: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // What the first view needs is one file: it packs better than many, and is fetched at once.
    chunkSizeWarningLimit: 700,
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: "page", tags: ["$initial"] }] } } },
  },
  json: { stringify: true },
  server: { fs: { allow: [".."] }, proxy: { "/api": api } },
  preview: { proxy: { "/api": api } },
  test: { environment: "happy-dom", include: ["src/**/*.test.{ts,tsx}"] },
});
