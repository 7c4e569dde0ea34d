import type { Landscape, PlacedGroup } from "../api/types";
import { Pairs } from "../panels/Beyond";
import { Bridges } from "../panels/Bridges";
import { GroupDot, shortName } from "../panels/names";
import { Go, useView } from "../state/address";
import { usePointing, usePointsAt } from "../state/pointing";
import { bridgesOf, rowsOf, sameMark } from "../state/select";
import { Sentence } from "../words/Sentence";
import { useWords } from "../words/useWords";

const NAMED_BRIDGES = 3;

/** Partner networks as rows, then the organisations between them, then what is folded together. */
export function NetworkList({ landscape }: { landscape: Landscape }) {
  const { t } = useWords();
  const rows = rowsOf(landscape);
  const named = rows.filter((group) => group.kind === "named");
  const folded = rows.filter((group) => group.kind !== "named");
  return (
    <div className="networks">
      <p className="how">{t("ui.networks.how")}</p>
      {named.length > 0 && (
        <table className="network-table">
          <thead>
            <tr>
              <th scope="col">{t("ui.column.group.cooperation")}</th>
              <th scope="col" className="number">
                {t("ui.column.projects")}
              </th>
              <th scope="col" className="number">
                {t("ui.column.actors")}
              </th>
              <th scope="col">{t("ui.bridges")}</th>
            </tr>
          </thead>
          <tbody>
            {named.map((group) => (
              <Row key={group.id} group={group} landscape={landscape} />
            ))}
          </tbody>
        </table>
      )}
      <Bridges bridges={landscape.bridges} more={landscape.moreBridges ?? 0} />
      <Pairs />
      {folded.length > 0 && (
        <section className="part">
          <h2>{t("ui.networks.folded")}</h2>
          <ul className="plain lines">
            {folded.map((group) => (
              <Folded key={group.id} group={group} />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function Row({ group, landscape }: { group: PlacedGroup; landscape: Landscape }) {
  const { t, number } = useWords();
  const { view } = useView();
  const { pointed } = usePointing();
  const mark = { kind: "group", id: group.id } as const;
  const pointsAt = usePointsAt(mark);
  const bridges = bridgesOf(landscape, group.id);
  const on = sameMark(view.card, mark);
  const { actors, ownActors } = group;
  return (
    <tr className={on ? "on" : sameMark(pointed, mark) ? "pointed" : undefined}>
      <th scope="row">
        <div className="network-name">
          <GroupDot slot={group.slot} />
          <span>
            <Go to={{ kind: "card", card: mark }} aria-current={on ? "true" : undefined} {...pointsAt}>
              {shortName(group)}
            </Go>
            {group.words && <span className="soft small keywords">{group.words.join(", ")}</span>}
          </span>
        </div>
      </th>
      <td className="number" data-title={t("ui.column.projects")}>
        {number(group.counts.projects)}
        <span className="soft small">{t("ui.overview.running", { count: group.counts.running })}</span>
      </td>
      <td className="number" data-title={t("ui.column.actors")}>
        {actors !== undefined && number(actors)}
        {ownActors !== undefined && ownActors !== actors && (
          <span className="soft small">{t("ui.networks.own", { own: number(ownActors) })}</span>
        )}
      </td>
      <td data-title={bridges.length > 0 ? t("ui.bridges") : undefined}>
        <ul className="plain names">
          {bridges.slice(0, NAMED_BRIDGES).map(({ actor }) => (
            <li key={actor.id}>
              <Go to={{ kind: "card", card: { kind: "actor", id: actor.id } }}>{shortName(actor)}</Go>
            </li>
          ))}
          {bridges.length > NAMED_BRIDGES && (
            <li className="soft">{t("ui.actor.partners.more", { count: bridges.length - NAMED_BRIDGES })}</li>
          )}
        </ul>
      </td>
    </tr>
  );
}

function Folded({ group }: { group: PlacedGroup }) {
  const { t } = useWords();
  const groups = { name: "groups", noun: "count.networks", count: group.folded ?? 0 };
  return (
    <li>
      <span className="line-name">
        <GroupDot slot={group.slot} />
        <span>
          <Go to={{ kind: "card", card: { kind: "group", id: group.id } }}>{group.name}</Go>
          <span className="soft small keywords">
            <Sentence sentence={{ key: `group.folds-${group.kind}`, values: [groups] }} />
          </span>
        </span>
      </span>
      <span className="line-end">{t("count.projects", { count: group.counts.projects })}</span>
    </li>
  );
}
