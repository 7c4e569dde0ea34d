import type { ReactNode } from "react";
import type { Landscape, State, Surroundings } from "../api/types";
import { useWords } from "../words/useWords";
import { diamond } from "./mark";

const STATES = ["running", "ended", "upcoming", "unknown"] as const;

/** What the marks of the whole picture mean, in words. */
export function Legend({ landscape }: { landscape: Landscape }) {
  const { t } = useWords();
  const states = new Set(landscape.groups.flatMap((group) => group.dots.map((dot) => dot.state)));
  return (
    <div className="legend">
      <Entry text={t(`ui.legend.group.${landscape.lens}`)}>
        <circle className="bubble" cx="8" cy="8" r="7" />
      </Entry>
      {STATES.filter((state) => states.has(state)).map((state) => (
        <Entry key={state} text={t(`ui.legend.${state}`)} width={10}>
          <circle className={`project ${state}`} cx="5" cy="8" r="4" />
        </Entry>
      ))}
      {landscape.actors.length > 0 && (
        <Entry text={t(`ui.legend.actor.${landscape.lens}`)}>
          <path className="mark" d={diamond(8, 8, 7)} />
        </Entry>
      )}
      {landscape.actors.some((actor) => actor.standing !== "own") && (
        <Entry text={t("ui.legend.elsewhere")} className="actor elsewhere">
          <path className="mark" d={diamond(8, 8, 6.5)} />
        </Entry>
      )}
    </div>
  );
}

/** What the marks of an unfolded picture mean, in words. */
export function UnfoldedLegend({ marks }: Pick<Surroundings, "marks">) {
  const { t } = useWords();
  const states = new Set(marks.flatMap((mark) => (mark.kind === "project" ? [mark.state as State] : [])));
  const actors = marks.filter((mark) => mark.kind === "actor");
  return (
    <div className="legend">
      {STATES.filter((state) => states.has(state)).map((state, i) => (
        <Entry
          key={state}
          text={i === 0 ? `${t("ui.legend.project")}: ${t(`ui.legend.${state}`)}` : t(`ui.legend.${state}`)}
          width={12}
        >
          <rect className={`project ${state}`} x="1" y="3" width="10" height="10" rx="2.5" />
        </Entry>
      ))}
      {actors.length > 0 && (
        <Entry text={t("ui.legend.organisation")}>
          <circle className="mark" cx="8" cy="8" r="5.5" />
        </Entry>
      )}
      {actors.some((actor) => actor.bridge) && (
        <Entry text={t("ui.legend.bridge")}>
          <path className="mark" d={diamond(8, 8, 7)} />
        </Entry>
      )}
      {actors.some((actor) => actor.standing !== "own") && (
        <Entry text={t("ui.legend.elsewhere")} className="actor elsewhere">
          <circle className="mark" cx="8" cy="8" r="5.5" />
        </Entry>
      )}
    </div>
  );
}

interface EntryProps {
  readonly text: string;
  readonly width?: number;
  readonly className?: string;
  readonly children: ReactNode;
}

function Entry({ text, width = 16, className = "slot-0", children }: EntryProps) {
  return (
    <span>
      <svg className={className} viewBox={`0 0 ${width} 16`} aria-hidden="true">
        {children}
      </svg>
      {text}
    </span>
  );
}
