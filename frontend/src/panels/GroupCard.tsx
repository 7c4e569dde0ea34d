import { useGroup } from "../api/queries";
import type { GroupCard as Data } from "../api/types";
import { Go, useView } from "../state/address";
import { knownOf, totalOf } from "../state/select";
import { Sentences } from "../words/Sentence";
import { useWords } from "../words/useWords";
import { ActorLines, CardHead, Part, ProjectLines, ShowAll, Words } from "./CardParts";
import { Loading } from "./Loading";
import { GroupDot, useGroupName } from "./names";
import { Trouble } from "./Trouble";

/** A topic in this region. */
export function GroupCard({ id, close }: { id: string; close: () => void }) {
  const { t, number } = useWords();
  const nameOf = useGroupName();
  const { view } = useView();
  const { data, error, refetch } = useGroup(view, id);
  if (!data) return error ? <Trouble error={error} retry={refetch} /> : <Loading />;
  return (
    <article className="card">
      <CardHead
        close={close}
        title={nameOf(data)}
        kind={
          <>
            <GroupDot slot={data.slot} />
            {t("ui.card.group")}
            {data.localWords.length > 0 && ` · ${t("ui.group.here", { words: data.localWords.join(", ") })}`}
          </>
        }
      />
      <p className="card-lead">
        <Sentences sentences={data.sentences} />
      </p>
      {data.actors.length > 0 && (
        <Part
          title={t("ui.group.actors")}
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
      <Related data={data} />
      {data.subGroups.length > 1 && (
        <Part title={t("ui.group.parts")}>
          {data.subGroups.map((part) => (
            <details key={part.name} className="fold">
              <summary>
                {part.name}{" "}
                <span className="soft">{t("count.projects", { count: part.projects.length })}</span>
              </summary>
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
      )}
      {data.words.length > 0 && (
        <Part title={t("ui.group.words")}>
          <Words words={data.words} />
        </Part>
      )}
      <p className="soft small">
        {t("ui.group.country", {
          projects: t("count.projects", { count: data.countsAll.projects }),
          running: number(data.countsAll.running),
        })}{" "}
        {t("ui.basis", { known: number(knownOf(data.basis)), all: number(totalOf(data.basis)) })}
      </p>
    </article>
  );
}

function Related({ data }: { data: Data }) {
  const { t } = useWords();
  const nameOf = useGroupName();
  if (data.related.length === 0) return null;
  return (
    <Part title={t("ui.group.related")}>
      <ul className="plain related">
        {data.related.map(({ actor, groups }) => (
          <li key={actor.id}>
            <Go to={{ kind: "card", card: { kind: "actor", id: actor.id } }}>{actor.shown ?? actor.name}</Go>
            <span className="related-groups">
              {groups.map((group) => (
                <Go
                  key={group.id}
                  to={{ kind: "card", card: { kind: "group", id: group.id } }}
                  className="related-group"
                >
                  <GroupDot slot={group.slot} />
                  {nameOf(group)}
                </Go>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </Part>
  );
}
