import type { CoverageSource } from "../api/coverage";
import { formatDate } from "../words/format";
import { useWords } from "../words/useWords";
import { ShareBar } from "./Shares";

const SHARES = ["businessId", "place", "partners", "targetGroup", "dates"] as const;

/** Each source with its age, its last import and what it tells. */
export function SourceList({ sources }: { sources: readonly CoverageSource[] }) {
  const { t } = useWords();
  if (sources.length === 0) return <p>{t("ui.coverage.none")}</p>;
  return (
    <ul className="plain cover-sources">
      {sources.map((source) => (
        <li key={source.id} className="panel">
          <h3>{source.name}</h3>
          <p className="soft small">
            {[
              source.formatName,
              source.asOf && t("ui.coverage.asOf", { date: formatDate(source.asOf) }),
              source.lastRun?.at &&
                t(source.lastRun.restored ? "ui.coverage.restored" : "ui.coverage.lastRun", {
                  date: formatDate(source.lastRun.at.slice(0, 10)),
                  file: source.lastRun.file,
                }),
            ]
              .filter(Boolean)
              .join(" · ")}
          </p>
          <p>
            {t("count.projects", { count: source.projects })} · {t("count.actors", { count: source.actors })}{" "}
            · {t("count.ties", { count: source.ties })}
          </p>
          <dl className="shares">
            {SHARES.map((key) => (
              <ShareBar key={key} name={t(`ui.coverage.share.${key}`)} share={source.share[key]} />
            ))}
          </dl>
          {source.credit && <p className="soft small">{source.credit}</p>}
        </li>
      ))}
    </ul>
  );
}
