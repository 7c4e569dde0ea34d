import { ListBoxItem, Text } from "react-aria-components";
import type { Hit } from "../api/types";
import { useWords } from "../words/useWords";

/** One hit of a search, with what it is and how many projects it has. */
export function HitRow({ hit }: { hit: Hit }) {
  const { t } = useWords();
  const more = [hit.matched, hit.detail].filter(Boolean).join(" · ");
  return (
    <ListBoxItem id={keyOf(hit)} textValue={hit.name} className="search-hit">
      <Text slot="label">{hit.name}</Text>
      {more !== "" && (
        <Text slot="description" className="soft">
          {more}
        </Text>
      )}
      {hit.projects !== undefined && (
        <span className="search-count">{t("count.projects", { count: hit.projects })}</span>
      )}
    </ListBoxItem>
  );
}

export const keyOf = (hit: Pick<Hit, "kind" | "id">) => `${hit.kind} ${hit.id}`;
