import { useState } from "react";
import { type StoredSource, useRuns, useSources } from "../api/imports";
import { Awaiting } from "../panels/Awaiting";
import { formatDate } from "../words/format";
import { useWords } from "../words/useWords";
import { UndoButton } from "./UndoButton";

/** What is stored, with its imports, each of which can be taken back. */
export function Sources() {
  const { t, lang } = useWords();
  const query = useSources(lang);
  if (!query.data) return <Awaiting query={query} />;
  return (
    <section className="sources">
      <h2>{t("ui.import.sources")}</h2>
      {query.data.items.length === 0 && <p className="soft">{t("ui.import.sources.none")}</p>}
      {query.data.items.map((source) => (
        <Source key={source.id} source={source} />
      ))}
    </section>
  );
}

function Source({ source }: { source: StoredSource }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <details className="panel source-item" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <b>{source.name}</b>{" "}
        <span className="soft">
          {source.formatName}
          {source.asOf && ` · ${t("ui.import.as-of", { date: formatDate(source.asOf) })}`}
          {source.last && ` · ${t("ui.import.last", { date: formatDate(source.last.at.slice(0, 10)) })}`}
        </span>
      </summary>
      {source.credit && <p className="soft small">{source.credit}</p>}
      <Runs id={source.id} open={open} />
    </details>
  );
}

function Runs({ id, open }: { id: string; open: boolean }) {
  const { t, lang, number } = useWords();
  const query = useRuns(id, lang, open);
  if (!open) return null;
  if (!query.data) return <Awaiting query={query} />;
  return (
    <ol className="runs">
      {query.data.items.map((run) => (
        <li key={run.id}>
          <span>{formatDate(run.at.slice(0, 10))}</span>
          <span className="run-file">{run.restored ? t("ui.import.run.restored") : run.file}</span>
          <span className="soft">
            {t("ui.import.run.rows", { added: number(run.added), removed: number(run.removed) })}
          </span>
          {run.mayUndo && <UndoButton source={id} run={run.id} />}
        </li>
      ))}
    </ol>
  );
}
