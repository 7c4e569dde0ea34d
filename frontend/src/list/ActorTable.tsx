import { allActors, useActors } from "../api/queries";
import { useView } from "../state/address";
import { useWords } from "../words/useWords";
import { useActorColumns } from "./columns";
import { asTabs } from "./copy";
import { DataTable } from "./DataTable";
import { ActorFilters } from "./Filters";
import { ListFrame } from "./ListFrame";

/** The organisations of the region, as filtered and sorted. */
export function ActorTable() {
  const { t } = useWords();
  const { view, go } = useView();
  const columns = useActorColumns();
  const list = useActors(view, view.filter, view.sort);
  const last = list.data?.pages.at(-1);
  const text = async () =>
    asTabs(
      columns,
      columns.map((c) => t(c.title)),
      await allActors(view, view.filter, view.sort),
    );
  return (
    <ListFrame list={list} total={last?.total} text={text} filters={<ActorFilters facets={last?.facets} />}>
      <DataTable
        label={t("ui.actors")}
        columns={columns}
        rows={list.data?.pages.flatMap((page) => page.actors) ?? []}
        open={view.card?.kind === "actor" ? view.card.id : ""}
        onOpen={(id) => go({ kind: "card", card: { kind: "actor", id } })}
        empty={t("ui.list.none")}
      />
    </ListFrame>
  );
}
