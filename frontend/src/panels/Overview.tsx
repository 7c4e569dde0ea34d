import type { Landscape, PlacedGroup } from "../api/types";
import { Go, useView } from "../state/address";
import { usePointing, usePointsAt } from "../state/pointing";
import { barOf, rowsOf, sameMark } from "../state/select";
import { useWords } from "../words/useWords";
import { ActorLines, Part, ShowAll } from "./CardParts";
import { GroupDot, shortName, slotClass } from "./names";

/** Bridge-builders that are named before the rest is asked for. */
const FIRST = 6;

/** The groups of the region as rows: the same picture for reading from top to bottom. */
export function Overview({ landscape }: { landscape: Landscape }) {
  const { t } = useWords();
  const { view } = useView();
  const { folded } = landscape;
  const groups = rowsOf(landscape);
  const most = Math.max(1, ...groups.map((g) => g.counts.projects));
  return (
    <div className="overview">
      <h2>{t(`ui.overview.${landscape.lens}`)}</h2>
      <p className="soft overview-key">
        <i className="bar-key running" aria-hidden="true" /> {t("ui.state.running")}
        <i className="bar-key" aria-hidden="true" /> {t("ui.overview.rest")}
      </p>
      <ul className="plain rows">
        {groups.map((group) => (
          <Row
            key={group.id}
            group={group}
            most={most}
            on={sameMark(view.card, { kind: "group", id: group.id })}
          />
        ))}
      </ul>
      {landscape.lens === "topics" && folded.groups > 0 && (
        <p className="soft small overview-end">{t("ui.overview.folded", { count: folded.groups })}</p>
      )}
      {landscape.bridges.length > 0 && (
        <Part
          title={t("ui.bridges")}
          more={
            <ShowAll
              more={Math.max(0, landscape.bridges.length + (landscape.moreBridges ?? 0) - FIRST)}
              shown={FIRST}
              to={{ kind: "networks" }}
            />
          }
        >
          <ActorLines actors={landscape.bridges.slice(0, FIRST).map((bridge) => bridge.actor)} />
        </Part>
      )}
    </div>
  );
}

interface RowProps {
  readonly group: PlacedGroup;
  /** Projects of the largest group. */
  readonly most: number;
  readonly on: boolean;
}

function Row({ group, most, on }: RowProps) {
  const { t, number } = useWords();
  const { pointed } = usePointing();
  const mark = { kind: "group", id: group.id } as const;
  const pointsAt = usePointsAt(mark);
  const bar = barOf(group.counts, most);
  return (
    <li className={sameMark(pointed, mark) ? "pointed" : undefined}>
      <Go
        to={{ kind: "card", card: mark }}
        className="row"
        aria-current={on ? "true" : undefined}
        {...pointsAt}
      >
        <GroupDot slot={group.slot} />
        <span className="row-name">{shortName(group)}</span>
        <span className="row-count">
          <b>{number(group.counts.projects)}</b>
          <span className="soft">{t("ui.overview.running", { count: group.counts.running })}</span>
        </span>
        <span className={`bar ${slotClass(group.slot)}`} aria-hidden="true">
          <i className="running" style={{ width: `${100 * bar.running}%` }} />
          <i style={{ width: `${100 * bar.rest}%` }} />
        </span>
        {group.words && <span className="row-words soft small">{group.words.join(", ")}</span>}
      </Go>
    </li>
  );
}
