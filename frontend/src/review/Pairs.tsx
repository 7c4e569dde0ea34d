import { useId, useState } from "react";
import type { Candidate, CandidateActor, PairFilter } from "../api/review";
import { Awaiting } from "../panels/Awaiting";
import { useWords } from "../words/useWords";
import { BatchPanel } from "./BatchPanel";
import { type Answer, proposed } from "./pairs";
import { useReview } from "./useReview";

/** Pairs of names that may mean the same, one at a time. */
export function Pairs() {
  const { t, lang, number } = useWords();
  const [filter, setFilter] = useState<PairFilter>({ reason: "", text: "", later: false });
  const review = useReview(filter, lang);
  const { query, pair } = review;
  const { data } = query;
  if (!data) return <Awaiting query={query} />;
  return (
    <div className="review">
      <ReasonList filter={filter} setFilter={setFilter} reasons={data.reasons} total={data.total} />
      <section className="review-pair" aria-label={t("ui.review.pair")}>
        <p className="review-progress" role="status">
          {t("ui.review.left", { count: review.left, number: number(review.left) })}
          {review.made > 0 && (
            <>
              {" · "}
              {t("ui.review.made", { count: review.made, number: number(review.made) })}{" "}
              <button type="button" className="link" onClick={review.takeBack}>
                {t("ui.review.undo-last")} <kbd>U</kbd>
              </button>
            </>
          )}
        </p>
        {review.refusal && (
          <p className="warning" role="alert">
            {review.refusal}
          </p>
        )}
        {pair ? (
          <PairView pair={pair} review={review} />
        ) : (
          <p className="lead">{t(filter.reason || filter.text ? "ui.review.none-here" : "ui.review.none")}</p>
        )}
      </section>
    </div>
  );
}

interface ReasonListProps {
  readonly filter: PairFilter;
  readonly setFilter: (filter: PairFilter) => void;
  readonly reasons: readonly { reason: string; name: string; count: number }[];
  readonly total: number;
}

function ReasonList({ filter, setFilter, reasons, total }: ReasonListProps) {
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

type Review = ReturnType<typeof useReview>;

function PairView({ pair, review }: { pair: Candidate; review: Review }) {
  const { t, percent } = useWords();
  const { swapped } = review;
  const [left, right] = swapped ? [pair.b, pair.a] : [pair.a, pair.b];
  return (
    <article className="panel pair">
      <header className="pair-why">
        <p>
          {pair.reasons.map((reason) => reason.text).join(", ")}{" "}
          <span className="tag">{t("ui.review.score", { score: percent(pair.score) })}</span>
        </p>
        {pair.circumstances.length > 0 && (
          <p className="small soft">
            {pair.circumstances
              .map((c) => (c.against ? t("ui.review.against", { text: c.text }) : c.text))
              .join(" · ")}
          </p>
        )}
      </header>
      <div className="pair-sides">
        <Side actor={left} />
        <Side actor={right} />
      </div>
      <Answers proposal={proposed(pair)} review={review} />
    </article>
  );
}

function Side({ actor }: { actor: CandidateActor }) {
  const { t, number } = useWords();
  return (
    <section className="pair-side">
      <h3>{actor.name}</h3>
      <p className="small soft">
        {[t(`actor-kind.${actor.kind}`), actor.municipality?.name, actor.country, ...actor.ids]
          .filter(Boolean)
          .join(" · ")}
      </p>
      <ul className="spellings">
        {actor.names.map((name) => (
          <li key={name.source + name.name}>
            {name.name} <span className="soft small">{`${name.sourceName} ${number(name.count)}`}</span>
          </li>
        ))}
      </ul>
      <p className="small">{t("count.projects", { count: actor.projects })}</p>
      <ul className="examples small">
        {actor.examples.map((project) => (
          <li key={project.id}>{project.name}</li>
        ))}
      </ul>
    </section>
  );
}

const ANSWERS: readonly { answer: Answer; key: string }[] = [
  { answer: "same", key: "S" },
  { answer: "apart", key: "E" },
  { answer: "part", key: "O" },
  { answer: "successor", key: "T" },
  { answer: "later", key: "M" },
];

interface AnswersProps {
  readonly proposal: Answer;
  readonly review: Review;
}

function Answers({ proposal, review }: AnswersProps) {
  const { t } = useWords();
  return (
    <footer className="pair-answers">
      {ANSWERS.map(({ answer, key }) => (
        <button
          key={answer}
          type="button"
          className={`button answer ${answer === proposal ? "primary" : ""}`}
          onClick={() => review.give(answer)}
        >
          <span>{t(`ui.review.answer.${answer}`)}</span> <kbd>{key}</kbd>
        </button>
      ))}
      <p className="small soft">
        {t("ui.review.which")}
        <button type="button" className="link" onClick={review.swap}>
          {t("ui.review.swap")} <kbd>V</kbd>
        </button>
      </p>
      <p className="pair-walk">
        <button
          type="button"
          className="button"
          disabled={review.place === 0}
          onClick={() => review.walk(-1)}
        >
          {t("ui.review.previous")} <kbd>K</kbd>
        </button>
        <button
          type="button"
          className="button"
          disabled={review.place >= review.shown - 1}
          onClick={() => review.walk(1)}
        >
          {t("ui.review.next")} <kbd>J</kbd>
        </button>
      </p>
    </footer>
  );
}
