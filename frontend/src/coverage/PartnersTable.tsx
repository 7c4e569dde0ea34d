import { type ReactNode, useState } from "react";
import type { CoverageRow } from "../api/coverage";
import { Go } from "../state/address";
import type { Action } from "../state/update";
import { LOCALE } from "../words/format";
import { type Key, useWords } from "../words/useWords";
import { knownShare, type SortKey, sortRows } from "./sort";

interface PartnersTableProps {
  /** What its rows are. */
  readonly name: string;
  readonly rows: readonly CoverageRow[];
  /** Where a row leads, nothing for nowhere. */
  readonly to?: (key: string) => Action | null;
}

const NUMBERS: readonly { by: SortKey; title: Key }[] = [
  { by: "projects", title: "ui.projects" },
  { by: "listed", title: "ui.coverage.listed" },
  { by: "alone", title: "ui.coverage.alone" },
  { by: "unknown", title: "ui.coverage.unknown" },
  { by: "known", title: "ui.coverage.known" },
];

interface Order {
  readonly by: SortKey;
  readonly descending: boolean;
}

/** A part of the data in each row: how many projects, and what is known of their partners. Sorts by its header. */
export function PartnersTable({ name, rows, to }: PartnersTableProps) {
  const { t, lang, number } = useWords();
  const [order, setOrder] = useState<Order | null>(null); // as the server gives them
  if (rows.length === 0) return null;
  const sorted = order ? sortRows(rows, order.by, order.descending, LOCALE[lang]) : rows;
  return (
    <section className="cover-table">
      <h3>{name}</h3>
      <div className="scroll-x">
        <table>
          <thead>
            <tr>
              <Heading title={name} by="name" order={order} setOrder={setOrder} />
              {NUMBERS.map(({ by, title }) => (
                <Heading key={by} title={t(title)} by={by} order={order} setOrder={setOrder} />
              ))}
            </tr>
          </thead>
          <tbody>
            {sorted.map((row) => (
              <tr key={row.key} className={row.thin ? "thin" : undefined}>
                <th scope="row">
                  <RowName to={row.key === "" ? null : (to?.(row.key) ?? null)}>{row.name}</RowName>
                  {row.thin && <span className="thin-mark">{t("ui.coverage.thin")}</span>}
                </th>
                <td>{number(row.projects)}</td>
                <td>{number(row.listed)}</td>
                <td>{number(row.alone)}</td>
                <td>{number(row.unknown)}</td>
                <td>
                  <Known row={row} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

interface HeadingProps {
  readonly title: string;
  readonly by: SortKey;
  readonly order: Order | null;
  readonly setOrder: (order: Order) => void;
}

/** Sorts by its column: names from the first, numbers from the largest, then the other way round. */
function Heading({ title, by, order, setOrder }: HeadingProps) {
  const on = order?.by === by ? order : null;
  const direction = on && (on.descending ? "descending" : "ascending");
  return (
    <th scope="col" aria-sort={direction ?? "none"}>
      <button
        type="button"
        className="column-title"
        onClick={() => setOrder({ by, descending: on ? !on.descending : by !== "name" })}
      >
        {title}
        <i className={`sort ${direction ?? ""}`} aria-hidden="true" />
      </button>
    </th>
  );
}

function Known({ row }: { row: CoverageRow }) {
  const { percent } = useWords();
  const share = knownShare(row);
  return (
    <span className="known">
      <span className="share-bar" aria-hidden="true">
        <span style={{ width: `${100 * share}%` }} />
      </span>
      {row.projects === 0 ? "–" : percent(share)}
    </span>
  );
}

function RowName({ to, children }: { to: Action | null; children: ReactNode }) {
  return to ? <Go to={to}>{children}</Go> : children;
}
