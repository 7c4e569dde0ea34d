import type { SurroundingMark } from "../api/types";
import { slotClass } from "../panels/names";
import { useWords } from "../words/useWords";
import { Label } from "./Label";
import { MarkLink } from "./MarkLink";
import { classes, diamond, type MarkProps } from "./mark";

interface UnfoldedMarkProps extends MarkProps {
  readonly mark: SurroundingMark;
  /** Its ties in the picture. */
  readonly tied: number;
}

/** A project as a square in its group's colour, an organisation as a circle, a bridge-builder as a diamond. */
export function UnfoldedMark({ mark, tied, ...rest }: UnfoldedMarkProps) {
  const { t } = useWords();
  const { kind, id, x, y, r } = mark;
  const project = kind === "project";
  return (
    <MarkLink
      {...rest}
      mark={{ kind, id }}
      className={
        project
          ? `square ${slotClass(mark.group?.slot ?? -1)}`
          : classes("actor", mark.standing ?? "unknown", mark.centre && "centre")
      }
      again={project ? undefined : { kind: "unfold", mark: { kind: "actor", id } }}
      name={
        project
          ? t("ui.mark.project", {
              name: mark.name,
              state: t(`ui.state.${mark.state ?? "unknown"}`),
              actors: t("count.actors", { count: tied }),
            })
          : t(mark.standing === "elsewhere" ? "ui.mark.organisation.elsewhere" : "ui.mark.organisation", {
              name: mark.name,
              projects: t("count.projects", { count: tied }),
            })
      }
    >
      <circle className="reach" cx={x} cy={y} r={Math.max(12, r + 4)} />
      {project ? (
        <rect
          className={`project ${mark.state ?? "unknown"}`}
          x={x - r}
          y={y - r}
          width={2 * r}
          height={2 * r}
          rx={r / 2}
        />
      ) : mark.bridge ? (
        <path className="mark" d={diamond(x, y, r)} />
      ) : (
        <circle className="mark" cx={x} cy={y} r={r} />
      )}
      {mark.label && (
        <Label label={mark.label} fallback={mark.shown ?? mark.name} kind={project ? "sub" : "actor"} />
      )}
    </MarkLink>
  );
}
