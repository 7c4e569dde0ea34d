import { AccessGate } from "../intake/AccessGate";
import { DeskHead } from "../panels/DeskHead";
import { Journal } from "../review/Journal";
import { Pairs } from "../review/Pairs";
import { Go, useView } from "../state/address";
import { useWords } from "../words/useWords";

const JOURNAL = "paatokset";

/** Which names are the same organisation: the pairs that wait, and what was decided. */
export default function ReviewPage() {
  const { t } = useWords();
  const { view } = useView();
  const journal = view.at === JOURNAL;
  return (
    <div className="desk">
      <DeskHead desk="review" />
      <AccessGate>
        <nav className="desk-tabs" aria-label={t("ui.desk.review")}>
          <Go to={{ kind: "desk", desk: "review" }} aria-current={journal ? undefined : "page"}>
            {t("ui.review.pairs")}
          </Go>
          <Go to={{ kind: "desk", desk: "review", at: JOURNAL }} aria-current={journal ? "page" : undefined}>
            {t("ui.review.journal")}
          </Go>
        </nav>
        {journal ? <Journal /> : <Pairs />}
      </AccessGate>
    </div>
  );
}
