import { allProjects, useProjects } from "../api/queries";
import { useView } from "../state/address";
import { useWords } from "../words/useWords";
import { useProjectColumns } from "./columns";
import { asTabs } from "./copy";
import { DataTable } from "./DataTable";
import { ProjectFilters } from "./Filters";
import { ListFrame } from "./ListFrame";

/** The projects of the region, as filtered and sorted. */
export function ProjectTable() {
  const { t } = useWords();
  const { view, go } = useView();
  const columns = useProjectColumns();
  const list = useProjects(view, view.filter, view.sort);
  const last = list.data?.pages.at(-1);
  const text = async () =>
    asTabs(
      columns,
      columns.map((c) => t(c.title)),
      await allProjects(view, view.filter, view.sort),
    );
  return (
    <ListFrame list={list} total={last?.total} text={text} filters={<ProjectFilters facets={last?.facets} />}>
      <DataTable
        label={t("ui.projects")}
        columns={columns}
        rows={list.data?.pages.flatMap((page) => page.projects) ?? []}
        open={view.card?.kind === "project" ? view.card.id : ""}
        onOpen={(id) => go({ kind: "card", card: { kind: "project", id } })}
        empty={t("ui.list.none")}
      />
    </ListFrame>
  );
}
