import { Refusal } from "../api/client";
import { type Decision, useJournal, useUndoDecision } from "../api/review";
import { Awaiting } from "../panels/Awaiting";
import { formatDate } from "../words/format";
import { useWords } from "../words/useWords";

/** What people decided, newest first, and what has become of it. */
export function Journal() {
  const { t, lang, number } = useWords();
  const query = useJournal(lang);
  const undo = useUndoDecision(lang);
  const { data } = query;
  if (!data) return <Awaiting query={query} />;
  const refused = undo.error instanceof Refusal ? undo.error.problem : null;
  return (
    <section className="journal">
      {undo.error && (
        <p className="warning" role="alert">
          {refused?.detail || refused?.title || t("ui.trouble.unreachable")}
        </p>
      )}
      {data.items.length === 0 && <p className="lead">{t("ui.review.journal.none")}</p>}
      <ol className="plain journal-list">
        {data.items.map((entry) => (
          <Entry
            key={entry.number}
            entry={entry}
            undo={() => undo.mutate(entry.number)}
            busy={undo.isPending}
          />
        ))}
      </ol>
      {data.truncated && (
        <p className="soft small">
          {t("ui.review.journal.more", { count: number(data.total - data.items.length) })}
        </p>
      )}
    </section>
  );
}

function Entry({ entry, undo, busy }: { entry: Decision; undo: () => void; busy: boolean }) {
  const { t, say } = useWords();
  return (
    <li className={`panel entry ${entry.state}`}>
      <p className="entry-text">{entry.text}</p>
      <p className="small soft">
        {[
          t("ui.review.journal.number", { number: entry.number }),
          formatDate(entry.at.slice(0, 10)),
          say(`ui.review.who.${entry.who}`),
          entry.why,
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
      {entry.stateText && entry.state !== "holds" && <p className="small">{entry.stateText}</p>}
      {entry.mayUndo && (
        <button type="button" className="link" onClick={undo} disabled={busy}>
          {t("ui.review.journal.undo")}
        </button>
      )}
    </li>
  );
}
