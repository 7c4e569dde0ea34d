import type { Summary } from "../api/types";
import { Go } from "../state/address";
import { follow } from "../state/update";
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
            <Go to={follow(question.link)}>{say(`question.${question.id}`)}</Go>
          </h2>
          <p>
            <Sentence sentence={question.fact} />
          </p>
        </article>
      ))}
    </section>
  );
}
