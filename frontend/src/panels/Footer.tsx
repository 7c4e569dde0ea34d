import { lazy, Suspense, useState } from "react";
import { contractUrl } from "../api/client";
import type { Dataset } from "../api/types";
import { Go } from "../state/address";
import { formatDate } from "../words/format";
import { useWords } from "../words/useWords";

const Method = lazy(() => import("./Method"));

/** Where the facts come from, and how the numbers are counted. */
export function Footer({ dataset }: { dataset: Dataset | undefined }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <footer className="footer">
      {dataset && (
        <p>
          {dataset.sources.map((source) => (
            <span key={source.id} className="source">
              {t(dataset.example ? "ui.source.example" : "ui.source", {
                name: source.name,
                date: formatDate(source.asOf ?? dataset.asOf),
                count: dataset.projects,
              })}{" "}
              {source.credit}
            </span>
          ))}
        </p>
      )}
      <p className="footer-links">
        <button type="button" className="link" onClick={() => setOpen(true)}>
          {t("ui.method")}
        </button>
        <Go to={{ kind: "desk", desk: "coverage" }}>{t("ui.desk.coverage")}</Go>
        <a href={contractUrl()}>{t("ui.interface")}</a>
      </p>
      {open && (
        <Suspense>
          <Method close={() => setOpen(false)} />
        </Suspense>
      )}
    </footer>
  );
}
