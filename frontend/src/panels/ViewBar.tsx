import type { Summary } from "../api/types";
import { Go, useView } from "../state/address";
import { useWords } from "../words/useWords";
import { DateMenu } from "./DateMenu";

/** Tabs, what the grouping is, and what narrows the view. */
export function ViewBar({ summary }: { summary: Summary }) {
  const { t } = useWords();
  const { view, go } = useView();
  return (
    <div className="viewbar">
      <nav className="tabs" aria-label={t("ui.tabs")}>
        {(["picture", "list"] as const).map((tab) => (
          <Go key={tab} to={{ kind: "tab", tab }} aria-current={view.tab === tab ? "page" : undefined}>
            {t(`ui.tab.${tab}`)}
          </Go>
        ))}
      </nav>
      {view.tab === "picture" && <p className="lens">{t("ui.lens.topics")}</p>}
      <div className="narrow">
        <label className="check">
          <input
            type="checkbox"
            checked={view.ledHere}
            onChange={(event) => go({ kind: "ledHere", ledHere: event.target.checked })}
          />
          {t("ui.ledHere")}
        </label>
        <DateMenu summary={summary} />
      </div>
    </div>
  );
}
