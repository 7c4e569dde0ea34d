import type { RegionName, Standing } from "../api/types";
import type { Lens } from "../state/view";
import { type Key, useWords } from "../words/useWords";

/** The counted noun for the groups of a lens. */
export const GROUP_NOUN = { topics: "count.groups", cooperation: "count.networks" } as const satisfies Record<
  Lens,
  Key
>;

/** The name of a group or an organisation where room is narrow: the official short one where known. */
export const shortName = (named: { readonly name: string; readonly shown?: string }) =>
  named.shown || named.name;

/** The class that gives a group its colour, the same in every region. */
export const slotClass = (slot: number) => (slot >= 0 && slot < 12 ? `slot-${slot}` : "slot-none");

export function GroupDot({ slot }: { slot: number }) {
  return <i className={`dot ${slotClass(slot)}`} aria-hidden="true" />;
}

export function StandingMark({ standing }: { standing: Standing }) {
  return <i className={`diamond ${standing}`} aria-hidden="true" />;
}

export function Kind({ region }: { region: RegionName }) {
  const { t } = useWords();
  return <span className="soft">{t(`ui.kind.${region.kind}`)}</span>;
}
