import type { Landscape } from "../api/types";
import { useWords } from "../words/useWords";

/** What the marks mean, in words. */
export function Legend({ landscape }: { landscape: Landscape }) {
  const { t } = useWords();
  const states = new Set(landscape.groups.flatMap((group) => group.dots.map((dot) => dot.state)));
  return (
    <div className="legend">
      <span>
        <svg className="slot-0" viewBox="0 0 16 16" aria-hidden="true">
          <circle className="bubble" cx="8" cy="8" r="7" />
        </svg>
        {t("ui.legend.group")}
      </span>
      {(["running", "ended", "upcoming", "unknown"] as const)
        .filter((state) => states.has(state))
        .map((state) => (
          <span key={state}>
            <svg className="slot-0" viewBox="0 0 10 16" aria-hidden="true">
              <circle className={`project ${state}`} cx="5" cy="8" r="4" />
            </svg>
            {t(`ui.legend.${state}`)}
          </span>
        ))}
      {landscape.actors.length > 0 && (
        <span>
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path className="mark" d="M8,1l7,7l-7,7l-7,-7z" />
          </svg>
          {t("ui.legend.actor")}
        </span>
      )}
      {landscape.actors.some((actor) => actor.standing !== "own") && (
        <span>
          <svg className="actor elsewhere" viewBox="0 0 16 16" aria-hidden="true">
            <path className="mark" d="M8,1.5l6.5,6.5l-6.5,6.5l-6.5,-6.5z" />
          </svg>
          {t("ui.legend.elsewhere")}
        </span>
      )}
    </div>
  );
}
