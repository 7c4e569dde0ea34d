import { useRoutes } from "../api/queries";
import { Awaiting } from "../panels/Awaiting";
import { CardSide } from "../panels/CardSide";
import { EndField } from "../route/EndField";
import { Routes } from "../route/Routes";
import { Go, useView } from "../state/address";
import { useEscape, useFocusOn } from "../state/focus";
import { rememberOwn } from "../state/memory";
import { isGroup } from "../state/select";
import type { Route } from "../state/view";
import { useWords } from "../words/useWords";

interface RoutePageProps {
  readonly route: Route;
  /** It came with the address: the reader stays at the top of the page. */
  readonly quiet: boolean;
}

/** Through whom two are connected: two fields, then the answer in words and as stations. */
export default function RoutePage({ route, quiet }: RoutePageProps) {
  const { t } = useWords();
  const { view, go } = useView();
  const head = useFocusOn<HTMLHeadingElement>("route", quiet);
  const close = () => go({ kind: "route", route: null });
  useEscape(view.card ? null : close);
  const set = (end: Partial<Route>) => go({ kind: "route", route: { ...route, ...end } });
  // A way starts at an organisation.
  const turns = !isGroup(route.to);
  return (
    <div className={view.card ? "frame" : "frame whole"}>
      <section className="panel route" aria-labelledby="route-title">
        <Go to={{ kind: "route", route: null }} className="back">
          {t("ui.unfold.back")}
        </Go>
        <h2 id="route-title" ref={head} tabIndex={-1}>
          {t("ui.route.title")}
        </h2>
        <p className="how">{t("ui.route.how")}</p>
        <div className="ends">
          <EndField
            label={t("ui.route.from")}
            id={route.from}
            onChoose={(from) => {
              if (from) rememberOwn(from);
              set({ from });
            }}
          />
          {turns && (
            <button
              type="button"
              className="button swap"
              onClick={() => set({ from: route.to, to: route.from })}
              disabled={route.from === "" && route.to === ""}
            >
              <svg viewBox="0 0 16 16" aria-hidden="true">
                <path d="M2 5.5h11m-3-3 3 3-3 3M14 10.5H3m3 3-3-3 3-3" />
              </svg>
              {t("ui.route.swap")}
            </button>
          )}
          <EndField label={t("ui.route.to")} id={route.to} groups onChoose={(to) => set({ to })} />
        </div>
        <div aria-live="polite">
          <Answer route={route} />
        </div>
      </section>
      <CardSide />
    </div>
  );
}

function Answer({ route }: { route: Route }) {
  const { t } = useWords();
  const { view } = useView();
  const { from, to } = route;
  const query = useRoutes(view, from === to ? { from: "", to: "" } : route);
  if (from === "" && to === "") return null;
  if (from === to) return <p className="soft">{t("ui.route.same")}</p>;
  if (from === "" || to === "") return <p className="soft">{t("ui.route.choose")}</p>;
  return query.data ? <Routes routes={query.data} /> : <Awaiting query={query} />;
}
