import { Refusal, Unreachable } from "../api/client";
import { Go } from "../state/address";
import { useWords } from "../words/useWords";

/** What went wrong with a question, and what to do next. */
export function Trouble({ error, retry }: { error: Error; retry: () => void }) {
  const { t } = useWords();
  const problem = error instanceof Refusal ? error.problem : null;
  return (
    <div className="trouble" role="alert">
      <p className="trouble-title">
        {problem?.title || t(error instanceof Unreachable ? "ui.trouble.unreachable" : "ui.trouble.failed")}
      </p>
      {problem?.detail && <p>{problem.detail}</p>}
      {problem?.choices && (
        <ul className="plain">
          {problem.choices.map((choice) => (
            <li key={choice.id}>
              <Go to={{ kind: "region", region: choice.id }}>{choice.name}</Go>{" "}
              <span className="soft">{t(`ui.kind.${choice.kind}`)}</span>
            </li>
          ))}
        </ul>
      )}
      <p className="trouble-next">
        <button type="button" className="button" onClick={retry}>
          {t("ui.retry")}
        </button>
        <Go to={{ kind: "leave" }}>{t("ui.region.other")}</Go>
      </p>
    </div>
  );
}
