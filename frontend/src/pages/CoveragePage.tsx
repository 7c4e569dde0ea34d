import { type Coverage, useCoverage } from "../api/coverage";
import type { Sentence as SentenceData } from "../api/types";
import { PartnersTable } from "../coverage/PartnersTable";
import { SourceList } from "../coverage/SourceList";
import { Awaiting } from "../panels/Awaiting";
import { DeskHead } from "../panels/DeskHead";
import { Go, useView } from "../state/address";
import { COUNTRY } from "../state/view";
import { Sentence } from "../words/Sentence";
import { useWords } from "../words/useWords";

/** What the numbers rest on: what is thin first, then what is missing, then where all of it comes from. */
export default function CoveragePage() {
  const { view } = useView();
  const query = useCoverage(view);
  return (
    <div className="desk cover-page">
      <DeskHead desk="coverage" />
      {query.data ? (
        <div aria-busy={query.isPlaceholderData || undefined}>
          <Covered data={query.data} />
        </div>
      ) : (
        <Awaiting query={query} />
      )}
    </div>
  );
}

function Covered({ data }: { data: Coverage }) {
  const { t } = useWords();
  const { view } = useView();
  const region = view.region || COUNTRY;
  return (
    <>
      <p>
        <Go to={{ kind: "region", region }}>{data.region.name}</Go>:{" "}
        {t("count.projects", { count: data.projects })}, {t("count.actors", { count: data.actors })}
        {region !== COUNTRY && (
          <>
            {" · "}
            <Go to={{ kind: "desk", desk: "coverage", region: COUNTRY }}>{t("ui.coverage.everywhere")}</Go>
          </>
        )}
      </p>
      <Said title={t("ui.coverage.warnings")} sentences={data.warnings} className="note" />
      <Said title={t("ui.coverage.missing")} sentences={data.missing} />
      {data.persons.hidden > 0 && <p>{t("ui.coverage.hidden", { count: data.persons.hidden })}</p>}
      <h2>{t("ui.coverage.sources")}</h2>
      <SourceList sources={data.sources} />
      <h2>{t("ui.coverage.partners")}</h2>
      <p className="soft">{t("ui.coverage.partners.lead")}</p>
      <div className="cover-tables">
        <div>
          <PartnersTable
            name={t("ui.coverage.fund")}
            rows={data.byFund}
            to={(fund) => ({ kind: "list", table: "projects", filter: { fund }, region })}
          />
          <PartnersTable name={t("ui.coverage.year")} rows={data.byYear} />
        </div>
        <PartnersTable
          name={t("ui.coverage.region")}
          rows={data.byRegion}
          to={(id) => ({ kind: "desk", desk: "coverage", region: id })}
        />
      </div>
    </>
  );
}

interface SaidProps {
  readonly title: string;
  readonly sentences: readonly SentenceData[];
  readonly className?: string;
}

/** Sentences as a list under a title; nothing without any. */
function Said({ title, sentences, className }: SaidProps) {
  if (sentences.length === 0) return null;
  return (
    <section className="cover-said">
      <h2>{title}</h2>
      <ul className={className}>
        {sentences.map((sentence) => (
          <li key={JSON.stringify(sentence)}>
            <Sentence sentence={sentence} />
          </li>
        ))}
      </ul>
    </section>
  );
}
