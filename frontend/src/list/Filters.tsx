import { type ReactNode, useId } from "react";
import { useActor } from "../api/queries";
import type { ActorList, ProjectList } from "../api/types";
import { useView } from "../state/address";
import type { FilterKey } from "../state/view";
import { useWords } from "../words/useWords";

interface Choice {
  readonly value: string;
  readonly name: string;
  /** Rows that the choice leaves; none when the server does not say. */
  readonly count?: number;
}

export function ProjectFilters({ facets }: { facets: ProjectList["facets"] | undefined }) {
  const { t, knows, say } = useWords();
  const { view } = useView();
  const stateName = (value: string) => (knows(`ui.state.${value}`) ? say(`ui.state.${value}`) : value);
  return (
    <FilterBar>
      <TextFilter label={t("ui.filter.text.projects")} />
      <Pick
        name="group"
        label={t(`ui.column.group.${view.lens}`)}
        choices={facets?.groups.map((g) => ({ value: g.id, name: g.name, count: g.projects }))}
      />
      <Pick
        name="state"
        label={t("ui.column.state")}
        choices={facets?.states.map((f) => ({ value: f.value, name: stateName(f.value), count: f.projects }))}
        missing={view.filter.state && stateName(view.filter.state)}
      />
      <Pick
        name="fund"
        label={t("ui.column.fund")}
        choices={facets?.funds.map((f) => ({ value: f.value, name: f.value, count: f.projects }))}
      />
      <Pick
        name="partners"
        label={t("ui.filter.partners")}
        choices={facets?.partners.map((f) => ({
          value: f.value,
          name: say(`ui.partners.${f.value}`),
          count: f.projects,
        }))}
      />
    </FilterBar>
  );
}

export function ActorFilters({ facets }: { facets: ActorList["facets"] | undefined }) {
  const { t, say } = useWords();
  const { view } = useView();
  return (
    <FilterBar>
      <TextFilter label={t("ui.filter.text.actors")} />
      <Pick
        name="group"
        label={t(`ui.column.group.${view.lens}`)}
        choices={facets?.groups.map((g) => ({ value: g.id, name: g.name, count: g.projects }))}
      />
      <Pick
        name="standing"
        label={t("ui.filter.standing")}
        choices={facets?.standings.map((f) => ({
          value: f.value,
          name: say(`ui.standing.${f.value}`),
          count: f.projects,
        }))}
      />
    </FilterBar>
  );
}

function FilterBar({ children }: { children: ReactNode }) {
  const { t } = useWords();
  const { view, go } = useView();
  const { filter } = view;
  return (
    <search className="filters">
      {children}
      <div className="filter-chips">
        {filter.actor && <ActorChip id={filter.actor} />}
        {filter.theme && <Chip name="theme" text={t("ui.filter.theme", { text: filter.theme })} />}
        {filter.target && <Chip name="target" text={t("ui.filter.target", { text: filter.target })} />}
        {Object.keys(filter).length > 0 && (
          <button type="button" className="link" onClick={() => go({ kind: "clear" })}>
            {t("ui.filter.clear")}
          </button>
        )}
      </div>
    </search>
  );
}

function TextFilter({ label }: { label: string }) {
  const { view, go } = useView();
  const id = useId();
  return (
    <div className="filter">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="search"
        value={view.filter.text ?? ""}
        onChange={(event) => go({ kind: "filter", key: "text", value: event.target.value })}
      />
    </div>
  );
}

interface PickProps {
  readonly name: FilterKey;
  readonly label: string;
  readonly choices: readonly Choice[] | undefined;
  /** Name of the choice in use when it is not among the choices. */
  readonly missing?: string;
}

function Pick({ name, label, choices = [], missing }: PickProps) {
  const { t, number } = useWords();
  const { view, go } = useView();
  const id = useId();
  const value = view.filter[name] ?? "";
  const shown = choices.filter((c) => c.count !== 0 || c.value === value);
  const listed = shown.some((c) => c.value === value);
  return (
    <div className={value ? "filter used" : "filter"}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        onChange={(event) => go({ kind: "filter", key: name, value: event.target.value })}
      >
        <option value="">{t("ui.filter.all")}</option>
        {value && !listed && <option value={value}>{missing ?? value}</option>}
        {shown.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.name}
            {choice.count !== undefined && ` (${number(choice.count)})`}
          </option>
        ))}
      </select>
    </div>
  );
}

function ActorChip({ id }: { id: string }) {
  const { t } = useWords();
  const { view } = useView();
  const { data } = useActor(view, id);
  return <Chip name="actor" text={t("ui.filter.actor", { text: data?.shown ?? data?.name ?? "…" })} />;
}

function Chip({ name, text }: { name: FilterKey; text: string }) {
  const { t } = useWords();
  const { go } = useView();
  return (
    <button
      type="button"
      className="chip"
      aria-label={t("ui.filter.remove", { text })}
      onClick={() => go({ kind: "filter", key: name, value: "" })}
    >
      {text}
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d="M4 4l8 8M12 4l-8 8" />
      </svg>
    </button>
  );
}
