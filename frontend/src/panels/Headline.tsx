import type { Summary } from "../api/types";
import { Go } from "../state/address";
import { Sentence, Sentences } from "../words/Sentence";
import { useWords } from "../words/useWords";

/** The region by name, in two sentences and in its main counts. */
export function Headline({ summary }: { summary: Summary }) {
  const { t } = useWords();
  return (
    <section className="headline">
      <div className="headline-name">
        <h1>{summary.region.name}</h1>
        <Go to={{ kind: "leave" }} className="pill">
          {t("ui.region.change")}
        </Go>
      </div>
      <p className="lead">
        <Sentences sentences={summary.sentences} />
      </p>
      <Facts summary={summary} />
      {summary.notes.length > 0 && (
        <p className="note">
          {summary.notes.map((note, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: notes have no name of their own and never move
            <span key={i}>
              {i > 0 && " "}
              <Sentence sentence={note} />
            </span>
          ))}
        </p>
      )}
    </section>
  );
}

function Facts({ summary }: { summary: Summary }) {
  const { t, number, money } = useWords();
  const { counts, granted } = summary;
  return (
    <dl className="facts">
      <div>
        <dt>{t("ui.facts.projects")}</dt>
        <dd>
          <b>{number(counts.projects)}</b>
          <span>
            <Go to={{ kind: "list", table: "projects", filter: { state: "running" } }}>
              {t("ui.facts.running", { count: counts.running })}
            </Go>
            {" · "}
            <Go to={{ kind: "list", table: "projects", filter: { state: "ended" } }}>
              {t("ui.facts.ended", { count: counts.ended })}
            </Go>
            {counts.upcoming > 0 && (
              <>
                {" · "}
                <Go to={{ kind: "list", table: "projects", filter: { state: "upcoming" } }}>
                  {t("ui.facts.upcoming", { count: counts.upcoming })}
                </Go>
              </>
            )}
          </span>
        </dd>
      </div>
      <div>
        <dt>{t("ui.facts.actors")}</dt>
        <dd>
          <b>{number(summary.actors)}</b>
          <span>
            <Go to={{ kind: "list", table: "actors", filter: { standing: "own" } }}>
              {t("ui.facts.own", { count: summary.ownActors })}
            </Go>
            {summary.outsideActors > 0 && (
              <>
                {" · "}
                <Go to={{ kind: "list", table: "actors", filter: { standing: "elsewhere" } }}>
                  {t("ui.facts.elsewhere", { count: summary.outsideActors })}
                </Go>
              </>
            )}
            {summary.unknownSeatActors > 0 && (
              <>
                {" · "}
                <Go to={{ kind: "list", table: "actors", filter: { standing: "unknown" } }}>
                  {t("ui.facts.seatUnknown", { count: summary.unknownSeatActors })}
                </Go>
              </>
            )}
          </span>
        </dd>
      </div>
      {summary.funds.length > 0 && (
        <div>
          <dt>{t("ui.facts.funds")}</dt>
          <dd>
            {granted && <b>{money(granted.cents)}</b>}
            <span>
              {summary.funds.slice(0, 3).map((fund, i) => (
                <span key={fund.name}>
                  {i > 0 && " · "}
                  <Go to={{ kind: "list", table: "projects", filter: { fund: fund.name } }}>
                    {fund.name} {number(fund.projects)}
                  </Go>
                </span>
              ))}
            </span>
          </dd>
        </div>
      )}
    </dl>
  );
}
