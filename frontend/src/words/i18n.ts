// The words of the page come from the same files that the program uses, one
// language at a time.
import i18next, { type FormatterModule } from "i18next";
import { initReactI18next } from "react-i18next";
import type { Lang } from "../state/view";
import { formatNumber } from "./format";

const files: Record<Lang, () => Promise<{ default: Record<string, string> }>> = {
  fi: () => import("../../../words/fi.json"),
  sv: () => import("../../../words/sv.json"),
  en: () => import("../../../words/en.json"),
};

export const words = i18next.createInstance();

// Every number in a text is written as the language writes it.
const numbers: FormatterModule = {
  type: "formatter",
  init: () => undefined,
  add: () => undefined,
  addCached: () => undefined,
  format: (value: unknown, _, lang) =>
    typeof value === "number" ? formatNumber(lang as Lang, value) : String(value),
};

/** Starts i18next with no words yet; speak brings them. */
export function prepareWords() {
  return words
    .use(numbers)
    .use(initReactI18next)
    .init({
      keySeparator: false,
      nsSeparator: false,
      fallbackLng: false,
      resources: {},
      interpolation: {
        escapeValue: false, // React escapes
        alwaysFormat: true,
      },
      react: { useSuspense: false },
    });
}

/** Brings the words of a language and speaks it. */
export async function speak(lang: Lang): Promise<void> {
  if (!words.hasResourceBundle(lang, "translation"))
    words.addResourceBundle(lang, "translation", (await files[lang]()).default);
  await words.changeLanguage(lang);
  document.documentElement.lang = lang;
}
