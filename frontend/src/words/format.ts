// Numbers, dates and money as the reader's language writes them.
import type { Lang } from "../state/view";

export const LOCALE: Readonly<Record<Lang, string>> = { fi: "fi-FI", sv: "sv-FI", en: "en-GB" };

export const formatNumber = (lang: Lang, value: number) =>
  new Intl.NumberFormat(LOCALE[lang] ?? lang).format(value);

export const formatPercent = (lang: Lang, share: number) =>
  new Intl.NumberFormat(LOCALE[lang], { style: "percent", maximumFractionDigits: 0 }).format(share);

/** Euros from cents; millions when there are many. */
export function formatMoney(lang: Lang, cents: number): string {
  const euros = cents / 100;
  const many = Math.abs(euros) >= 1e6;
  return new Intl.NumberFormat(LOCALE[lang], {
    style: "currency",
    currency: "EUR",
    notation: many ? "compact" : "standard",
    maximumFractionDigits: many ? 1 : 0,
  }).format(euros);
}

/** "5 minuuttia sitten": how long ago, in the largest unit that has come full. */
export function formatAgo(lang: Lang, seconds: number): string {
  const [size, unit] =
    seconds >= 86_400
      ? ([86_400, "day"] as const)
      : seconds >= 3600
        ? ([3600, "hour"] as const)
        : seconds >= 60
          ? ([60, "minute"] as const)
          : ([1, "second"] as const);
  return new Intl.RelativeTimeFormat(LOCALE[lang]).format(-Math.floor(seconds / size), unit);
}

/** 30.6.2019 from 2019-06-30, in every language of the page; other text as it is. */
export function formatDate(iso: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  return parts ? `${Number(parts[3])}.${Number(parts[2])}.${parts[1]}` : iso;
}

/** 30.6.2019 14.05, in the reader's own time zone. */
export function formatMoment(lang: Lang, iso: string): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  const day = `${at.getDate()}.${at.getMonth() + 1}.${at.getFullYear()}`;
  return `${day} ${new Intl.DateTimeFormat(LOCALE[lang], { hour: "numeric", minute: "2-digit" }).format(at)}`;
}

/** 2018–2020; one year when both ends share it. */
export function formatYears(from: string | undefined, to: string | undefined): string {
  const [a, b] = [from?.slice(0, 4) ?? "", to?.slice(0, 4) ?? ""];
  return a === b ? a : `${a}–${b}`;
}
