import { ActorTable } from "../list/ActorTable";
import { ProjectTable } from "../list/ProjectTable";
import { CardSide } from "../panels/CardSide";
import { Go, useView } from "../state/address";
import { useWords } from "../words/useWords";

/** The projects or the organisations of the region as a table. */
export default function ListPage() {
  const { t } = useWords();
  const { view } = useView();
  return (
    <div className={view.card ? "frame" : "frame whole"}>
      <section className="panel list" aria-label={t("ui.tab.list")}>
        <nav className="switch" aria-label={t("ui.list.of")}>
          {(["projects", "actors"] as const).map((table) => (
            <Go
              key={table}
              to={{ kind: "table", table }}
              aria-current={view.table === table ? "true" : undefined}
            >
              {t(table === "projects" ? "ui.projects" : "ui.actors")}
            </Go>
          ))}
        </nav>
        {view.table === "projects" ? <ProjectTable /> : <ActorTable />}
      </section>
      <CardSide />
    </div>
  );
}
