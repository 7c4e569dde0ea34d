import { useContext } from "react";
import { ComboBoxStateContext, Input, type InputProps, ListBoxItem, Text } from "react-aria-components";
import type { Hit } from "../api/types";
import { useWords } from "../words/useWords";

/** What is searched for is written here; Enter without a hit picked is told. */
export function HitInput({ onEnter, ...rest }: InputProps & { readonly onEnter: () => void }) {
  const list = useContext(ComboBoxStateContext);
  return (
    <Input
      {...rest}
      onKeyDownCapture={(event) => {
        if (event.key === "Enter" && list?.selectionManager.focusedKey == null) onEnter();
      }}
    />
  );
}

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
