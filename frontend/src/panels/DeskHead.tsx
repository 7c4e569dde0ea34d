import { useEffect } from "react";
import type { Desk } from "../state/view";
import { useWords } from "../words/useWords";

/** The head of a page of the data: what it is, and what it is for. */
export function DeskHead({ desk }: { desk: Desk }) {
  const { t } = useWords();
  const title = t(`ui.desk.${desk}`);
  useEffect(() => {
    document.title = `${title} – ${t("app.name")}`;
  }, [title, t]);
  return (
    <header className="desk-head">
      <h1>{title}</h1>
      <p className="lead">{t(`ui.desk.${desk}.lead`)}</p>
    </header>
  );
}
