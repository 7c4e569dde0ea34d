import type { Routes as Data, Route } from "../api/types";
import { Sentences } from "../words/Sentence";
import { useWords } from "../words/useWords";
import { Stations } from "./Stations";

const TITLES = ["ui.route.first", "ui.route.second"] as const;

/** The ways between two, shortest first; without one, what that rests on. */
export function Routes({ routes: { routes, notes } }: { routes: Data }) {
  const { t } = useWords();
  return (
    <>
      {routes.length === 0 && (
        <div className="way">
          <p className="lead">{t("ui.route.none")}</p>
          <p className="soft">{t("ui.route.none.next")}</p>
        </div>
      )}
      {TITLES.map((title, i) => {
        const route = routes[i];
        return route && <Way key={title} title={t(title)} route={route} />;
      })}
      {routes.length > TITLES.length && (
        <details className="fold">
          <summary>{t("ui.route.more")}</summary>
          {routes.slice(TITLES.length).map((route) => (
            <Way key={route.sentence} route={route} />
          ))}
        </details>
      )}
      {notes.length > 0 && (
        <p className="note">
          <Sentences sentences={notes} />
        </p>
      )}
    </>
  );
}

function Way({ title, route }: { title?: string; route: Route }) {
  return (
    <article className="way">
      {title && <h3>{title}</h3>}
      <p className={title ? "lead" : undefined}>
        {route.sentences.length > 0 ? <Sentences sentences={route.sentences} /> : route.sentence}
      </p>
      <Stations steps={route.steps} />
    </article>
  );
}
