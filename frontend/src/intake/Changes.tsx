import { useId, useState } from "react";
import type { Change, ChangedThing, Import, ImportOptions, ImportSource, useStep } from "../api/imports";
import { DayField } from "../panels/DayField";
import { Refused } from "../panels/Refused";
import { formatDate } from "../words/format";
import { useWords } from "../words/useWords";
import { Anew } from "./Draft";
import { Issues } from "./Issues";
import { type Choosing, KINDS_OF_CHANGE, unchanged } from "./options";

interface ChangesProps {
  readonly data: Import;
  readonly step: ReturnType<typeof useStep>;
  readonly choosing: Choosing;
}

/** What would change, and the choice to store it. */
export function Changes({ data, step, choosing }: ChangesProps) {
  const { t } = useWords();
  const [consent, setConsent] = useState(false);
  const wants = data.sources.some((source) => source.needsConsent);
  const nothing = data.sources.every((source) => unchanged(source.change));
  return (
    <>
      {data.moved && (
        <div className="notice" role="status">
          <p>{t("ui.import.moved")}</p>
        </div>
      )}
      {data.sources.map((source) => (
        <SourceChanges key={source.source} source={source} data={data} />
      ))}
      {data.undoes === "" && <Issues data={data} />}
      {data.undoes === "" && <Settings data={data} step={step} choosing={choosing} />}
      {wants && (
        <label className="consent">
          <input type="checkbox" checked={consent} onChange={(event) => setConsent(event.target.checked)} />
          {t("ui.import.consent")}
        </label>
      )}
      <Refused error={step.commit.error} />
      {choosing.unsent && (
        <p className="warning" role="status">
          {t("ui.import.unsent")}
        </p>
      )}
      <p className="draft-actions sticky">
        <button
          type="button"
          className="button primary"
          disabled={choosing.unsent || (wants && !consent) || step.commit.isPending}
          onClick={() => step.commit.mutate(consent)}
        >
          {t(
            data.undoes === ""
              ? nothing
                ? "ui.import.store-anyway"
                : "ui.import.store"
              : "ui.import.store-undo",
          )}
        </button>
        <Anew id={data.id} />
      </p>
    </>
  );
}

function SourceChanges({ source, data }: { source: ImportSource; data: Import }) {
  const { t, number } = useWords();
  const { change, report } = source;
  const { rows } = report;
  return (
    <section className="panel changes">
      <h3>
        {source.name}
        {source.asOf && (
          <span className="soft"> · {t("ui.import.as-of", { date: formatDate(source.asOf) })}</span>
        )}
      </h3>
      {unchanged(change) ? (
        <p className="lead">{t("ui.import.no-change")}</p>
      ) : (
        <p className="lead">{changeSentence(change.projects, t, number)}</p>
      )}
      {source.loses > 0 && (
        <p className={source.needsConsent ? "warning" : "warning mild"}>
          {t("ui.import.loses", { count: number(source.loses), all: number(source.of) })}
        </p>
      )}
      {change.conflicts.length > 0 && (
        <div className="warning">
          <p>{t("ui.import.conflicts")}</p>
          <ul>
            {change.conflicts.map((thing) => (
              <li key={thing.id}>{thing.name}</li>
            ))}
          </ul>
        </div>
      )}
      <ChangeList title={t("ui.import.projects")} change={change.projects} />
      <ChangeList title={t("ui.import.actors")} change={change.actors} />
      <ChangeList title={t("ui.import.ties")} change={change.ties} />
      {data.undoes === "" && (
        <p className="soft">
          {t("ui.import.rows", {
            read: number(rows.read),
            blank: number(rows.blank),
            repaired: number(rows.repaired),
          })}{" "}
          {rows.rejected > 0 && (
            <strong className="error-text">{t("ui.import.rows-rejected", { count: rows.rejected })}</strong>
          )}
        </p>
      )}
      {report.joint.projects > 0 && (
        <p className="soft">
          {t("ui.import.joint-found", {
            projects: number(report.joint.projects),
            rows: number(report.joint.rows),
          })}
        </p>
      )}
    </section>
  );
}

type Say = ReturnType<typeof useWords>["t"];

/** "12 uutta hanketta, 3 muuttunutta, 1 poistuu." */
export function changeSentence({ counts }: Change, t: Say, number: (n: number) => string): string {
  const parts = KINDS_OF_CHANGE.filter((kind) => counts[kind] > 0).map((kind) =>
    t(`ui.import.sentence.${kind}`, { count: counts[kind], number: number(counts[kind]) }),
  );
  return parts.length === 0 ? t("ui.import.sentence.none") : `${parts.join(", ")}.`;
}

function ChangeList({ title, change }: { title: string; change: Change }) {
  const { t, number } = useWords();
  const { counts } = change;
  const summary = KINDS_OF_CHANGE.filter((kind) => counts[kind] > 0)
    .map((kind) => t(`ui.import.count.${kind}`, { number: number(counts[kind]) }))
    .join(" · ");
  if (counts.new + counts.changed + counts.gone === 0) return null;
  return (
    <details className="change-list">
      <summary>
        <b>{title}</b> <span className="soft">{summary}</span>
      </summary>
      {KINDS_OF_CHANGE.map((kind) => (
        <Things key={kind} kind={kind} things={change[kind]} of={counts[kind]} />
      ))}
    </details>
  );
}

interface ThingsProps {
  readonly kind: (typeof KINDS_OF_CHANGE)[number];
  readonly things: readonly ChangedThing[];
  readonly of: number;
}

function Things({ kind, things, of }: ThingsProps) {
  const { t, number } = useWords();
  if (things.length === 0) return null;
  return (
    <>
      <h4>{t(`ui.import.list.${kind}`)}</h4>
      <ul className="things">
        {things.map((thing) => (
          <li key={thing.id}>
            {thing.name}
            {thing.what.length > 0 && (
              <dl className="what">
                {thing.what.map((field) => (
                  <div key={field.field}>
                    <dt>{field.name}</dt>
                    <dd>
                      <del>{field.before || t("ui.import.empty")}</del> →{" "}
                      <ins>{field.after || t("ui.import.empty")}</ins>
                    </dd>
                  </div>
                ))}
              </dl>
            )}
          </li>
        ))}
      </ul>
      {of > things.length && (
        <p className="soft small">{t("ui.import.more", { count: number(of - things.length) })}</p>
      )}
    </>
  );
}

/** How the files meet what is stored: name, day, replacing or adding, joint projects. */
function Settings({ data, step, choosing }: ChangesProps) {
  const { t } = useWords();
  const id = useId();
  const { edited, edit, unsent } = choosing;
  const set = (change: ImportOptions) => edit({ ...edited, ...change });
  const only = data.sources.length === 1 ? data.sources[0] : undefined;
  return (
    <details className="panel settings">
      <summary>{t("ui.import.settings")}</summary>
      <div className="choices">
        {only && (
          <label htmlFor={`${id}n`}>
            {t("ui.import.source")}
            <input
              id={`${id}n`}
              className="field"
              value={edited.source ?? only.name}
              maxLength={200}
              onChange={(event) => set({ source: event.target.value })}
            />
          </label>
        )}
        <DayField
          label={t("ui.import.known-to")}
          value={edited.asOf ?? only?.asOf ?? ""}
          onChange={(asOf) => set({ asOf })}
        />
        <label htmlFor={`${id}j`}>
          {t("ui.import.joint")}
          <select
            id={`${id}j`}
            className="field"
            value={edited.joint || "group"}
            onChange={(event) => set({ joint: event.target.value as ImportOptions["joint"] })}
          >
            {(["group", "title", "none"] as const).map((rule) => (
              <option key={rule} value={rule}>
                {t(`ui.import.joint.${rule}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <fieldset className="modes">
        <legend>{t("ui.import.mode")}</legend>
        {(["replace", "add"] as const).map((mode) => (
          <label key={mode}>
            <input
              type="radio"
              name={`${id}m`}
              checked={(edited.mode || "replace") === mode}
              onChange={() => set({ mode })}
            />
            {t(`ui.import.mode.${mode}`)}
          </label>
        ))}
      </fieldset>
      <p>
        <button
          type="button"
          className="button"
          disabled={!unsent || step.correct.isPending}
          onClick={() => step.correct.mutate(edited)}
        >
          {t("ui.import.compare-again")}
        </button>
      </p>
    </details>
  );
}
