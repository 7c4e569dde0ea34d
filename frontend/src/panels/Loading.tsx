import { useWords } from "../words/useWords";

/** Says that data are on their way, once it has taken a moment (base.css). */
export function Loading() {
  const { t } = useWords();
  return (
    <p className="loading" role="status">
      {t("ui.loading")}
    </p>
  );
}
