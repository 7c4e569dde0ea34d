import { useState } from "react";
import type { Bridge, ProjectName } from "../api/types";
import { Go } from "../state/address";
import { usePointsAt } from "../state/pointing";
import { Sentence } from "../words/Sentence";
import { useWords } from "../words/useWords";
import { StandingMark } from "./names";

// Shown before the rest is asked for.
const FIRST = 9;
const PROOF = 3;

/** The organisations between partner networks, each with its sentence and the projects that prove it. */
export function Bridges({ bridges, more }: { bridges: readonly Bridge[]; more: number }) {
  const { t } = useWords();
  const [all, showAll] = useState(false);
  return (
    <section className="part">
      <h2>{t("ui.bridges")}</h2>
      <p className="soft small">{t(bridges.length > 0 ? "ui.bridges.how" : "ui.bridges.none")}</p>
      <ol className="plain bridges">
        {(all ? bridges : bridges.slice(0, FIRST)).map((bridge) => (
          <BridgeLine key={bridge.actor.id} bridge={bridge} />
        ))}
      </ol>
      {!all && bridges.length > FIRST && (
        <button type="button" className="button" onClick={() => showAll(true)}>
          {t("ui.showAll", { count: bridges.length })}
        </button>
      )}
      {more > 0 && (all || bridges.length <= FIRST) && (
        <p className="soft small">{t("ui.bridges.more", { count: more })}</p>
      )}
    </section>
  );
}

export function BridgeLine({ bridge }: { bridge: Bridge }) {
  const { t } = useWords();
  const { actor } = bridge;
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
      <BridgeWords bridge={bridge} />
    </li>
  );
}

/** What makes an organisation a bridge-builder: a sentence, and further projects that prove it. */
export function BridgeWords({ bridge: { sentence, proof } }: { bridge: Bridge }) {
  // Those that the sentence names need no second mention.
  const said = new Set(sentence.values.map((value) => value.link?.id));
  return (
    <>
      <p>
        <Sentence sentence={sentence} />
      </p>
      <Proof projects={proof.filter((project) => !said.has(project.id))} />
    </>
  );
}

function Proof({ projects }: { projects: readonly ProjectName[] }) {
  const { t } = useWords();
  if (projects.length === 0) return null;
  const further = projects.length - PROOF;
  return (
    <p className="small soft">
      {t("ui.bridges.proof")}:{" "}
      {projects.slice(0, PROOF).map((project, i) => (
        <span key={project.id}>
          {i > 0 && " · "}
          <Go to={{ kind: "card", card: { kind: "project", id: project.id } }}>{project.name}</Go>
        </span>
      ))}
      {further > 0 && ` ${t("ui.actor.partners.more", { count: further })}`}
    </p>
  );
}
