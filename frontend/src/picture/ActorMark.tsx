import type { PlacedActor } from "../api/types";
import { GROUP_NOUN } from "../panels/names";
import { useView } from "../state/address";
import { useWords } from "../words/useWords";
import { Label } from "./Label";
import { MarkLink } from "./MarkLink";
import { diamond, type MarkProps } from "./mark";

const HALF = 7;

/** An organisation that works in several groups, hollow when it is from elsewhere. */
export function ActorMark({ actor, ...rest }: MarkProps & { actor: PlacedActor }) {
  const { t } = useWords();
  const { view } = useView();
  const mark = { kind: "actor", id: actor.id } as const;
  return (
    <MarkLink
      {...rest}
      mark={mark}
      className={`actor ${actor.standing}`}
      again={{ kind: "unfold", mark }}
      name={t(actor.standing === "elsewhere" ? "ui.mark.actor.elsewhere" : "ui.mark.actor", {
        name: actor.name,
        projects: t("count.projects", { count: actor.projects }),
        groups: t(GROUP_NOUN[view.lens], { count: actor.topics }),
      })}
    >
      <circle className="reach" cx={actor.x} cy={actor.y} r={14} />
      <path className="mark" d={diamond(actor.x, actor.y, HALF)} />
      <Label label={actor.label} fallback={actor.shown} kind="actor" />
    </MarkLink>
  );
}
