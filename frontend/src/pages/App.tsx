import { QueryClientProvider } from "@tanstack/react-query";
import { lazy, Suspense, useEffect } from "react";
import { I18nProvider } from "react-aria-components";
import { I18nextProvider } from "react-i18next";
import { queries } from "../api/queries";
import { watchDrops } from "../intake/dropped";
import { Connection } from "../panels/Connection";
import { Loading } from "../panels/Loading";
import { TopBar } from "../panels/TopBar";
import { AddressProvider, useView } from "../state/address";
import type { View } from "../state/view";
import { LOCALE } from "../words/format";
import { speak, words } from "../words/i18n";
import { useWords } from "../words/useWords";
import { RegionPage } from "./RegionPage";

const RegionChoice = lazy(() => import("./RegionChoice"));
const DESK_PAGES = {
  import: lazy(() => import("./ImportPage")),
  review: lazy(() => import("./ReviewPage")),
  coverage: lazy(() => import("./CoveragePage")),
};

export function App() {
  return (
    <I18nextProvider i18n={words}>
      <QueryClientProvider client={queries}>
        <AddressProvider>
          <Page />
        </AddressProvider>
      </QueryClientProvider>
    </I18nextProvider>
  );
}

function Page() {
  const { view, go } = useView();
  const { t, lang } = useWords();
  useEffect(() => watchDrops(() => go({ kind: "desk", desk: "import" })), [go]);
  useEffect(() => {
    speak(view.lang);
  }, [view.lang]);
  return (
    <I18nProvider locale={LOCALE[lang]}>
      <a className="skip" href="#content">
        {t("ui.skip")}
      </a>
      <TopBar />
      <Connection />
      <main id="content" tabIndex={-1}>
        <Suspense fallback={<Loading />}>
          <Content view={view} />
        </Suspense>
      </main>
    </I18nProvider>
  );
}

function Content({ view }: { view: View }) {
  if (view.desk) {
    const Desk = DESK_PAGES[view.desk];
    return <Desk />;
  }
  return view.region === "" ? <RegionChoice /> : <RegionPage key={view.region} />;
}
