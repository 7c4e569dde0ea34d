import type { PlacedGroup } from "../api/types";
import { slotClass } from "../panels/names";
import { useView } from "../state/address";
import { useWords } from "../words/useWords";
import { Label } from "./Label";
import { MarkLink } from "./MarkLink";
import { classes, type MarkProps } from "./mark";

interface GroupMarkProps extends MarkProps {
  readonly group: PlacedGroup;
  readonly dotRadius: number;
}

/** A group: its area is the number of its projects, each of them a dot. */
export function GroupMark({ group, dotRadius, ...rest }: GroupMarkProps) {
  const { t, number } = useWords();
  const { view } = useView();
  const mark = { kind: "group", id: group.id } as const;
  const project = view.card?.kind === "project" ? view.card.id : "";
  return (
    <MarkLink
      {...rest}
      mark={mark}
      className={`group ${slotClass(group.slot)}`}
      again={{ kind: "unfold", mark }}
      name={t("ui.mark.group", {
        name: group.name,
        projects: t("count.projects", { count: group.counts.projects }),
        running: number(group.counts.running),
      })}
    >
      <circle className="bubble" cx={group.x} cy={group.y} r={group.r} />
      {group.dots.map((dot) => (
        <circle
          key={dot.project}
          className={classes("project", dot.state, dot.project === project && "selected")}
          cx={dot.x}
          cy={dot.y}
          r={dotRadius}
        />
      ))}
      <Label label={group.label} fallback={group.name} kind="name" />
    </MarkLink>
  );
}
