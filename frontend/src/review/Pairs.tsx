import { useState } from "react";
import type { PairFilter } from "../api/review";
import { Awaiting } from "../panels/Awaiting";
import { useWords } from "../words/useWords";
import { PairView } from "./PairView";
import { ReasonList } from "./ReasonList";
import { Troubles } from "./Troubles";
import { type Review, useReview } from "./useReview";

/** Pairs of names that may mean the same, one at a time. */
export function Pairs() {
  const { t, lang } = useWords();
  const [filter, setFilter] = useState<PairFilter>({ reason: "", text: "", later: false });
  const review = useReview(filter, lang);
  const { query, pair } = review;
  const { data } = query;
  if (!data) return <Awaiting query={query} />;
  return (
    <div className="review">
      <ReasonList filter={filter} setFilter={setFilter} reasons={data.reasons} total={data.total} />
      <section className="review-pair" aria-label={t("ui.review.pair")}>
        <Progress review={review} />
        <Troubles troubles={review.troubles} show={review.show} />
        {pair ? (
          <PairView pair={pair} review={review} />
        ) : (
          <p className="lead">{t(filter.reason || filter.text ? "ui.review.none-here" : "ui.review.none")}</p>
        )}
      </section>
    </div>
  );
}

function Progress({ review }: { review: Review }) {
  const { t, number } = useWords();
  const { pair, left, made, place, shown } = review;
  return (
    <div className="review-progress">
      <p>
        <span role="status">
          {t("ui.review.left", { count: left, number: number(left) })}
          {made > 0 && ` · ${t("ui.review.made", { count: made, number: number(made) })}`}
          {pair && (
            <span className="hidden">
              {` ${t("ui.review.now", { a: pair.a.name, b: pair.b.name })} `}
              {pair.reasons.map((reason) => reason.text).join(", ")}
            </span>
          )}
        </span>{" "}
        {made > 0 && (
          <button type="button" className="link" onClick={review.takeBack}>
            {t("ui.review.undo-last")} <kbd>U</kbd>
          </button>
        )}
      </p>
      <p className="pair-walk">
        <button type="button" className="pill" disabled={place === 0} onClick={() => review.walk(-1)}>
          {t("ui.review.previous")} <kbd>K</kbd>
        </button>
        <button type="button" className="pill" disabled={place >= shown - 1} onClick={() => review.walk(1)}>
          {t("ui.review.next")} <kbd>J</kbd>
        </button>
      </p>
    </div>
  );
}
