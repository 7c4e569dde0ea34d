import type { Summary } from "../api/types";
import { Go } from "../state/address";
import { lastOwn } from "../state/memory";
import { type Action, follow } from "../state/update";
import { Sentence } from "../words/Sentence";
import { useWords } from "../words/useWords";

/** The ready questions that this region's data can answer now. */
export function Questions({ summary }: { summary: Summary }) {
  const { t, say } = useWords();
  if (summary.questions.length === 0) return null;
  return (
    <section className="questions" aria-label={t("ui.questions")}>
      {summary.questions.map((question) => (
        <article key={question.id} className="question">
          <h2>
            <Go to={fromOwn(follow(question.link))}>{say(`question.${question.id}`)}</Go>
          </h2>
          <p>
            <Sentence sentence={question.fact} />
          </p>
        </article>
      ))}
    </section>
  );
}

/** The reader's own way takes the place of the region's example. */
function fromOwn(action: Action): Action {
  const own = lastOwn();
  return action.kind === "route" && own !== "" ? { kind: "route", route: { from: own, to: "" } } : action;
}
