import { useState } from "react";
import { type RowsOf, type SourceRecord, useRecords } from "../api/coverage";
import { useView } from "../state/address";
import { formatDate } from "../words/format";
import { useWords } from "../words/useWords";
import { Awaiting } from "./Awaiting";

interface RecordsProps {
  readonly of: RowsOf;
  /** What opens them. */
  readonly title: string;
}

/** The rows of the sources behind a fact, as they were read; asked for when opened. */
export function Records({ of, title }: RecordsProps) {
  const [open, setOpen] = useState(false);
  return (
    <details className="records" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{title}</summary>
      {open && <Rows of={of} />}
    </details>
  );
}

function Rows({ of }: { of: RowsOf }) {
  const { t } = useWords();
  const { view } = useView();
  const query = useRecords(view, of, true);
  const { data } = query;
  if (!data) return <Awaiting query={query} />;
  return (
    <>
      <ol className="plain">
        {data.items.map((record) => (
          <li key={`${record.source} ${record.run} ${record.row}`}>
            <Row record={record} />
          </li>
        ))}
      </ol>
      {data.truncated && (
        <p className="soft small">{t("ui.records.more", { count: data.total - data.items.length })}</p>
      )}
    </>
  );
}

function Row({ record }: { record: SourceRecord }) {
  const { t } = useWords();
  return (
    <>
      <p className="soft small">
        {t("ui.record", { source: record.sourceName, row: String(record.row) })}{" "}
        {record.at && t("ui.records.read", { file: record.file, date: formatDate(record.at.slice(0, 10)) })}{" "}
        {!record.current && t("ui.records.earlier")}
      </p>
      <dl className="pairs">
        {record.cells.map((cell) => (
          <div key={cell.field}>
            <dt>{cell.name}</dt>
            <dd>{cell.text}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
