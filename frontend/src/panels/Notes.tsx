import { type ReactNode, useState } from "react";
import type { Sentence as SentenceData } from "../api/types";
import { Sentences } from "../words/Sentence";
import { useWords } from "../words/useWords";

const FIRST = 2;

interface NotesProps {
  /** Most important first. */
  readonly notes: readonly SentenceData[];
  readonly children?: ReactNode;
}

/** What a view rests on and must not be read as, the first of it at once; nothing without notes. */
export function Notes({ notes, children }: NotesProps) {
  const { t } = useWords();
  const [all, showAll] = useState(false);
  if (notes.length === 0) return null;
  const folded = !all && notes.length > FIRST;
  return (
    <p className="note">
      <Sentences sentences={folded ? notes.slice(0, FIRST) : notes} /> {children}{" "}
      {folded && (
        <button type="button" className="link" onClick={() => showAll(true)}>
          {t("ui.notes.more")}
        </button>
      )}
    </p>
  );
}
