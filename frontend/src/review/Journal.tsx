import { type Decision, useJournal, useUndoDecision } from "../api/review";
import { Awaiting } from "../panels/Awaiting";
import { Refused } from "../panels/Refused";
import { formatMoment } from "../words/format";
import { useWords } from "../words/useWords";

/** What people decided, newest first, and what has become of it. */
export function Journal() {
  const { t, lang, number } = useWords();
  const query = useJournal(lang);
  const undo = useUndoDecision(lang);
  const { data } = query;
  if (!data) return <Awaiting query={query} />;
  const entries = data.pages.flatMap((page) => page.items);
  const older = (data.pages[0]?.total ?? 0) - entries.length;
  return (
    <section className="journal">
      <Refused error={undo.error} />
      {entries.length === 0 && <p className="lead">{t("ui.review.journal.none")}</p>}
      <ol className="plain journal-list">
        {entries.map((entry) => (
          <Entry
            key={entry.number}
            entry={entry}
            undo={() => undo.mutate(entry.number)}
            busy={undo.isPending}
          />
        ))}
      </ol>
      {query.hasNextPage && (
        <p>
          <button
            type="button"
            className="button"
            disabled={query.isFetchingNextPage}
            onClick={() => query.fetchNextPage()}
          >
            {t("ui.review.journal.older", { number: number(older) })}
          </button>
        </p>
      )}
    </section>
  );
}

function Entry({ entry, undo, busy }: { entry: Decision; undo: () => void; busy: boolean }) {
  const { t, say, lang } = useWords();
  return (
    <li className={`panel entry ${entry.state}`} tabIndex={-1}>
      <p className="entry-text">{entry.text}</p>
      <p className="small soft">
        {[
          t("ui.review.journal.number", { number: entry.number }),
          formatMoment(lang, entry.at),
          say(`ui.review.who.${entry.who}`),
          entry.why,
          entry.kind !== "undo" && entry.stateText,
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
      {entry.mayUndo && (
        <button
          type="button"
          className="link"
          disabled={busy}
          onClick={(event) => {
            event.currentTarget.closest("li")?.focus(); // the button goes, the reader stays
            undo();
          }}
        >
          {t("ui.review.journal.undo")}
        </button>
      )}
    </li>
  );
}
