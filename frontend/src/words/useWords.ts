import { useTranslation } from "react-i18next";
import type fi from "../../../words/fi.json";
import type { Lang } from "../state/view";
import { formatAgo, formatMoney, formatNumber, formatPercent } from "./format";
import type { PROGRAM_WORDS } from "./program";

type Written = Exclude<keyof typeof fi, `${(typeof PROGRAM_WORDS)[number]}.${string}`>;
/** A key of the word files; counted words without their _one and _other. */
export type Key = Written extends infer K
  ? K extends `${infer Base}_other`
    ? Base
    : K extends `${string}_one`
      ? never
      : K
  : never;

type Values = Record<string, string | number>;

/** The words of the language in view. t takes keys known here, say any key that the server sends. */
export function useWords() {
  const { t, i18n } = useTranslation();
  const lang = i18n.language as Lang;
  const say = (key: string, values?: Values): string => t(key, { ...values });
  return {
    lang,
    say,
    t: (key: Key, values?: Values): string => say(key, values),
    knows: (key: string) => i18n.exists(key),
    /** The text of a key with its places still open. */
    open: (key: string, values?: Values): string => t(key, { ...values, skipInterpolation: true }),
    number: (value: number) => formatNumber(lang, value),
    percent: (share: number) => formatPercent(lang, share),
    ago: (seconds: number) => formatAgo(lang, seconds),
    money: (cents: number) => formatMoney(lang, cents),
  };
}
