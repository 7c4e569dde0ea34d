import type { PlacedActor } from "../api/types";
import { followPlainly, hrefOf, useView } from "../state/address";
import { usePointsAt } from "../state/pointing";
import { useWords } from "../words/useWords";
import { Label } from "./Label";
import { classes, type MarkProps } from "./mark";

const HALF = 7;

/** An organisation that works in several topics, hollow when it is from elsewhere. */
export function ActorMark({
  actor,
  walk,
  tabIndex,
  selected,
  far,
  onEnter,
}: MarkProps & { actor: PlacedActor }) {
  const { t } = useWords();
  const { view, go } = useView();
  const mark = { kind: "actor", id: actor.id } as const;
  const open = { kind: "card", card: mark } as const;
  const pointsAt = usePointsAt(mark);
  return (
    <a
      href={hrefOf(view, open)}
      className={classes("actor", actor.standing, selected && "selected", far && "far")}
      data-walk={walk}
      tabIndex={tabIndex}
      aria-label={t(actor.standing === "elsewhere" ? "ui.mark.actor.elsewhere" : "ui.mark.actor", {
        name: actor.name,
        projects: t("count.projects", { count: actor.projects }),
        topics: t("count.groups", { count: actor.topics }),
      })}
      aria-current={selected ? "true" : undefined}
      onClick={(event) => followPlainly(event, () => go(open))}
      {...pointsAt}
      onFocus={() => {
        onEnter();
        pointsAt.onFocus();
      }}
    >
      <circle className="reach" cx={actor.x} cy={actor.y} r={14} />
      <path
        className="mark"
        d={`M${actor.x},${actor.y - HALF}l${HALF},${HALF}l-${HALF},${HALF}l-${HALF},-${HALF}z`}
      />
      <Label label={actor.label} fallback={actor.shown} kind="actor" />
    </a>
  );
}
