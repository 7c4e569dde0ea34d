import type { ReactNode } from "react";
import type { Sentence as SentenceData } from "../api/types";
import { Sentences } from "../words/Sentence";

/** What a view rests on and must not be read as; nothing without notes. */
export function Notes({ notes, children }: { notes: readonly SentenceData[]; children?: ReactNode }) {
  if (notes.length === 0) return null;
  return (
    <p className="note">
      <Sentences sentences={notes} /> {children}
    </p>
  );
}
