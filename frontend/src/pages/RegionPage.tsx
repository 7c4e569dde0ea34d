import { lazy, Suspense, useEffect } from "react";
import { useSummary } from "../api/queries";
import { Footer } from "../panels/Footer";
import { Headline } from "../panels/Headline";
import { Loading } from "../panels/Loading";
import { Questions } from "../panels/Questions";
import { Trouble } from "../panels/Trouble";
import { ViewBar } from "../panels/ViewBar";
import { useView } from "../state/address";
import { rememberRegion } from "../state/memory";
import { PointingProvider } from "../state/pointing";
import { useWords } from "../words/useWords";
import { PicturePage } from "./PicturePage";

const ListPage = lazy(() => import("./ListPage"));

/** A region: what it is in words, then its picture or its list, then the questions. */
export function RegionPage() {
  const { t } = useWords();
  const { view } = useView();
  const summary = useSummary(view);
  const name = summary.data?.region.name;
  useEffect(() => {
    document.title = name ? `${name} – ${t("app.name")}` : t("app.name");
    if (name) rememberRegion(view.region);
  }, [name, t, view.region]);

  if (!summary.data)
    return summary.error ? <Trouble error={summary.error} retry={summary.refetch} /> : <Loading />;
  return (
    <PointingProvider>
      <div className="region" aria-busy={summary.isPlaceholderData}>
        <Headline summary={summary.data} />
        <ViewBar summary={summary.data} />
        {view.tab === "picture" ? (
          <PicturePage />
        ) : (
          <Suspense fallback={<Loading />}>
            <ListPage />
          </Suspense>
        )}
        <Questions summary={summary.data} />
        <Footer dataset={summary.data.dataset} />
      </div>
    </PointingProvider>
  );
}
