import type { SurroundingMark, Surroundings } from "../api/types";
import { classes } from "../picture/mark";
import { Go } from "../state/address";
import { usePointing, usePointsAt } from "../state/pointing";
import { contentsOf, sameMark } from "../state/select";
import { useWords } from "../words/useWords";
import { slotClass } from "./names";

/** What an unfolded picture shows, as a list: each project with its organisations. */
export function Contents({ surroundings }: { surroundings: Surroundings }) {
  const { t } = useWords();
  const { projects, others } = contentsOf(surroundings);
  return (
    <>
      <ul className="plain contents">
        {projects.map(({ project, actors }) => (
          <li key={project.id}>
            <Line mark={project} />
            <ul className="plain">
              {actors.map((actor) => (
                <li key={actor.id}>
                  <Line mark={actor} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <>
          <h3>{t("ui.unfold.others")}</h3>
          <ul className="plain contents">
            {others.map((actor) => (
              <li key={actor.id}>
                <Line mark={actor} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Line({ mark }: { mark: SurroundingMark }) {
  const { t } = useWords();
  const { pointed } = usePointing();
  const { kind, id } = mark;
  const pointsAt = usePointsAt({ kind, id });
  return (
    <span className={sameMark(pointed, mark) ? "contents-line pointed" : "contents-line"}>
      <i
        className={
          kind === "project"
            ? `tick square ${slotClass(mark.group?.slot ?? -1)}`
            : classes("tick", mark.standing ?? "unknown", mark.bridge && "bridge")
        }
        aria-hidden="true"
      />
      <Go to={{ kind: "card", card: { kind, id } }} {...pointsAt}>
        {mark.name}
      </Go>
      {kind === "actor" && mark.standing === "elsewhere" && (
        <span className="hidden">, {t("ui.standing.elsewhere")}</span>
      )}
      {mark.bridge && <span className="hidden">, {t("ui.legend.bridge")}</span>}
    </span>
  );
}
