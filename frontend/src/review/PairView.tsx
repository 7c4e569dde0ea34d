import type { Candidate, CandidateActor } from "../api/review";
import { useWords } from "../words/useWords";
import { type Answer, proposed } from "./pairs";
import type { Review } from "./useReview";

/** Both sides next to each other, why they are proposed, and the answers. */
export function PairView({ pair, review }: { pair: Candidate; review: Review }) {
  const { t, percent } = useWords();
  const [left, right] = review.swapped ? [pair.b, pair.a] : [pair.a, pair.b];
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
        <Side actor={left} as={t("ui.review.as-first")} />
        <Side actor={right} as={t("ui.review.as-second")} />
      </div>
      <Answers proposal={proposed(pair)} review={review} />
    </article>
  );
}

/** One of the two; as tells what it is when one is a part or a successor of the other. */
function Side({ actor, as }: { actor: CandidateActor; as: string }) {
  const { t } = useWords();
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
            {name.name}{" "}
            <span className="soft small">
              {name.sourceName}, {t("count.rows", { count: name.count })}
            </span>
          </li>
        ))}
      </ul>
      <p className="small">{t("count.projects", { count: actor.projects })}</p>
      <ul className="examples small">
        {actor.examples.map((project) => (
          <li key={project.id}>{project.name}</li>
        ))}
      </ul>
      <p className="pair-as small soft">{as}</p>
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

/** They keep their place on the screen however much is told above them. */
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
      <button type="button" className="link swap" onClick={review.swap}>
        {t("ui.review.swap")} <kbd>V</kbd>
      </button>
    </footer>
  );
}
