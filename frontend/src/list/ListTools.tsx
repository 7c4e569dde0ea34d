import { useState } from "react";
import { exportUrl } from "../api/client";
import { listQuery } from "../api/queries";
import { useView } from "../state/address";
import { useWords } from "../words/useWords";
import { copyText } from "./copy";
import { NetworkMenu } from "./NetworkMenu";

interface ListToolsProps {
  readonly total: number | undefined;
  /** The whole list as tab separated text. */
  readonly text: () => Promise<string>;
}

/** The true count of the list and the ways to take it along. */
export function ListTools({ total, text }: ListToolsProps) {
  const { t } = useWords();
  const { view } = useView();
  const [copied, setCopied] = useState<"" | "done" | "failed">("");
  const copy = async () => {
    try {
      await copyText(await text());
      setCopied("done");
    } catch {
      setCopied("failed");
    }
  };
  const file = (format: string) =>
    exportUrl({ what: view.table, format, ...listQuery(view, view.filter, view.sort) });
  return (
    <div className="listtools">
      <p role="status">
        {total !== undefined && (
          <b>{t(view.table === "projects" ? "count.projects" : "count.actors", { count: total })}</b>
        )}{" "}
        <span className="soft">{copied && t(`ui.copy.${copied}`)}</span>
      </p>
      <div>
        <button type="button" className="button" onClick={copy}>
          {t("ui.copy")}
        </button>
        <a className="button" href={file("xlsx")} download>
          {t("ui.export.xlsx")}
        </a>
        <a className="button" href={file("csv")} download>
          {t("ui.export.csv")}
        </a>
        <NetworkMenu />
      </div>
    </div>
  );
}
