import { useId, useState } from "react";
import { useBatch } from "../api/review";
import { Refused } from "../panels/Refused";
import { useWords } from "../words/useWords";

const SCORES = [0.95, 0.9, 0.8, 0] as const;

/** Accepts all pairs of one reason, after showing what that would do. */
export function BatchPanel({ reason, name }: { reason: string; name: string }) {
  const { t, lang, number, percent } = useWords();
  const [minScore, setMinScore] = useState<number>(SCORES[0]);
  const batch = useBatch(lang);
  const id = useId();
  const { data } = batch;
  return (
    <details className="batch">
      <summary>{t("ui.review.batch", { reason: name })}</summary>
      <label htmlFor={id} className="small">
        {t("ui.review.batch.score")}
      </label>
      <select
        id={id}
        className="field"
        value={minScore}
        onChange={(event) => {
          setMinScore(Number(event.target.value));
          batch.reset();
        }}
      >
        {SCORES.map((score) => (
          <option key={score} value={score}>
            {score === 0 ? t("ui.review.batch.any") : percent(score)}
          </option>
        ))}
      </select>
      <p>
        <button
          type="button"
          className="button"
          disabled={batch.isPending}
          onClick={() => batch.mutate({ reason, minScore })}
        >
          {t("ui.review.batch.try")}
        </button>
      </p>
      <Refused error={batch.error} />
      {data && (
        <div role="status">
          <p>
            {t(data.dryRun ? "ui.review.batch.would" : "ui.review.batch.did", {
              count: data.fits,
              number: number(data.fits),
            })}{" "}
            {data.refused > 0 && t("ui.review.batch.refused", { number: number(data.refused) })}
          </p>
          <ul className="batch-items small">
            {data.items.slice(0, 40).map((item) => (
              <li
                key={item.actors.map((actor) => actor.id).join("|")}
                className={item.problem ? "refused" : ""}
              >
                {item.text}
                {item.problem && <span className="error-text"> {item.problem}</span>}
              </li>
            ))}
          </ul>
          {data.dryRun && data.fits > 0 && (
            <button
              type="button"
              className="button primary"
              disabled={batch.isPending}
              onClick={() => batch.mutate({ reason, minScore, tried: data })}
            >
              {t("ui.review.batch.do", { number: number(data.fits) })}
            </button>
          )}
        </div>
      )}
    </details>
  );
}
