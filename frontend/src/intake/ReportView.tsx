import { type Import, type ImportSource, reportUrl } from "../api/imports";
import { Go } from "../state/address";
import { useWords } from "../words/useWords";
import { changeSentence } from "./Changes";
import { Issues } from "./Issues";
import { UndoButton } from "./UndoButton";

/** What an import did: counts that add up, remarks to filter, files to keep, and the way back. */
export function ReportView({ data }: { data: Import }) {
  const { t, lang, number } = useWords();
  return (
    <>
      {data.sources.map((source) => (
        <section key={source.source} className="panel report">
          <h3>{source.name}</h3>
          <p className="lead">{changeSentence(source.change.projects, t, number)}</p>
          {data.undoes === "" && <Rows source={source} />}
          <Dropped source={source} />
          {source.run && <UndoButton source={source.source} run={source.run} />}
        </section>
      ))}
      {data.undoes === "" && <Issues data={data} />}
      <p className="draft-actions">
        <Go to={{ kind: "leave" }} className="button primary">
          {t("ui.import.see")}
        </Go>
        {data.undoes === "" &&
          (["csv", "xlsx", "json"] as const).map((as) => (
            <a key={as} className="button" href={reportUrl(data.id, as, lang)} download>
              {t("ui.import.report", { kind: as === "xlsx" ? "Excel" : as.toUpperCase() })}
            </a>
          ))}
        <Go to={{ kind: "desk", desk: "import" }}>{t("ui.import.next")}</Go>
      </p>
    </>
  );
}

function Rows({ source }: { source: ImportSource }) {
  const { t, number } = useWords();
  const { rows } = source.report;
  return (
    <dl className="row-counts">
      {(["read", "stored", "changed", "unchanged", "rejected", "blank"] as const).map((kind) => (
        <div key={kind} className={kind}>
          <dt>{t(`ui.import.rows.${kind}`)}</dt>
          <dd>{number(rows[kind])}</dd>
        </div>
      ))}
    </dl>
  );
}

function Dropped({ source }: { source: ImportSource }) {
  const { t } = useWords();
  const { dropped } = source.report;
  const masked = dropped.email + dropped.phone + dropped.hetu;
  return (
    <>
      {dropped.columns.length > 0 && (
        <p className="small">{t("ui.import.unread", { columns: dropped.columns.join(", ") })}</p>
      )}
      {dropped.sheets.length > 0 && (
        <p className="small">{t("ui.import.unread-sheets", { sheets: dropped.sheets.join(", ") })}</p>
      )}
      {dropped.files.length > 0 && (
        <p className="small">{t("ui.import.unread-files", { files: dropped.files.join(", ") })}</p>
      )}
      {masked > 0 && <p className="small">{t("ui.import.masked", { count: masked })}</p>}
    </>
  );
}
