import type { KeyboardEvent } from "react";
import type { Surroundings, SurroundingTie } from "../api/types";
import { useView } from "../state/address";
import { usePointing } from "../state/pointing";
import { nearIn, sameMark } from "../state/select";
import { useWords } from "../words/useWords";
import { UnfoldedLegend } from "./Legend";
import { PointedName } from "./PointedName";
import { UnfoldedMark } from "./UnfoldedMark";
import { useWalk } from "./walk";

/**
 * A group or an actor's surroundings as projects and actors, places by the
 * server. The keys are those of the whole picture; Esc folds it again.
 */
export function Unfolded({ surroundings }: { surroundings: Surroundings }) {
  const { t } = useWords();
  const { view, go } = useView();
  const { pointed } = usePointing();
  const { marks, ties, width, height, title } = surroundings;
  const { picture, onKeyDown, place } = useWalk(marks.length);
  const near = nearIn(surroundings, pointed ?? view.card);
  const fading = near !== null && pointed !== null;
  const focus = pointed ?? view.card;
  const projects = marks.filter((mark) => mark.kind === "project").length;

  const onKey = (event: KeyboardEvent) => {
    if (event.key === "Escape") {
      event.preventDefault();
      go({ kind: "unfold", mark: null });
    } else onKeyDown(event);
  };

  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: SVG has no element for a group of links */}
      <svg
        ref={picture}
        className={fading ? "ring unfolded fading" : "ring unfolded"}
        viewBox={`0 0 ${width} ${height}`}
        role="group"
        aria-label={t("ui.unfold.label", {
          name: title,
          projects: t("count.projects", { count: projects }),
          actors: t("count.actors", { count: marks.length - projects }),
        })}
        onKeyDown={onKey}
      >
        <Lines
          surroundings={surroundings}
          on={(tie) => focus !== null && tie[focus.kind as "actor"] === focus.id}
        />
        {marks.map((mark, i) => (
          <UnfoldedMark
            key={`${mark.kind} ${mark.id}`}
            mark={mark}
            tied={ties.filter((tie) => tie[mark.kind] === mark.id).length}
            selected={sameMark(mark, view.card)}
            far={fading && !near.has(mark.id)}
            {...place(i)}
          />
        ))}
        <PointedName marks={marks} width={width} />
      </svg>
      <UnfoldedLegend marks={marks} />
    </>
  );
}

/** The ties as straight lines: pale ones as one path, those of the mark in question on top. */
function Lines({ surroundings, on }: { surroundings: Surroundings; on: (tie: SurroundingTie) => boolean }) {
  const at = new Map(surroundings.marks.map((mark) => [`${mark.kind} ${mark.id}`, mark]));
  const path = (ties: readonly SurroundingTie[]) =>
    ties
      .map(({ project, actor }) => [at.get(`project ${project}`), at.get(`actor ${actor}`)] as const)
      .map(([p, a]) => (p && a ? `M${p.x},${p.y}L${a.x},${a.y}` : ""))
      .join("");
  return (
    <g>
      <path className="tie" d={path(surroundings.ties.filter((tie) => !on(tie)))} />
      <path className="tie on" d={path(surroundings.ties.filter(on))} />
    </g>
  );
}
