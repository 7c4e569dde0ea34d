import { useId } from "react";
import type { PairFilter } from "../api/review";
import { useWords } from "../words/useWords";
import { BatchPanel } from "./BatchPanel";

interface ReasonListProps {
  readonly filter: PairFilter;
  readonly setFilter: (filter: PairFilter) => void;
  readonly reasons: readonly { reason: string; name: string; count: number }[];
  readonly total: number;
}

/** What pairs are there, by the reason why they are proposed. */
export function ReasonList({ filter, setFilter, reasons, total }: ReasonListProps) {
  const { t, number } = useWords();
  const id = useId();
  const chosen = reasons.find((r) => r.reason === filter.reason);
  return (
    <aside className="review-reasons">
      <label htmlFor={id} className="small soft">
        {t("ui.review.search")}
      </label>
      <input
        id={id}
        type="search"
        className="field"
        value={filter.text}
        onChange={(event) => setFilter({ ...filter, text: event.target.value })}
      />
      <h2>{t("ui.review.reasons")}</h2>
      <ul className="plain">
        {[{ reason: "", name: t("ui.review.all"), count: filter.reason ? -1 : total }, ...reasons].map(
          (r) => (
            <li key={r.reason}>
              <button
                type="button"
                className="reason"
                aria-pressed={filter.reason === r.reason}
                onClick={() => setFilter({ ...filter, reason: r.reason })}
              >
                <span>{r.name}</span>
                {r.count >= 0 && <span className="figure">{number(r.count)}</span>}
              </button>
            </li>
          ),
        )}
      </ul>
      <label className="consent small">
        <input
          type="checkbox"
          checked={filter.later}
          onChange={(event) => setFilter({ ...filter, later: event.target.checked })}
        />
        {t("ui.review.later-ones")}
      </label>
      {chosen && !filter.later && (
        <BatchPanel key={chosen.reason} reason={chosen.reason} name={chosen.name} />
      )}
    </aside>
  );
}
