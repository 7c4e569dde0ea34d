import type { MouseEvent } from "react";
import type { PlacedGroup } from "../api/types";
import { slotClass, useGroupName } from "../panels/names";
import { followPlainly, hrefOf, useView } from "../state/address";
import { usePointsAt } from "../state/pointing";
import { useWords } from "../words/useWords";
import { Label } from "./Label";
import { classes, type MarkProps } from "./mark";

interface GroupMarkProps extends MarkProps {
  readonly group: PlacedGroup;
  readonly dotRadius: number;
}

/** A topic: its area is the number of its projects, each of them a dot. */
export function GroupMark({ group, dotRadius, walk, tabIndex, selected, far, onEnter }: GroupMarkProps) {
  const { t, number } = useWords();
  const { view, go } = useView();
  const name = useGroupName()(group);
  const mark = { kind: "group", id: group.id } as const;
  const open = { kind: "card", card: mark } as const;
  const pointsAt = usePointsAt(mark);
  const project = view.card?.kind === "project" ? view.card.id : "";

  // Once a topic is open, its dots open their projects; before that a dot is too easy to hit by mistake.
  const onClick = (event: MouseEvent) =>
    followPlainly(event, () => {
      const id = event.target instanceof SVGElement ? event.target.dataset.project : undefined;
      go(selected && id ? { kind: "card", card: { kind: "project", id } } : open);
    });

  return (
    <a
      href={hrefOf(view, open)}
      className={classes("group", slotClass(group.slot), selected && "selected", far && "far")}
      data-walk={walk}
      tabIndex={tabIndex}
      aria-label={t("ui.mark.group", {
        name,
        projects: t("count.projects", { count: group.counts.projects }),
        running: number(group.counts.running),
      })}
      aria-current={selected ? "true" : undefined}
      onClick={onClick}
      {...pointsAt}
      onFocus={() => {
        onEnter();
        pointsAt.onFocus();
      }}
    >
      <circle className="bubble" cx={group.x} cy={group.y} r={group.r} />
      {group.dots.map((dot) => (
        <circle
          key={dot.project}
          className={classes("project", dot.state, dot.project === project && "selected")}
          data-project={dot.project}
          cx={dot.x}
          cy={dot.y}
          r={dotRadius}
        />
      ))}
      <Label label={group.label} fallback={name} kind="name" />
    </a>
  );
}
