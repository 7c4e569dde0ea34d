import type { Routes as Data, Route } from "../api/types";
import { Notes } from "../panels/Notes";
import { Go, useView } from "../state/address";
import { COUNTRY } from "../state/view";
import { Sentence, Sentences } from "../words/Sentence";
import { useWords } from "../words/useWords";
import { Stations } from "./Stations";

const TITLES = ["ui.route.first", "ui.route.second"] as const;

/** The ways between two, shortest first; without one, why none is seen and what to try. */
export function Routes({ routes: { routes, notes, from, to } }: { routes: Data }) {
  const { t } = useWords();
  const { view } = useView();
  if (routes.length === 0) {
    const wider = notes.some((note) => note.key === "path.wider") && view.region !== COUNTRY;
    return (
      <div className="way">
        {notes.map((note) => (
          <p key={note.key} className={note === notes[0] ? "lead" : "soft"}>
            <Sentence sentence={note} />
          </p>
        ))}
        {wider && (
          <p className="card-actions">
            <Go to={{ kind: "route", route: { from, to }, region: COUNTRY }} className="button">
              {t("ui.route.wider")}
            </Go>
          </p>
        )}
      </div>
    );
  }
  return (
    <>
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
      <Notes notes={notes} />
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
