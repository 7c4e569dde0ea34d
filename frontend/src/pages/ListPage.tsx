import { useLandscape } from "../api/queries";
import { ActorTable } from "../list/ActorTable";
import { NetworkList } from "../list/NetworkList";
import { ProjectTable } from "../list/ProjectTable";
import { Awaiting } from "../panels/Awaiting";
import { CardSide } from "../panels/CardSide";
import { Empty } from "../panels/Empty";
import { Notes } from "../panels/Notes";
import { Go, useView } from "../state/address";
import { usePictureSize } from "../state/media";
import type { Table } from "../state/view";
import { useWords } from "../words/useWords";

const NAMES = { groups: "ui.networks", projects: "ui.projects", actors: "ui.actors" } as const;

/** The projects or the organisations of the region as a table, and the partner networks as a list. */
export default function ListPage() {
  const { t } = useWords();
  const { view } = useView();
  const tables: Table[] =
    view.lens === "cooperation" ? ["groups", "projects", "actors"] : ["projects", "actors"];
  return (
    <div className={view.card ? "frame" : "frame whole"}>
      <section className="panel list" aria-label={t("ui.tab.list")}>
        <nav className="switch" aria-label={t("ui.list.of")}>
          {tables.map((table) => (
            <Go
              key={table}
              to={{ kind: "table", table }}
              aria-current={view.table === table ? "true" : undefined}
            >
              {t(NAMES[table])}
            </Go>
          ))}
        </nav>
        {view.table === "groups" ? (
          <Networks />
        ) : view.table === "projects" ? (
          <ProjectTable />
        ) : (
          <ActorTable />
        )}
      </section>
      <CardSide />
    </div>
  );
}

function Networks() {
  const { t } = useWords();
  const { view } = useView();
  const query = useLandscape(view, usePictureSize());
  const { data } = query;
  if (!data) return <Awaiting query={query} />;
  if (data.groups.length === 0) return <Empty />;
  return (
    <div aria-busy={query.isPlaceholderData}>
      <Notes notes={data.notes}>
        <Go to={{ kind: "tab", tab: "picture" }} className="to-picture">
          {t("ui.networks.picture")}
        </Go>
      </Notes>
      <NetworkList landscape={data} />
    </div>
  );
}
