import { useId, useMemo, useState } from "react";
import type { Import, ImportIssue } from "../api/imports";
import { ScrollFrame } from "../panels/ScrollFrame";
import { useWords } from "../words/useWords";
import { type IssueFilter, issuesOf, kindOf } from "./options";

const SHOWN = 50;

/** What a person should look at in the files, row by row. */
export function Issues({ data }: { data: Import }) {
  const { t, number } = useWords();
  const id = useId();
  const [filter, setFilter] = useState<IssueFilter>({ kind: "", text: "" });
  const [shown, setShown] = useState(SHOWN);
  const all = useMemo(() => data.sources.flatMap((source) => source.report.issues ?? []), [data.sources]);
  const found = issuesOf(all, filter);
  const told = data.sources.reduce((sum, source) => sum + source.report.issueCount, 0);
  if (all.length === 0) return <p>{t("ui.import.no-issues")}</p>;
  return (
    <section className="panel issues">
      <h3>{t("ui.import.issues", { count: told, number: number(told) })}</h3>
      <div className="choices">
        <label htmlFor={`${id}k`}>
          {t("ui.import.issues.kind")}
          <select
            id={`${id}k`}
            className="field"
            value={filter.kind}
            onChange={(event) => setFilter({ ...filter, kind: event.target.value as IssueFilter["kind"] })}
          >
            {(["", "rejected", "emptied", "kept"] as const).map((kind) => (
              <option key={kind} value={kind}>
                {t(`ui.import.issues.${kind || "all"}`)}
              </option>
            ))}
          </select>
        </label>
        <label htmlFor={`${id}t`}>
          {t("ui.import.issues.text")}
          <input
            id={`${id}t`}
            className="field"
            type="search"
            value={filter.text}
            onChange={(event) => setFilter({ ...filter, text: event.target.value })}
          />
        </label>
      </div>
      <IssueTable issues={found.slice(0, shown)} />
      {found.length > shown && (
        <button type="button" className="button" onClick={() => setShown(shown + SHOWN)}>
          {t("ui.import.issues.more", { count: number(found.length - shown) })}
        </button>
      )}
      {told > all.length && (
        <p className="soft small">{t("ui.import.issues.capped", { count: number(all.length) })}</p>
      )}
    </section>
  );
}

function IssueTable({ issues }: { issues: readonly ImportIssue[] }) {
  const { t } = useWords();
  const sheets = issues.some((issue) => issue.sheet !== "");
  return (
    <ScrollFrame label={t("ui.import.issues.table")}>
      <table className="issue-table">
        <thead>
          <tr>
            {sheets && <th scope="col">{t("ui.import.issues.sheet")}</th>}
            <th scope="col" className="number">
              {t("ui.import.row")}
            </th>
            <th scope="col">{t("ui.import.issues.column")}</th>
            <th scope="col">{t("ui.import.issues.what")}</th>
            <th scope="col">{t("ui.import.issues.done")}</th>
          </tr>
        </thead>
        <tbody>
          {issues.map((issue, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two remarks may be alike in all they say
            <tr key={i}>
              {sheets && <td>{issue.sheet}</td>}
              <td className="number">{issue.row > 0 ? issue.row : ""}</td>
              <td>{issue.column}</td>
              <td>
                {issue.text}
                {issue.cure && <p className="soft small">{issue.cure}</p>}
              </td>
              <td>
                <span className={`tag ${kindOf(issue)}`}>{t(`ui.import.issues.${kindOf(issue)}`)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  );
}
