import { Refusal, refusalText } from "../api/client";
import type { Candidate } from "../api/review";
import { useWords } from "../words/useWords";
import type { Trouble } from "./session";

interface TroublesProps {
  readonly troubles: readonly Trouble[];
  readonly show: (pair: Candidate) => void;
}

/** What was not written, why, and what it stands against. */
export function Troubles({ troubles, show }: TroublesProps) {
  return (
    <div role="alert">
      {troubles.map((trouble) => (
        <TroubleLine key={trouble.step.id} trouble={trouble} show={show} />
      ))}
    </div>
  );
}

function TroubleLine({
  trouble: { step, doing, error },
  show,
}: { trouble: Trouble } & Pick<TroublesProps, "show">) {
  const { t } = useWords();
  const { a, b } = step.pair;
  const entry = error instanceof Refusal ? error.problem.entry : undefined;
  return (
    <div className="note review-trouble">
      <p>
        <b>
          {t(doing === "answer" ? "ui.review.not-written" : "ui.review.not-undone", { a: a.name, b: b.name })}
        </b>{" "}
        {refusalText(error) || t("ui.trouble.unreachable")}
      </p>
      {entry && (
        <p className="small">
          {t("ui.review.stands-against", { number: entry.number })} {entry.text}
        </p>
      )}
      {doing === "answer" && (
        <button type="button" className="link" onClick={() => show(step.pair)}>
          {t("ui.review.show-pair")}
        </button>
      )}
    </div>
  );
}
