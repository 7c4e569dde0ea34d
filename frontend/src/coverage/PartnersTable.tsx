import type { ReactNode } from "react";
import type { CoverageRow } from "../api/coverage";
import { Go } from "../state/address";
import type { Action } from "../state/update";
import { useWords } from "../words/useWords";

interface PartnersTableProps {
  /** What its rows are. */
  readonly name: string;
  readonly rows: readonly CoverageRow[];
  /** Where a row leads, nothing for nowhere. */
  readonly to?: (key: string) => Action | null;
}

/** A part of the data in each row: how many projects, and what is known of their partners. */
export function PartnersTable({ name, rows, to }: PartnersTableProps) {
  const { t, number } = useWords();
  if (rows.length === 0) return null;
  return (
    <section className="cover-table">
      <h3>{name}</h3>
      <div className="scroll-x">
        <table>
          <thead>
            <tr>
              <th scope="col">{name}</th>
              <th scope="col">{t("ui.projects")}</th>
              <th scope="col">{t("ui.coverage.listed")}</th>
              <th scope="col">{t("ui.coverage.alone")}</th>
              <th scope="col">{t("ui.coverage.unknown")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key} className={row.thin ? "thin" : undefined}>
                <th scope="row">
                  <RowName to={row.key === "" ? null : (to?.(row.key) ?? null)}>{row.name}</RowName>
                  {row.thin && <span className="thin-mark">{t("ui.coverage.thin")}</span>}
                </th>
                <td>{number(row.projects)}</td>
                <td>{number(row.listed)}</td>
                <td>{number(row.alone)}</td>
                <td>{number(row.unknown)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function RowName({ to, children }: { to: Action | null; children: ReactNode }) {
  return to ? <Go to={to}>{children}</Go> : children;
}
