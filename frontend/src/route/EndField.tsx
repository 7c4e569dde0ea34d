import { useContext, useDeferredValue, useState } from "react";
import {
  Button,
  Collection,
  ComboBox,
  ComboBoxStateContext,
  Header,
  type Key,
  Label,
  ListBox,
  ListBoxSection,
  Popover,
} from "react-aria-components";
import { useActor, useGroup, useLandscape, useSearch } from "../api/queries";
import type { Hit } from "../api/types";
import { HitInput, HitRow, keyOf } from "../panels/Hits";
import { useEnter } from "../panels/useEnter";
import { useView } from "../state/address";
import { usePictureSize } from "../state/media";
import { endsOf, isGroup } from "../state/select";
import { useWords } from "../words/useWords";

interface EndFieldProps {
  readonly label: string;
  /** What is chosen; empty for nothing yet. */
  readonly id: string;
  /** Groups may be chosen as well. */
  readonly groups?: boolean;
  readonly onChoose: (id: string) => void;
}

/** One end of a way: a search for organisations, and for groups where a way may end. */
export function EndField({ label, id, groups = false, onChoose }: EndFieldProps) {
  const { t, lang } = useWords();
  const { view } = useView();
  const name = useNameOf(id);
  // What is being written; null shows the name of what is chosen.
  const [written, write] = useState<string | null>(null);
  const asked = useDeferredValue((written ?? "").trim());
  const found = useSearch(lang, asked);
  const landscape = useLandscape(view, usePictureSize());
  const sections = endsOf(asked, found.data, landscape.data, groups);
  const hits = sections.flatMap((section) => section.hits);

  const choose = (hit: Hit) => {
    write(null);
    onChoose(hit.id);
  };
  const pick = (key: Key | null) => {
    const hit = hits.find((h) => keyOf(h) === key);
    if (hit) choose(hit);
  };
  const enter = useEnter(written ?? "", hits, asked === (written ?? "").trim() && !found.isFetching, choose);

  return (
    <ComboBox
      className="end"
      inputValue={written ?? name}
      onSelectionChange={pick}
      onBlur={() => write(null)}
      selectedKey={id === "" ? null : keyOf({ kind: isGroup(id) ? "group" : "actor", id })}
      items={sections}
      defaultFilter={() => true}
      allowsEmptyCollection
      allowsCustomValue
      menuTrigger="manual"
    >
      <Label>{label}</Label>
      <div className="end-field">
        <WrittenInput
          onEnter={enter}
          onWrite={(text) => {
            write(text);
            if (text === "" && id !== "") onChoose("");
          }}
        />
        <Button aria-label={t("ui.route.open")}>
          <i className="caret" aria-hidden="true" />
        </Button>
      </div>
      <Popover className="popover search-hits" offset={4}>
        <ListBox<(typeof sections)[number]>
          renderEmptyState={() => (
            <p className="search-none">
              {asked.length < 2
                ? t("ui.search.more")
                : found.isFetching || found.isPlaceholderData
                  ? t("ui.loading")
                  : t("ui.search.none", { text: asked })}
            </p>
          )}
        >
          {(section) => (
            <ListBoxSection id={section.id}>
              <Header>{t(section.title)}</Header>
              <Collection items={section.hits}>{(hit) => <HitRow hit={hit} />}</Collection>
            </ListBoxSection>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

// Only what a person writes counts and opens the list, not the name that fills in after a choice.
function WrittenInput({ onEnter, onWrite }: { onEnter: () => void; onWrite: (text: string) => void }) {
  const { t } = useWords();
  const list = useContext(ComboBoxStateContext);
  return (
    <HitInput
      onEnter={onEnter}
      placeholder={t("ui.route.placeholder")}
      onFocus={(event) => event.target.select()}
      onInput={(event) => {
        onWrite(event.currentTarget.value);
        list?.open(null, "input");
      }}
    />
  );
}

/** The name of an organisation or a group by its id. */
function useNameOf(id: string): string {
  const { view } = useView();
  const group = useGroup(view, isGroup(id) ? id : "");
  const actor = useActor(view, isGroup(id) ? "" : id);
  if (id === "") return "";
  const data = isGroup(id) ? group.data : actor.data;
  return data?.id === id ? data.name : "";
}
