import { refusalText } from "../api/client";
import { useWords } from "../words/useWords";

/** Why what a person just did came to nothing. */
export function Refused({ error }: { error: Error | null }) {
  const { t } = useWords();
  if (error === null) return null;
  return (
    <p className="error-text" role="alert">
      {refusalText(error) || t("ui.trouble.unreachable")}
    </p>
  );
}
