// Writes a .br and a .gz beside every built text file, so that the server
// compresses nothing while it answers. Fonts are compressed already.
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const OUT = fileURLToPath(new URL("../dist/", import.meta.url));
const TEXT = /\.(html|js|css|svg|json)$/;

for (const name of readdirSync(OUT, { recursive: true })) {
  const path = join(OUT, name);
  if (!TEXT.test(name) || name === "placeholder.html" || !statSync(path).isFile()) continue;
  const raw = readFileSync(path);
  writeFileSync(`${path}.gz`, gzipSync(raw, { level: 9 }));
  writeFileSync(
    `${path}.br`,
    brotliCompressSync(raw, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: raw.length },
    }),
  );
}
