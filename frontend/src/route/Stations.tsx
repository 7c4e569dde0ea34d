import type { RouteStep } from "../api/types";
import { shortName } from "../panels/names";
import { Go } from "../state/address";
import { usePointsAt } from "../state/pointing";
import type { Card } from "../state/view";
import { useWords } from "../words/useWords";

/** A way as a line of stations: organisation, project, organisation. */
export function Stations({ steps }: { steps: readonly RouteStep[] }) {
  return (
    <ol className="plain stations">
      {steps.map((step, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a way may pass a project twice, and its steps never move
        <Station key={i} step={step} />
      ))}
    </ol>
  );
}

function Station({ step }: { step: RouteStep }) {
  const { t } = useWords();
  const card: Card = step.project
    ? { kind: "project", id: step.project }
    : { kind: "actor", id: step.actor ?? "" };
  const pointsAt = usePointsAt(card);
  const others = step.others ?? [];
  const further = step.moreOthers ?? 0;
  return (
    <li className={`station ${card.kind}`}>
      <svg
        className={step.project ? "slot-none" : `actor ${step.standing ?? "unknown"}`}
        viewBox="0 0 20 20"
        aria-hidden="true"
      >
        {step.project ? (
          <rect className={`project ${step.state ?? "unknown"}`} x="3" y="3" width="14" height="14" rx="4" />
        ) : (
          <path className="mark" d="M10,2l8,8l-8,8l-8,-8z" />
        )}
      </svg>
      <div>
        <Go to={{ kind: "card", card }} className="station-name" {...pointsAt}>
          {step.project ? step.name : shortName(step)}
        </Go>
        <p className="soft small">
          {step.project
            ? [
                step.state && t(`ui.state.${step.state}`),
                step.actors !== undefined && t("count.actors", { count: step.actors }),
              ]
                .filter(Boolean)
                .join(" · ")
            : step.standing === "elsewhere" && t("ui.standing.elsewhere")}
        </p>
        {others.length + further > 0 && (
          <p className="soft small others">
            {t("ui.route.also")}{" "}
            {others.map((project, i) => (
              <span key={project.id}>
                {i > 0 && ", "}
                <Go to={{ kind: "card", card: { kind: "project", id: project.id } }}>{project.name}</Go>
              </span>
            ))}
            {further > 0 && ` ${t("ui.actor.partners.more", { count: further })}`}
          </p>
        )}
      </div>
    </li>
  );
}
