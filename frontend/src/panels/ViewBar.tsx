import type { Summary } from "../api/types";
import { Go, useView } from "../state/address";
import { LENSES } from "../state/view";
import { useWords } from "../words/useWords";
import { DateMenu } from "./DateMenu";

interface ViewBarProps {
  readonly summary: Summary;
  /** The tab in view, null for none. */
  readonly tab: "picture" | "list" | null;
}

/** Tabs, what projects are grouped by, and what narrows the view. */
export function ViewBar({ summary, tab: inView }: ViewBarProps) {
  const { t } = useWords();
  const { view, go } = useView();
  return (
    <div className="viewbar">
      <nav className="tabs" aria-label={t("ui.tabs")}>
        {(["picture", "list"] as const).map((tab) => (
          <Go key={tab} to={{ kind: "tab", tab }} aria-current={inView === tab ? "page" : undefined}>
            {t(`ui.tab.${tab}`)}
          </Go>
        ))}
      </nav>
      <div className="lens">
        <span aria-hidden="true">{t("ui.lens")}</span>
        <nav className="switch" aria-label={t("ui.lens")}>
          {LENSES.map((lens) => (
            <Go key={lens} to={{ kind: "lens", lens }} aria-current={view.lens === lens ? "true" : undefined}>
              {t(`ui.lens.${lens}`)}
            </Go>
          ))}
        </nav>
      </div>
      <div className="narrow">
        <label className="check">
          <input
            type="checkbox"
            checked={view.ledHere}
            onChange={(event) => go({ kind: "ledHere", ledHere: event.target.checked })}
          />
          {t("ui.ledHere")}
        </label>
        {(summary.aid.leftOut || view.aid !== "auto") && (
          <label className="check">
            <input
              type="checkbox"
              checked={view.aid === "with"}
              onChange={(event) => go({ kind: "aid", aid: event.target.checked ? "with" : "auto" })}
            />
            {t("ui.aid")}
          </label>
        )}
        {summary.parts && (
          <label className="check">
            <input
              type="checkbox"
              checked={view.units === "together"}
              onChange={(event) => go({ kind: "units", units: event.target.checked ? "together" : "apart" })}
            />
            {t("ui.units")}
          </label>
        )}
        <DateMenu summary={summary} />
      </div>
    </div>
  );
}
