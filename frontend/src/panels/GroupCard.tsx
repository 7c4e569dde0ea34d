import { useGroup } from "../api/queries";
import type { GroupCard as Data } from "../api/types";
import { Go, useView } from "../state/address";
import { knownOf, totalOf } from "../state/select";
import { Sentences } from "../words/Sentence";
import { useWords } from "../words/useWords";
import { Awaiting } from "./Awaiting";
import { Boundary } from "./Boundary";
import { BridgeLine } from "./Bridges";
import { Actions, ActorLines, CardHead, Part, ProjectLines, ShowAll, Words } from "./CardParts";
import { GroupDot, shortName } from "./names";

/** A topic or a partner network in this region. */
export function GroupCard({ id, close }: { id: string; close: () => void }) {
  const { t, number } = useWords();
  const { view } = useView();
  const query = useGroup(view, id);
  const { data } = query;
  if (!data) return <Awaiting query={query} />;
  const { lens } = data;
  return (
    <article className="card">
      <CardHead close={close} title={data.name} kind={<Kind data={data} />} />
      <p className="card-lead">
        <Sentences sentences={data.sentences} />
      </p>
      {data.kind === "named" && <Boundary id={id} lens={lens} />}
      <Actions mark={{ kind: "group", id }} reachable={data.kind === "named"} />
      {data.actors.length > 0 && (
        <Part
          title={t(`ui.group.actors.${lens}`)}
          more={
            <ShowAll
              more={data.moreActors}
              shown={data.actors.length}
              to={{ kind: "list", table: "actors", filter: { group: id } }}
            />
          }
        >
          <ActorLines actors={data.actors} />
        </Part>
      )}
      {data.projects.length > 0 && (
        <Part
          title={t("ui.projects")}
          more={
            <ShowAll
              more={data.moreProjects}
              shown={data.projects.length}
              to={{ kind: "list", table: "projects", filter: { group: id } }}
            />
          }
        >
          <ProjectLines projects={data.projects} />
        </Part>
      )}
      {data.bridges.length > 0 && (
        <Part title={t("ui.bridges")}>
          <ol className="plain bridges">
            {data.bridges.map((bridge) => (
              <BridgeLine key={bridge.actor.id} bridge={bridge} />
            ))}
          </ol>
        </Part>
      )}
      <Related data={data} />
      <Parts data={data} />
      {lens === "topics" && data.words.length > 0 && (
        <Part title={t("ui.group.words")}>
          <Words words={data.words} />
        </Part>
      )}
      <p className="soft small">
        {lens === "topics" &&
          `${t("ui.group.country", {
            projects: t("count.projects", { count: data.countsAll.projects }),
            running: number(data.countsAll.running),
          })} `}
        {t("ui.basis", { known: number(knownOf(data.basis)), all: number(totalOf(data.basis)) })}
      </p>
    </article>
  );
}

function Kind({ data }: { data: Data }) {
  const { t } = useWords();
  const words = (data.lens === "topics" ? data.localWords : data.words).join(", ");
  return (
    <>
      <GroupDot slot={data.slot} />
      {t(data.kind === "named" || data.lens === "topics" ? `ui.card.group.${data.lens}` : "ui.card.folded")}
      {words !== "" && ` · ${data.lens === "topics" ? t("ui.group.here", { words }) : words}`}
    </>
  );
}

/** The actors in common with other topics, or the networks in common with other networks. */
function Related({ data }: { data: Data }) {
  const { t } = useWords();
  const connections = data.connections ?? [];
  if (data.related.length + connections.length === 0) return null;
  return (
    <Part title={t(`ui.group.related.${data.lens}`)}>
      <ul className="plain related">
        {data.related.map(({ actor, groups }) => (
          <li key={actor.id}>
            <Go to={{ kind: "card", card: { kind: "actor", id: actor.id } }}>{shortName(actor)}</Go>
            <span className="related-groups">
              {groups.map((group) => (
                <Go
                  key={group.id}
                  to={{ kind: "card", card: { kind: "group", id: group.id } }}
                  className="related-group"
                >
                  <GroupDot slot={group.slot} />
                  {shortName(group)}
                </Go>
              ))}
            </span>
          </li>
        ))}
        {connections.map(({ group, actors, moreActors }) => (
          <li key={group.id}>
            <Go to={{ kind: "card", card: { kind: "group", id: group.id } }} className="related-group">
              <GroupDot slot={group.slot} />
              {shortName(group)}
            </Go>
            <span className="related-groups">
              {actors.map((actor) => (
                <Go key={actor.id} to={{ kind: "card", card: { kind: "actor", id: actor.id } }}>
                  {shortName(actor)}
                </Go>
              ))}
              {moreActors > 0 && <span>{t("ui.actor.partners.more", { count: moreActors })}</span>}
            </span>
          </li>
        ))}
      </ul>
    </Part>
  );
}

/** What a large group is made of. */
function Parts({ data }: { data: Data }) {
  const { t } = useWords();
  if (data.subGroups.length < 2) return null;
  return (
    <Part title={t(`ui.group.parts.${data.lens}`)}>
      {data.subGroups.map((part) => (
        <details key={part.name} className="fold">
          <summary>
            {part.name} <span className="soft">{t("count.projects", { count: part.projects.length })}</span>
          </summary>
          {part.actors && part.actors.length > 0 && <ActorLines actors={part.actors} />}
          <ul className="plain lines">
            {part.projects.map((project) => (
              <li key={project.id}>
                <Go to={{ kind: "card", card: { kind: "project", id: project.id } }}>{project.name}</Go>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </Part>
  );
}
