import { useUndo } from "../api/imports";
import { Refused } from "../panels/Refused";
import { useView } from "../state/address";
import { useWords } from "../words/useWords";

/** Leads to what taking an import back would change. */
export function UndoButton({ source, run }: { source: string; run: string }) {
  const { t, lang } = useWords();
  const { go } = useView();
  const undo = useUndo(lang);
  return (
    <>
      <button
        type="button"
        className="link"
        disabled={undo.isPending}
        onClick={() =>
          undo.mutate(
            { source, run },
            { onSuccess: (data) => go({ kind: "desk", desk: "import", at: data.id }) },
          )
        }
      >
        {t("ui.import.undo")}
      </button>
      <Refused error={undo.error} />
    </>
  );
}
