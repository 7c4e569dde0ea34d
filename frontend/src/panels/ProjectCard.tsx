import { useProject } from "../api/queries";
import type { ProjectCard as Data } from "../api/types";
import { Go, useView } from "../state/address";
import { formatDate } from "../words/format";
import { Sentences } from "../words/Sentence";
import { useWords } from "../words/useWords";
import { Awaiting } from "./Awaiting";
import { PlaceInGroup } from "./Boundary";
import { CardHead, hostOf, Outside, Part, ProjectLines, Words } from "./CardParts";
import { GroupDot } from "./names";
import { Records } from "./Records";

/** A project: who, where, when, about what, and from which source. */
export function ProjectCard({ id, close }: { id: string; close: () => void }) {
  const { t } = useWords();
  const { view } = useView();
  const query = useProject(view, id);
  const { data } = query;
  if (!data) return <Awaiting query={query} />;
  return (
    <article className="card">
      <CardHead
        close={close}
        title={data.name}
        crumb={
          data.group && (
            <Go to={{ kind: "card", card: { kind: "group", id: data.group.id } }}>
              <GroupDot slot={data.group.slot} />
              {data.group.name}
            </Go>
          )
        }
        kind={
          <>
            <i className={`statedot ${data.state}`} aria-hidden="true" />
            {t("ui.card.project")} {data.code} · {t(`ui.state.${data.state}`)}
          </>
        }
      />
      <p className="card-lead">
        <Sentences sentences={data.sentences} />
      </p>
      <PlaceInGroup of={{ project: id }} />
      {data.description && <p>{data.description}</p>}
      {data.link && (
        <p>
          <Outside href={data.link}>{t("ui.project.link", { host: hostOf(data.link) })}</Outside>
        </p>
      )}
      <Participants data={data} />
      {data.keywords.length > 0 && (
        <Part title={t("ui.project.keywords")}>
          <Words words={data.keywords} />
        </Part>
      )}
      {data.places.length > 0 && (
        <Part title={t("ui.project.places")}>
          <ul className="plain places">
            {data.places.map((place) => (
              <li key={place.written}>
                {place.area ? (
                  <Go to={{ kind: "region", region: place.area.id }}>{place.area.name}</Go>
                ) : (
                  <>
                    {place.written} <span className="soft">{t("ui.place.unknown")}</span>
                  </>
                )}
                {place.area && place.area.name !== place.written && (
                  <span className="soft"> {t("ui.place.written", { text: place.written })}</span>
                )}
              </li>
            ))}
          </ul>
        </Part>
      )}
      <Facts data={data} />
      {data.similarTopic.length > 0 && (
        <Part title={t("ui.project.similar")}>
          <ProjectLines projects={data.similarTopic} />
        </Part>
      )}
      <Part title={t("ui.records")}>
        <p className="soft small">
          {data.records.map((record) => (
            <span key={`${record.source} ${record.row}`} className="source">
              {t("ui.record", { source: record.sourceName, row: String(record.row) })}
            </span>
          ))}
        </p>
        <Records of={{ project: id }} title={t("ui.records.open")} />
      </Part>
    </article>
  );
}

function Participants({ data }: { data: Data }) {
  const { t } = useWords();
  return (
    <Part title={t("ui.actors")}>
      <ul className="plain lines">
        {data.actors.map((actor) => (
          <li key={`${actor.id} ${actor.part}`}>
            <span className="line-name">
              <span>
                <Go to={{ kind: "card", card: { kind: "actor", id: actor.id } }}>{actor.name}</Go>
                {actor.seat && (
                  <span className="soft small">
                    {" "}
                    {actor.seat.name}
                    {actor.seatRung !== "named" && `, ${t(`ui.rung.${actor.seatRung}`)}`}
                  </span>
                )}
                <Records of={{ project: data.id, actor: actor.id }} title={t("ui.records.tie")} />
              </span>
            </span>
            <span className="line-end">{t(`ui.part.${actor.part}`)}</span>
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Facts({ data }: { data: Data }) {
  const { t, money } = useWords();
  const facts: [string, string | undefined][] = [
    [t("ui.project.dates"), [data.from, data.to].map((d) => (d ? formatDate(d) : "")).join("–")],
    [t("ui.project.granted"), data.granted ? money(data.granted) : undefined],
    [t("ui.project.paid"), data.paid ? money(data.paid) : undefined],
    [t("ui.project.fund"), data.fund],
    [t("ui.project.priority"), data.priority],
    [t("ui.project.objective"), data.objective],
    [t("ui.project.funder"), data.funder],
    [t("ui.project.authority"), data.authority],
    [t("ui.project.targets"), data.targetGroups.join(", ")],
    [t("ui.project.themes"), data.themes.join(", ")],
  ];
  return (
    <Part title={t("ui.project.facts")}>
      <dl className="pairs">
        {facts
          .filter(([, text]) => text && text !== "–")
          .map(([name, text]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{text}</dd>
            </div>
          ))}
      </dl>
    </Part>
  );
}
