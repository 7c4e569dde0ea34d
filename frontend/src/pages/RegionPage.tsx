import { lazy, Suspense, useEffect } from "react";
import { useLandscape, useSummary } from "../api/queries";
import { Awaiting } from "../panels/Awaiting";
import { Footer } from "../panels/Footer";
import { Headline } from "../panels/Headline";
import { Loading } from "../panels/Loading";
import { Questions } from "../panels/Questions";
import { ViewBar } from "../panels/ViewBar";
import { useView } from "../state/address";
import { useArrived, useFocusBack } from "../state/focus";
import { usePictureSize } from "../state/media";
import { rememberRegion } from "../state/memory";
import { PointingProvider } from "../state/pointing";
import { tabOf } from "../state/select";
import { useWords } from "../words/useWords";
import { PicturePage } from "./PicturePage";

const ListPage = lazy(() => import("./ListPage"));
const UnfoldedPage = lazy(() => import("./UnfoldedPage"));
const RoutePage = lazy(() => import("./RoutePage"));

/** A region: what it is in words, then its picture or its list, then the questions. */
export function RegionPage() {
  const { t } = useWords();
  const { view } = useView();
  const summary = useSummary(view);
  // How a lens opens depends on how much is known of the region.
  const undecided = tabOf(view, undefined) === null && !view.route;
  const landscape = useLandscape(view, usePictureSize(), undecided);
  const tab = tabOf(view, landscape.data?.open);
  const name = summary.data?.region.name;
  useEffect(() => {
    document.title = name ? `${name} – ${t("app.name")}` : t("app.name");
    if (name) rememberRegion(view.region);
  }, [name, t, view.region]);

  const opened = view.route ? "route" : view.unfolded ? `${view.unfolded.kind}:${view.unfolded.id}` : "";
  const arrived = useArrived(opened);
  useFocusBack(opened, view.unfolded);

  if (!summary.data) return <Awaiting query={summary} />;
  return (
    <PointingProvider>
      <div className="region" aria-busy={summary.isPlaceholderData}>
        <Headline summary={summary.data} />
        <ViewBar summary={summary.data} tab={tab} />
        <Suspense fallback={<Loading />}>
          {view.route ? (
            <RoutePage route={view.route} quiet={arrived} />
          ) : view.unfolded ? (
            <UnfoldedPage unfolded={view.unfolded} quiet={arrived} />
          ) : tab === "list" ? (
            <ListPage />
          ) : tab === "picture" ? (
            <PicturePage />
          ) : (
            <Awaiting query={landscape} />
          )}
        </Suspense>
        <Questions summary={summary.data} />
        <Footer dataset={summary.data.dataset} />
      </div>
    </PointingProvider>
  );
}
