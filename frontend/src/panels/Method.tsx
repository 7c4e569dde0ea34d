import { useState } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { useBoundary, useLandscape, useModularity, useSummary } from "../api/queries";
import type { Landscape, Summary } from "../api/types";
import { useView } from "../state/address";
import { usePictureSize } from "../state/media";
import { knownOf, totalOf } from "../state/select";
import { formatDate } from "../words/format";
import { useWords } from "../words/useWords";
import { Whole } from "./Whole";

/** How the numbers are counted, in words, with this region's own figures. */
export default function Method({ close }: { close: () => void }) {
  const { t } = useWords();
  const { view } = useView();
  const summary = useSummary(view);
  const landscape = useLandscape(view, usePictureSize());
  const here = view.region !== "";
  const [whole, setWhole] = useState(false);
  const method = here ? landscape.data?.method : undefined;
  return (
    <ModalOverlay className="overlay" isOpen isDismissable onOpenChange={(open) => !open && close()}>
      <Modal className="modal">
        <Dialog className="dialog method">
          <Heading slot="title">{t("ui.method")}</Heading>
          <p>{t("ui.method.region")}</p>
          {here && summary.data && <RegionFigures summary={summary.data} />}
          <h3>{t("ui.method.state.title")}</h3>
          <p>{t("ui.method.state")}</p>
          <h3>{t("ui.method.topics.title")}</h3>
          <p>{t("ui.method.topics")}</p>
          {method && method.features !== "ties" && (
            <>
              <TopicFigures method={method} />
              <BoundaryFigures />
            </>
          )}
          <h3>{t("ui.method.cooperation.title")}</h3>
          <p>{t("ui.method.cooperation")}</p>
          {method?.features === "ties" && (
            <>
              <CooperationFigures method={method} />
              <BoundaryFigures />
            </>
          )}
          <h3>{t("ui.method.partners.title")}</h3>
          <p>{t("ui.method.partners")}</p>
          {here && (
            <details className="whole-frame" onToggle={(event) => setWhole(event.currentTarget.open)}>
              <summary>{t("ui.whole")}</summary>
              {whole && <Whole />}
            </details>
          )}
          <p className="dialog-end">
            <button type="button" className="button primary" onClick={close}>
              {t("ui.close")}
            </button>
          </p>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function RegionFigures({ summary }: { summary: Summary }) {
  const { t, number } = useWords();
  const { belonging, basis } = summary;
  return (
    <p className="soft">
      {t("ui.method.region.figures", {
        region: summary.region.name,
        date: formatDate(summary.date),
        effect: number(belonging.effect),
        seat: number(belonging.seat),
        both: number(belonging.both),
        wider: number(belonging.wider),
        known: number(knownOf(basis)),
        all: number(totalOf(basis)),
      })}
    </p>
  );
}

function TopicFigures({ method }: { method: Landscape["method"] }) {
  const { t, number, percent } = useWords();
  return (
    <p className="soft">
      {t(
        method.thinTexts || method.features === "objective"
          ? "ui.method.topics.objective"
          : "ui.method.topics.figures",
        {
          groups: number(method.groups),
          runs: number(method.runs),
          share: percent(method.share),
          seed: String(method.seed),
        },
      )}
    </p>
  );
}

/** How many groups stand apart more clearly than by chance. */
function BoundaryFigures() {
  const { t, number } = useWords();
  const { view } = useView();
  const { data } = useBoundary(view);
  if (data === undefined)
    return (
      <p className="soft" aria-live="polite">
        {t("ui.loading")}
      </p>
    );
  if (data.runs === 0) return <p className="soft">{t("ui.boundary.untested")}</p>;
  return (
    <p className="soft" aria-live="polite">
      {data.indicative && `${t(`ui.boundary.indicative.${data.lens}`)} `}
      {t("ui.boundary.figures", {
        judged: number(data.judged),
        beyond: number(data.beyond),
        chance: number(data.chanceGroups),
      })}
    </p>
  );
}

function CooperationFigures({ method }: { method: Landscape["method"] }) {
  const { t, number, percent } = useWords();
  const { view } = useView();
  const { data } = useModularity(view);
  const figure = (value: number | null) => (value === null ? t("ui.undefined") : number(value));
  return (
    <>
      <p className="soft">
        {t("ui.method.cooperation.figures", {
          groups: number(method.groups),
          runs: number(method.runs),
          share: percent(method.share),
          seed: String(method.seed),
          value: figure(method.modularity?.value ?? null),
        })}
      </p>
      <p className="soft" aria-live="polite">
        {data === undefined
          ? t("ui.loading")
          : t(data.samples > 0 ? "ui.method.cooperation.chance" : "ui.method.cooperation.untested", {
              expected: figure(data.expected),
              deviation: figure(data.deviation),
              z: figure(data.z),
              samples: number(data.samples),
            })}
      </p>
    </>
  );
}
