import type { Bridge } from "../api/types";
import { Go } from "../state/address";
import { usePointsAt } from "../state/pointing";
import { Sentence } from "../words/Sentence";
import { useWords } from "../words/useWords";
import { StandingMark } from "./names";

/** The organisations between partner networks, each with its sentence and the projects that prove it. */
export function Bridges({ bridges }: { bridges: readonly Bridge[] }) {
  const { t } = useWords();
  return (
    <section className="part">
      <h2>{t("ui.bridges")}</h2>
      <p className="soft small">{t(bridges.length > 0 ? "ui.bridges.how" : "ui.bridges.none")}</p>
      <ol className="plain bridges">
        {bridges.map((bridge) => (
          <BridgeLine key={bridge.actor.id} bridge={bridge} />
        ))}
      </ol>
    </section>
  );
}

export function BridgeLine({ bridge }: { bridge: Bridge }) {
  const { t } = useWords();
  const { actor, sentence } = bridge;
  // Those that the sentence names need no second mention.
  const said = new Set(sentence.values.map((value) => value.link?.id));
  const proof = bridge.proof.filter((project) => !said.has(project.id));
  const pointsAt = usePointsAt({ kind: "actor", id: actor.id });
  return (
    <li>
      <p className="bridge-name">
        <StandingMark standing={actor.standing} />
        <Go to={{ kind: "card", card: { kind: "actor", id: actor.id } }} {...pointsAt}>
          {actor.name}
        </Go>
        {actor.standing === "elsewhere" && <span className="soft small">{t("ui.standing.elsewhere")}</span>}
      </p>
      <p>
        <Sentence sentence={sentence} />
      </p>
      {proof.length > 0 && (
        <p className="small soft proof">
          {t("ui.bridges.proof")}:{" "}
          {proof.map((project, i) => (
            <span key={project.id}>
              {i > 0 && " · "}
              <Go to={{ kind: "card", card: { kind: "project", id: project.id } }}>{project.name}</Go>
            </span>
          ))}
        </p>
      )}
    </li>
  );
}
