import { useDeferredValue, useState } from "react";
import {
  Collection,
  ComboBox,
  Header,
  type Key,
  Label,
  ListBox,
  ListBoxSection,
  Popover,
} from "react-aria-components";
import { useRegions, useSearch } from "../api/queries";
import type { Hit } from "../api/types";
import { useView } from "../state/address";
import type { Action } from "../state/update";
import { useWords } from "../words/useWords";
import { HitInput, HitRow, keyOf } from "./Hits";
import { useEnter } from "./useEnter";

const KINDS = ["group", "actor", "project", "theme", "region"] as const;

/** One search for projects, organisations, topics, keywords and places. */
export function SearchBox() {
  const { t, lang } = useWords();
  const { view, go } = useView();
  const [text, setText] = useState("");
  const asked = useDeferredValue(text.trim());
  const { data, isFetching, isPlaceholderData } = useSearch(lang, asked);
  // Before a region is chosen a hit opens over the whole country.
  const regions = useRegions(view, view.region === "");
  const hits = asked.length > 1 ? (data?.hits ?? []) : [];
  const sections = KINDS.map((kind) => ({ kind, hits: hits.filter((hit) => hit.kind === kind) })).filter(
    (section) => section.hits.length > 0,
  );
  const country = regions.data?.regions.find((region) => region.kind === "country")?.id ?? "";

  const choose = (hit: Hit) => {
    setText("");
    go(actionFor(hit, view.region || country));
  };
  const pick = (key: Key | null) => {
    const hit = hits.find((h) => keyOf(h) === key);
    if (hit) choose(hit);
  };
  const enter = useEnter(text, hits, asked === text.trim() && !isFetching, choose);

  return (
    <ComboBox
      className="search"
      inputValue={text}
      onInputChange={setText}
      onSelectionChange={pick}
      selectedKey={null}
      items={sections}
      defaultFilter={() => true}
      allowsEmptyCollection
      allowsCustomValue
      menuTrigger="input"
    >
      <Label className="hidden">{t("ui.search.label")}</Label>
      <HitInput
        onEnter={enter}
        className="search-field"
        placeholder={t("ui.search.label")}
        type="search"
        enterKeyHint="search"
      />
      <Popover className="popover search-hits" offset={4}>
        <ListBox<(typeof sections)[number]>
          renderEmptyState={() => (
            <p className="search-none">
              {asked.length < 2
                ? t("ui.search.more")
                : isFetching || isPlaceholderData
                  ? t("ui.loading")
                  : t("ui.search.none", { text: asked })}
            </p>
          )}
        >
          {(section) => (
            <ListBoxSection id={section.kind}>
              <Header>{t(`ui.search.${section.kind}`)}</Header>
              <Collection items={section.hits}>{(hit) => <HitRow hit={hit} />}</Collection>
            </ListBoxSection>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

function actionFor(hit: Hit, region: string): Action {
  switch (hit.kind) {
    case "region":
      return { kind: "region", region: hit.id };
    case "theme":
      return { kind: "list", table: "projects", filter: { theme: hit.id }, region };
    default:
      return { kind: "card", card: { kind: hit.kind, id: hit.id }, region };
  }
}
