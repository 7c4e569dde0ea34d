import { Go, useView } from "../state/address";
import { LANGUAGES } from "../state/view";
import { useWords } from "../words/useWords";
import { DeskMenu } from "./DeskMenu";
import { SearchBox } from "./SearchBox";

export function TopBar() {
  const { t } = useWords();
  const { view } = useView();
  return (
    <header className="topbar">
      <Go to={{ kind: "leave" }} className="wordmark" aria-label={t("ui.home")}>
        {t("ui.mark.first")}
        <b>{t("ui.mark.second")}</b>
      </Go>
      <SearchBox />
      <DeskMenu />
      <nav className="languages" aria-label={t("ui.language")}>
        {LANGUAGES.map((lang) => (
          <Go
            key={lang}
            to={{ kind: "lang", lang }}
            lang={lang}
            hrefLang={lang}
            aria-current={view.lang === lang ? "true" : undefined}
          >
            {t(`ui.language.${lang}`)}
          </Go>
        ))}
      </nav>
    </header>
  );
}
