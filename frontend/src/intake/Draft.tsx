import { useEffect, useRef, useState } from "react";
import { Refusal } from "../api/client";
import { dataChanged, drop, goesOn, type Import, useImport, useStep } from "../api/imports";
import { Awaiting } from "../panels/Awaiting";
import { Go, useView } from "../state/address";
import { useWords } from "../words/useWords";
import { Changes } from "./Changes";
import { type Choosing, same } from "./options";
import { Recognition } from "./Recognition";
import { ReportView } from "./ReportView";

/** One import, from what was understood of its files to its report. */
export function Draft({ id }: { id: string }) {
  const { t, lang } = useWords();
  const query = useImport(id, lang);
  const { data } = query;
  const done = data?.state === "done";
  useEffect(() => {
    if (done) dataChanged();
  }, [done]);
  if (query.error instanceof Refusal && query.error.problem.status === 404)
    return (
      <div className="notice" role="status">
        <p className="notice-title">{t("ui.import.gone")}</p>
        <p>{t("ui.import.gone.cure")}</p>
        <p>
          <Anew />
        </p>
      </div>
    );
  if (!data) return <Awaiting query={query} />;
  return (
    <article className="draft">
      <DraftHead data={data} />
      <DraftBody data={data} />
    </article>
  );
}

function DraftHead({ data }: { data: Import }) {
  const { t } = useWords();
  const title = useRef<HTMLHeadingElement>(null);
  // Each step is read out from its beginning.
  const { state } = data;
  const what = data.undoes === "" ? "file" : "undo";
  useEffect(() => {
    if (!goesOn(state)) title.current?.focus({ preventScroll: true });
  }, [state]);
  return (
    <header className="draft-head">
      <h2 ref={title} tabIndex={-1}>
        {t(`ui.import.state.${what}.${data.state}`)}
      </h2>
      <p className="soft">
        {data.undoes === ""
          ? data.files.map((file) => file.name).join(", ")
          : t("ui.import.undoes", { run: data.undoes })}
      </p>
    </header>
  );
}

function DraftBody({ data }: { data: Import }) {
  const { t, lang } = useWords();
  const step = useStep(data.id, lang);
  switch (data.state) {
    case "reading":
    case "committing":
      return <Progress data={data} cancel={() => step.cancel.mutate()} />;
    case "failed":
      return <Choice key={JSON.stringify(data.options)} data={data} step={step} />;
    case "cancelled":
      return (
        <>
          <p>{t("ui.import.cancelled")}</p>
          <p className="draft-actions">
            {data.undoes === "" && (
              <button type="button" className="button" onClick={() => step.correct.mutate(data.options)}>
                {t("ui.import.read-again")}
              </button>
            )}
            <Anew id={data.id} />
          </p>
        </>
      );
    case "done":
      return <ReportView data={data} />;
    default:
      return <Choice key={JSON.stringify(data.options)} data={data} step={step} />;
  }
}

/** Where a person chooses: what the panels change is one set of options, sent as a whole. */
function Choice({ data, step }: { data: Import; step: ReturnType<typeof useStep> }) {
  const [edited, edit] = useState(data.options);
  const choosing: Choosing = { edited, edit, unsent: !same(edited, data.options) };
  const failed = data.state === "failed";
  return (
    <>
      {failed && <Problem data={data} />}
      {data.previews && data.previews.length > 0 && (
        <Recognition data={data} step={step} choosing={choosing} open={failed} />
      )}
      {failed ? (
        <p>
          <Anew id={data.id} />
        </p>
      ) : (
        <Changes data={data} step={step} choosing={choosing} />
      )}
    </>
  );
}

function Progress({ data, cancel }: { data: Import; cancel: () => void }) {
  const { t, number } = useWords();
  const stages = ["waiting", "reading", "comparing", "storing", "showing"] as const;
  const at = Math.max(0, stages.indexOf(data.stage as (typeof stages)[number]));
  const stage = stages[at] ?? "waiting";
  return (
    <div className="progress panel" role="status">
      <p>
        {t(`ui.import.stage.${stage}`)}
        {stage === "reading" &&
          data.done > 0 &&
          ` · ${t("ui.import.rows-read", { rows: number(data.done) })}`}
      </p>
      <progress max={stages.length} value={at + 0.5} aria-label={t(`ui.import.stage.${stage}`)} />
      {stage !== "showing" && (
        <p>
          <button type="button" className="button" onClick={cancel}>
            {t("ui.import.cancel")}
          </button>
        </p>
      )}
    </div>
  );
}

function Problem({ data }: { data: Import }) {
  const { t } = useWords();
  const { problem } = data;
  if (!problem) return null;
  const place = [
    problem.file,
    problem.sheet,
    problem.row ? t("ui.import.at.row", { row: problem.row }) : "",
    problem.column ? t("ui.import.at.column", { column: problem.column }) : "",
  ].filter(Boolean);
  return (
    <div className="trouble" role="alert">
      {place.length > 0 && <p className="small">{place.join(", ")}</p>}
      <p className="trouble-title">{problem.text}.</p>
      <p>{problem.cure}</p>
      <p>{t("ui.import.nothing-stored")}</p>
    </div>
  );
}

/** Leads back to the beginning; an import that is left is forgotten. */
export function Anew({ id = "" }: { id?: string }) {
  const { t } = useWords();
  const { go } = useView();
  if (id === "") return <Go to={{ kind: "desk", desk: "import" }}>{t("ui.import.anew")}</Go>;
  return (
    <button
      type="button"
      className="link"
      onClick={() => {
        drop(id);
        go({ kind: "desk", desk: "import" });
      }}
    >
      {t("ui.import.drop-draft")}
    </button>
  );
}
