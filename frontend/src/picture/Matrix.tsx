import type { Matrix as Data, GroupCount } from "../api/types";
import { GroupDot, StandingMark, shortName, slotClass } from "../panels/names";
import { Go } from "../state/address";
import type { Lens } from "../state/view";
import { useWords } from "../words/useWords";

const RADIUS = 13;

/** Who does what: organisations as rows, groups as columns, dots by the number of projects. */
export function Matrix({ matrix, lens }: { matrix: Data; lens: Lens }) {
  const { t, number } = useWords();
  const most = Math.max(1, ...matrix.rows.flatMap((row) => row.projects));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className="matrix-box" tabIndex={0} aria-label={t(`ui.matrix.title.${lens}`)}>
      <table className="matrix">
        <thead>
          <tr>
            <td className="corner" />
            {matrix.groups.map((group) => (
              <Column key={group.id} group={group} />
            ))}
            <th scope="col" className="total">
              <span className="turned">{t("ui.matrix.total")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {matrix.rows.map((row) => (
            <tr key={row.actor}>
              <th scope="row">
                <StandingMark standing={row.standing} />
                <Go to={{ kind: "card", card: { kind: "actor", id: row.actor } }} title={row.name}>
                  {row.shown}
                </Go>
              </th>
              {row.projects.map((count, i) => {
                const group = matrix.groups[i];
                return (
                  group && (
                    <td key={group.id}>
                      {count > 0 && (
                        <Cell actor={row.actor} group={group} count={count} share={count / most} />
                      )}
                    </td>
                  )
                );
              })}
              <td className="total">{number(row.total)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {matrix.more > 0 && (
        <p className="soft small matrix-more">
          {t("ui.matrix.more", { count: matrix.more })}{" "}
          <Go to={{ kind: "list", table: "actors", filter: {} }}>{t("ui.matrix.all")}</Go>
        </p>
      )}
    </section>
  );
}

function Column({ group }: { group: GroupCount }) {
  return (
    <th scope="col" title={group.name}>
      <Go to={{ kind: "card", card: { kind: "group", id: group.id } }} className="column">
        <span className="turned">{shortName(group)}</span>
        <GroupDot slot={group.slot} />
      </Go>
    </th>
  );
}

interface CellProps {
  readonly actor: string;
  readonly group: GroupCount;
  readonly count: number;
  /** Of the largest number in the table. */
  readonly share: number;
}

function Cell({ actor, group, count, share }: CellProps) {
  const { t, number } = useWords();
  const r = Math.max(3.2, RADIUS * Math.sqrt(share));
  const text = t("count.projects", { count });
  return (
    <Go
      to={{ kind: "list", table: "projects", filter: { actor, group: group.id } }}
      className={`cell ${slotClass(group.slot)}`}
      title={text}
    >
      <svg viewBox={`${-RADIUS - 1} ${-RADIUS - 1} ${2 * RADIUS + 2} ${2 * RADIUS + 2}`} aria-hidden="true">
        <circle r={r} />
        {r > 7.5 && (
          <text y="4" textAnchor="middle">
            {number(count)}
          </text>
        )}
      </svg>
      <span className="hidden">{text}</span>
    </Go>
  );
}
