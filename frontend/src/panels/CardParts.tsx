// The parts that the three kinds of card are made of.
import type { ReactNode } from "react";
import type { ActorCount, GroupCount, ProjectRow } from "../api/types";
import { Go, useView } from "../state/address";
import { lastOwn } from "../state/memory";
import { usePointsAt } from "../state/pointing";
import { sameMark } from "../state/select";
import type { Action } from "../state/update";
import type { Unfolded, View } from "../state/view";
import { formatYears } from "../words/format";
import { type Key, useWords } from "../words/useWords";
import { GroupDot, StandingMark, shortName } from "./names";

interface CardHeadProps {
  readonly kind: ReactNode;
  readonly title: string;
  readonly crumb?: ReactNode;
  readonly close: () => void;
}

export function CardHead({ kind, title, crumb, close }: CardHeadProps) {
  const { t } = useWords();
  const { view } = useView();
  return (
    <div className="card-head">
      <div className="card-crumbs">
        <nav aria-label={t("ui.card.path")}>
          <Go to={{ kind: "card", card: null }}>{t(backOf(view))}</Go>
          {crumb}
        </nav>
        <button type="button" className="close" onClick={close} aria-label={t("ui.close")}>
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M3.5 3.5l9 9M12.5 3.5l-9 9" />
          </svg>
        </button>
      </div>
      <p className="card-kind">{kind}</p>
      <h2>{title}</h2>
    </div>
  );
}

/** Where closing a card leads. */
function backOf({ route, unfolded, tab, lens }: View): Key {
  if (route) return "ui.card.back.route";
  if (unfolded) return "ui.card.back.unfolded";
  return tab === "list" ? "ui.card.back.list" : `ui.card.back.${lens}`;
}

interface ActionsProps {
  readonly mark: Pick<Unfolded, "kind" | "id">;
  /** A way to it can be asked for. */
  readonly reachable: boolean;
}

/** What can be done with a group or an organisation: unfold it, and find the way to it. */
export function Actions({ mark, reachable }: ActionsProps) {
  const { t } = useWords();
  const { view } = useView();
  const own = lastOwn();
  return (
    <p className="card-actions">
      {!sameMark(view.unfolded, mark) && (
        <Go to={{ kind: "unfold", mark }} className="button">
          {t(`ui.unfold.${mark.kind}`)}
        </Go>
      )}
      {reachable && (
        <Go
          to={{ kind: "route", route: { from: own === mark.id ? "" : own, to: mark.id } }}
          className="button"
        >
          {t("ui.route")}
        </Go>
      )}
    </p>
  );
}

/** A titled part of a card; nothing when it has no content. */
export function Part({ title, children, more }: { title: string; children: ReactNode; more?: ReactNode }) {
  return (
    <section className="part">
      <h3>{title}</h3>
      {children}
      {more && <p className="more">{more}</p>}
    </section>
  );
}

/** "Näytä kaikki 14", when more exist than are shown. */
export function ShowAll({ more, shown, to }: { more: number; shown: number; to: Action }) {
  const { t } = useWords();
  return more > 0 ? <Go to={to}>{t("ui.showAll", { count: more + shown })}</Go> : null;
}

interface ActorLinesProps {
  readonly actors: readonly ActorCount[];
  /** Those that share more projects than chance gives. */
  readonly beyond?: ReadonlySet<string>;
}

export function ActorLines({ actors, beyond }: ActorLinesProps) {
  return (
    <ul className="plain lines">
      {actors.map((actor) => (
        <ActorLine key={actor.id} actor={actor} beyond={beyond?.has(actor.id) ?? false} />
      ))}
    </ul>
  );
}

function ActorLine({ actor, beyond }: { actor: ActorCount; beyond: boolean }) {
  const { t } = useWords();
  const pointsAt = usePointsAt({ kind: "actor", id: actor.id });
  return (
    <li>
      <span className="line-name">
        <StandingMark standing={actor.standing} />
        <span>
          <Go to={{ kind: "card", card: { kind: "actor", id: actor.id } }} {...pointsAt}>
            {actor.name}
          </Go>
          {actor.standing === "elsewhere" && <span className="hidden">, {t("ui.standing.elsewhere")}</span>}
          {beyond && <span className="soft small keywords">{t("ui.beyond.mark")}</span>}
        </span>
      </span>
      <span className="line-end">{t("count.projects", { count: actor.projects })}</span>
    </li>
  );
}

export function GroupLines({ groups }: { groups: readonly GroupCount[] }) {
  return (
    <ul className="plain lines">
      {groups.map((group) => (
        <GroupLine key={group.id} group={group} />
      ))}
    </ul>
  );
}

function GroupLine({ group }: { group: GroupCount }) {
  const { t } = useWords();
  const pointsAt = usePointsAt({ kind: "group", id: group.id });
  return (
    <li>
      <span className="line-name">
        <GroupDot slot={group.slot} />
        <Go to={{ kind: "card", card: { kind: "group", id: group.id } }} title={group.name} {...pointsAt}>
          {shortName(group)}
        </Go>
      </span>
      {group.projects > 0 && (
        <span className="line-end">{t("count.projects", { count: group.projects })}</span>
      )}
    </li>
  );
}

export function ProjectLines({ projects }: { projects: readonly ProjectRow[] }) {
  return (
    <ul className="plain lines">
      {projects.map((project) => (
        <ProjectLine key={project.id} project={project} />
      ))}
    </ul>
  );
}

function ProjectLine({ project }: { project: ProjectRow }) {
  const { t } = useWords();
  const mark = { kind: "project", id: project.id } as const;
  const pointsAt = usePointsAt(mark);
  const state = t(`ui.state.${project.state}`);
  return (
    <li>
      <span className="line-name">
        <Go to={{ kind: "card", card: mark }} {...pointsAt}>
          {project.name}
        </Go>
      </span>
      <span className="line-end">
        {formatYears(project.from, project.to)}
        <span className="hidden">, {state}</span>
        <i className={`statedot ${project.state}`} aria-hidden="true" title={state} />
      </span>
    </li>
  );
}

export function Words({ words }: { words: readonly string[] }) {
  return (
    <ul className="plain chips">
      {words.map((word) => (
        <li key={word}>
          <Go to={{ kind: "list", table: "projects", filter: { theme: word } }}>{word}</Go>
        </li>
      ))}
    </ul>
  );
}

/** A link to somebody else's page; only web addresses are followed. */
export function Outside({ href, children }: { href: string | undefined; children: ReactNode }) {
  const url = webAddress(href);
  if (!url) return null;
  return (
    <a className="outside" href={url} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}

/** The address when it is http or https, else undefined. */
export function webAddress(text: string | undefined): string | undefined {
  if (!text) return undefined;
  try {
    const url = new URL(/^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `http://${text}`);
    return url.protocol === "http:" || url.protocol === "https:" ? url.href : undefined;
  } catch {
    return undefined;
  }
}

/** The host of an address without www, to name a link by. */
export const hostOf = (text: string | undefined) =>
  webAddress(text) ? new URL(webAddress(text) as string).host.replace(/^www\./, "") : "";
