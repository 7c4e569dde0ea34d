import { Fragment } from "react";
import type { Summary } from "../api/types";
import { Go } from "../state/address";
import type { Action } from "../state/update";
import type { Filter, Table } from "../state/view";
import { useWords } from "../words/useWords";

interface Piece {
  readonly text: string;
  readonly to: Action;
}

/** The main counts of a region; every part of them opens its list. */
export function Facts({ summary }: { summary: Summary }) {
  const { t, number, money } = useWords();
  const { counts, granted } = summary;
  const list = (table: Table, filter: Filter): Action => ({ kind: "list", table, filter });
  const piece = (count: number, text: string, to: Action) => (count > 0 ? [{ text, to }] : []);

  const states: Piece[] = (["running", "ended", "upcoming"] as const).flatMap((state) =>
    piece(counts[state], t(`ui.facts.${state}`, { count: counts[state] }), list("projects", { state })),
  );
  const seats = [
    ["own", summary.ownActors],
    ["elsewhere", summary.outsideActors],
    ["unknown", summary.unknownSeatActors],
  ] as const;
  const standings: Piece[] = seats.flatMap(([standing, count]) =>
    // "329 of 329" says nothing.
    piece(
      count === summary.actors ? 0 : count,
      t(`ui.facts.${standing}`, { count }),
      list("actors", { standing }),
    ),
  );
  const funds: Piece[] = summary.funds.slice(0, 3).map((fund) => ({
    text: `${fund.name} ${number(fund.projects)}`,
    to: list("projects", { fund: fund.name }),
  }));
  return (
    <dl className="facts">
      <Fact name={t("ui.facts.projects")} figure={number(counts.projects)} pieces={states} />
      <Fact name={t("ui.facts.actors")} figure={number(summary.actors)} pieces={standings} />
      {funds.length > 0 && (
        <Fact name={t("ui.facts.funds")} figure={granted && money(granted.cents)} pieces={funds} />
      )}
    </dl>
  );
}

interface FactProps {
  readonly name: string;
  readonly figure: string | undefined;
  readonly pieces: readonly Piece[];
}

function Fact({ name, figure, pieces }: FactProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {figure && <b>{figure}</b>}
        <span>
          {pieces.map(({ text, to }, i) => (
            <Fragment key={text}>
              {i > 0 && " · "}
              <Go to={to}>{text}</Go>
            </Fragment>
          ))}
        </span>
      </dd>
    </div>
  );
}
