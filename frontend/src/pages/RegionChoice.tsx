import { useEffect, useMemo, useState } from "react";
import {
  Autocomplete,
  Button,
  Collection,
  Header,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  SearchField,
} from "react-aria-components";
import { useRegions } from "../api/queries";
import type { Region } from "../api/types";
import { FinlandMap } from "../map/FinlandMap";
import { Awaiting } from "../panels/Awaiting";
import { Footer } from "../panels/Footer";
import { Go, useView } from "../state/address";
import { lastRegion } from "../state/memory";
import { coverageOf, regionSections } from "../state/select";
import { useWords } from "../words/useWords";

/** The first page: what this is, and the regions with what each holds. */
export default function RegionChoice() {
  const { t } = useWords();
  const { view } = useView();
  const query = useRegions(view);
  const { data } = query;
  const [pointed, point] = useState("");
  useEffect(() => {
    document.title = t("app.name");
  }, [t]);
  const last = data?.regions.find((region) => region.id === lastRegion());
  return (
    <div className="choice">
      <section className="choice-head">
        <h1>{t("ui.choice.title")}</h1>
        <p className="lead">{t("ui.choice.lead")}</p>
        {last && (
          <p>
            <Go to={{ kind: "region", region: last.id }} className="button primary">
              {t("ui.choice.continue", { region: last.name })}
            </Go>
          </p>
        )}
      </section>
      {data ? (
        <div className="choice-frame">
          <section className="panel choice-list">
            <RegionList regions={data.regions} pointed={pointed} point={point} />
          </section>
          <FinlandMap regions={data.regions} pointed={pointed} point={point} />
        </div>
      ) : (
        <Awaiting query={query} />
      )}
      <Footer dataset={data?.dataset} />
    </div>
  );
}

interface RegionListProps {
  readonly regions: readonly Region[];
  readonly pointed: string;
  readonly point: (id: string) => void;
}

function RegionList({ regions, pointed, point }: RegionListProps) {
  const { t } = useWords();
  const { go } = useView();
  const [word, setWord] = useState("");
  const sections = useMemo(() => regionSections(regions, word), [regions, word]);
  return (
    <Autocomplete inputValue={word} onInputChange={setWord}>
      <div className="choice-top">
        <SearchField className="choice-search">
          <Label>{t("ui.choice.search")}</Label>
          <div className="choice-field">
            <Input placeholder={t("ui.choice.placeholder")} />
            {word !== "" && (
              <Button className="close" aria-label={t("ui.clear")}>
                <svg viewBox="0 0 16 16" aria-hidden="true">
                  <path d="M3.5 3.5l9 9M12.5 3.5l-9 9" />
                </svg>
              </Button>
            )}
          </div>
        </SearchField>
        <div className="choice-columns small soft" aria-hidden="true">
          <span />
          <span>{t("ui.choice.projects")}</span>
          <span>{t("ui.choice.running")}</span>
          <span>{t("ui.choice.actors")}</span>
          <span>{t("ui.choice.known")}</span>
        </div>
      </div>
      <ListBox
        className="regions"
        aria-label={t("ui.choice.regions")}
        items={sections}
        dependencies={[pointed]}
        onAction={(key) => go({ kind: "region", region: String(key).replace(/^.*\|/, "") })}
        renderEmptyState={() => <p className="empty">{t("ui.choice.none", { text: word })}</p>}
      >
        {(section) => (
          <ListBoxSection id={section.section}>
            <Header>{t(`ui.choice.section.${section.section}`)}</Header>
            <Collection items={section.regions} dependencies={[pointed]}>
              {(region) => (
                <RegionOption
                  // A region of the programme stands in two sections.
                  id={`${section.section}|${region.id}`}
                  region={region}
                  on={region.id === pointed}
                  point={point}
                />
              )}
            </Collection>
          </ListBoxSection>
        )}
      </ListBox>
    </Autocomplete>
  );
}

interface RegionOptionProps {
  readonly id: string;
  readonly region: Region;
  readonly on: boolean;
  readonly point: (id: string) => void;
}

function RegionOption({ id, region, on, point }: RegionOptionProps) {
  const { t, number, percent } = useWords();
  const coverage = coverageOf(region.basis);
  const { counts } = region;
  return (
    <ListBoxItem
      id={id}
      textValue={region.name}
      aria-label={t("ui.choice.row", {
        region: region.name,
        projects: t("count.projects", { count: counts.projects }),
        running: number(counts.running),
        actors: t("count.actors", { count: region.actors }),
        known: coverage === null ? "–" : percent(coverage),
      })}
      className={`region-row${on ? " on" : ""}${counts.projects === 0 ? " none" : ""}`}
      onHoverStart={() => point(region.id)}
      onHoverEnd={() => point("")}
    >
      {({ isFocused }) => (
        <>
          {isFocused && <PointsWhileShown id={region.id} point={point} />}
          <span className="region-name">{region.name}</span>
          <span className="figure">{number(counts.projects)}</span>
          <span className="figure">{number(counts.running)}</span>
          <span className="figure">{number(region.actors)}</span>
          {coverage === null ? (
            <span />
          ) : (
            <span className="coverage">
              <span className="bar">
                <i className="running" style={{ width: `${100 * coverage}%` }} />
              </span>
              {percent(coverage)}
            </span>
          )}
        </>
      )}
    </ListBoxItem>
  );
}

function PointsWhileShown({ id, point }: { id: string; point: (id: string) => void }) {
  useEffect(() => {
    point(id);
    return () => point("");
  }, [id, point]);
  return null;
}
