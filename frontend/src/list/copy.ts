import type { Column } from "./columns";

/** Rows as a spreadsheet program takes them from the clipboard: tabs and line breaks. */
export function asTabs<Row>(
  columns: readonly Column<Row>[],
  titles: readonly string[],
  rows: readonly Row[],
): string {
  const flat = (text: string) => text.replace(/[\t\r\n]+/g, " ");
  return [titles, ...rows.map((row) => columns.map((column) => flat(column.text(row))))]
    .map((cells) => cells.join("\t"))
    .join("\n");
}

/** Puts text on the clipboard, also on plain http where browsers lack the new way. */
export async function copyText(text: string): Promise<void> {
  if (navigator.clipboard && window.isSecureContext) return navigator.clipboard.writeText(text);
  const area = document.createElement("textarea");
  area.value = text;
  area.className = "hidden";
  document.body.append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  if (!done) throw new Error("copy refused");
}
