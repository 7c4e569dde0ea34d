import { Go, useView } from "../state/address";
import { useWords } from "../words/useWords";

/** A region without projects, and what to try instead. */
export function Empty() {
  const { t } = useWords();
  const { view } = useView();
  return (
    <div className="panel empty">
      <p>{t(view.ledHere ? "ui.empty.ledHere" : "ui.empty.region")}</p>
      <p>
        {view.ledHere ? (
          <Go to={{ kind: "ledHere", ledHere: false }}>{t("ui.empty.showAll")}</Go>
        ) : (
          <Go to={{ kind: "leave" }}>{t("ui.region.other")}</Go>
        )}
      </p>
    </div>
  );
}
