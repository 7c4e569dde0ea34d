import { useActor } from "../api/queries";
import type { ActorCard as Data } from "../api/types";
import { Go, useView } from "../state/address";
import { knownOf, totalOf } from "../state/select";
import { formatDate } from "../words/format";
import { Sentences } from "../words/Sentence";
import { useWords } from "../words/useWords";
import { Awaiting } from "./Awaiting";
import { Partners } from "./Beyond";
import { PlaceInGroup } from "./Boundary";
import { BridgeWords } from "./Bridges";
import { Actions, CardHead, GroupLines, hostOf, Outside, Part, ProjectLines, ShowAll } from "./CardParts";
import { Corrections } from "./Corrections";
import { StandingMark } from "./names";
import { PersonChoice } from "./PersonChoice";
import { Records } from "./Records";

/** An organisation: what it does here, with whom, and under which names. */
export function ActorCard({ id, close }: { id: string; close: () => void }) {
  const { t, number } = useWords();
  const { view } = useView();
  const query = useActor(view, id);
  const { data } = query;
  if (!data) return <Awaiting query={query} />;
  const elsewhere = data.counts.projects - data.countsRegion.projects;
  return (
    <article className="card">
      <CardHead
        close={close}
        title={data.name}
        kind={
          <>
            <StandingMark standing={data.standing} />
            {t("ui.card.actor")}
            {data.municipality && ` · ${data.municipality.name}`}
            {` · ${t(`ui.standing.${data.standing}`)}`}
          </>
        }
      />
      <p className="card-lead">
        <Sentences sentences={data.sentences} />
      </p>
      {view.lens === "cooperation" && <PlaceInGroup of={{ actor: id }} />}
      <Actions mark={{ kind: "actor", id }} reachable />
      {data.site && (
        <p>
          <Outside href={data.site}>{t("ui.actor.site", { host: hostOf(data.site) })}</Outside>
        </p>
      )}
      {data.bridge && (
        <Part title={t("ui.bridge")}>
          <div className="bridges">
            <BridgeWords bridge={data.bridge} />
          </div>
        </Part>
      )}
      {data.ifGone && data.ifGone.length > 0 && (
        <Part title={t("ui.actor.ifGone")}>
          <p>
            <Sentences sentences={data.ifGone} />
          </p>
        </Part>
      )}
      {data.groups.length > 0 && (
        <Part title={t(`ui.actor.groups.${view.lens}`)}>
          <GroupLines groups={data.groups} />
        </Part>
      )}
      {data.projects.length > 0 && (
        <Part
          title={t("ui.projects")}
          more={
            <ShowAll
              more={data.moreProjects}
              shown={data.projects.length}
              to={{ kind: "list", table: "projects", filter: { actor: id } }}
            />
          }
        >
          <ProjectLines projects={data.projects} />
        </Part>
      )}
      {elsewhere > 0 && <p className="soft small">{t("ui.actor.elsewhere", { count: elsewhere })}</p>}
      {data.partners.length > 0 && <Partners card={data} />}
      <p className="soft small">
        {t("ui.basis", { known: number(knownOf(data.basis)), all: number(totalOf(data.basis)) })}
      </p>
      <Identity data={data} />
    </article>
  );
}

function Identity({ data }: { data: Data }) {
  const { t } = useWords();
  return (
    <Part title={t("ui.actor.identity")}>
      <dl className="pairs">
        {data.businessId && <Pair name={t("ui.actor.businessId")} text={data.businessId} />}
        {data.pic && <Pair name={t("ui.actor.pic")} text={data.pic} />}
        <Pair name={t("ui.actor.kind")} text={t(`actor-kind.${data.kind}`)} />
        <Pair name={t("ui.actor.side")} text={t(`actor-side.${data.side}`)} />
        {data.kindWritten && <Pair name={t("ui.actor.kindWritten")} text={data.kindWritten} />}
        {data.municipality && (
          <div>
            <dt>{t("ui.actor.seat")}</dt>
            <dd>
              <Go to={{ kind: "region", region: data.municipality.id }}>{data.municipality.name}</Go>
            </dd>
          </div>
        )}
        {data.aliases.length > 0 && (
          <div>
            <dt>{t("ui.actor.aliases")}</dt>
            <dd>
              <ul className="plain">
                {data.aliases.map((alias) => (
                  <li key={`${alias.source} ${alias.name}`}>
                    {alias.name} <span className="soft">{t("ui.from", { source: alias.source })}</span>
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        )}
        <Pair name={t("ui.actor.records")} text={t("ui.actor.records.count", { count: data.records })} />
        {(data.partOf ?? []).map((whole) => (
          <Related key={whole.actor} name={t("ui.actor.partOf")} relation={whole} />
        ))}
        {(data.follows ?? []).map((old) => (
          <Related key={old.actor} name={t("ui.actor.follows")} relation={old} />
        ))}
      </dl>
      {data.person && <PersonChoice actor={data} />}
      <Corrections key={data.id} actor={data} />
      <Records of={{ actor: data.id }} title={t("ui.records.open")} />
    </Part>
  );
}

type Relation = NonNullable<Data["partOf"]>[number];

/** What it is part of, or went on with, and when. */
function Related({ name, relation }: { name: string; relation: Relation }) {
  const days = [relation.from, relation.to].map((day) => (day ? formatDate(day) : "")).join("–");
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <Go to={{ kind: "card", card: { kind: "actor", id: relation.actor } }}>{relation.name}</Go>
        {days !== "–" && <span className="soft"> {days}</span>}
      </dd>
    </div>
  );
}

function Pair({ name, text }: { name: string; text: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{text}</dd>
    </div>
  );
}
