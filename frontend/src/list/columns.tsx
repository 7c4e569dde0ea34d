// The columns of the two lists: how a cell looks, and how it reads as text in a copy.
import type { ReactNode } from "react";
import type { ActorRow, ProjectRow } from "../api/types";
import { GroupDot, StandingMark, shortName } from "../panels/names";
import { useView } from "../state/address";
import { formatDate } from "../words/format";
import { type Key, useWords } from "../words/useWords";

export interface Column<Row> {
  /** Also the name the server sorts by. */
  readonly id: string;
  readonly title: Key;
  readonly number?: boolean;
  readonly cell: (row: Row) => ReactNode;
  readonly text: (row: Row) => string;
}

export function useProjectColumns(): Column<ProjectRow>[] {
  const { t, number } = useWords();
  const { view } = useView();
  const actors = (row: ProjectRow) =>
    row.partners === "unknown" ? t("ui.partners.unknown") : number(row.actors);
  return [
    {
      id: "name",
      title: "ui.column.project",
      text: (row) => row.name,
      cell: (row) => (
        <>
          {row.name} <span className="soft small code">{row.code}</span>
        </>
      ),
    },
    { id: "lead", title: "ui.column.lead", ...plain((row) => (row.lead ? shortName(row.lead) : "")) },
    {
      id: "topic",
      title: `ui.column.group.${view.lens}`,
      text: (row) => (row.group ? row.group.name : ""),
      cell: (row) =>
        row.group && (
          <span className="topic">
            <GroupDot slot={row.group.slot} />
            {shortName(row.group)}
          </span>
        ),
    },
    { id: "from", title: "ui.column.from", number: true, ...plain((row) => formatDate(row.from ?? "")) },
    { id: "to", title: "ui.column.to", number: true, ...plain((row) => formatDate(row.to ?? "")) },
    {
      id: "state",
      title: "ui.column.state",
      text: (row) => t(`ui.state.${row.state}`),
      cell: (row) => (
        <span className="state">
          <i className={`statedot ${row.state}`} aria-hidden="true" /> {t(`ui.state.${row.state}`)}
        </span>
      ),
    },
    { id: "fund", title: "ui.column.fund", ...plain((row) => row.fund ?? "") },
    {
      id: "actors",
      title: "ui.column.actors",
      number: true,
      text: actors,
      cell: (row) => <span className={row.partners === "unknown" ? "soft small" : ""}>{actors(row)}</span>,
    },
  ];
}

export function useActorColumns(): Column<ActorRow>[] {
  const { t, number } = useWords();
  const { view } = useView();
  const figure = (of: (row: ActorRow) => number) => ({
    number: true,
    ...plain((row: ActorRow) => number(of(row))),
  });
  return [
    {
      id: "name",
      title: "ui.column.actor",
      text: (row) => row.name,
      cell: (row) => (
        <span className="topic">
          <StandingMark standing={row.standing} />
          {row.name}
        </span>
      ),
    },
    {
      id: "municipality",
      title: "ui.column.seat",
      ...plain((row) => row.municipality?.name ?? t("ui.unknown")),
    },
    { id: "projects", title: "ui.column.projects", ...figure((row) => row.projects) },
    { id: "running", title: "ui.column.running", ...figure((row) => row.running) },
    { id: "led", title: "ui.column.led", ...figure((row) => row.led) },
    { id: "topics", title: `ui.column.groups.${view.lens}`, ...figure((row) => row.topics) },
    { id: "partners", title: "ui.column.partners", ...figure((row) => row.partners) },
  ];
}

function plain<Row>(text: (row: Row) => string) {
  return { text, cell: text };
}
