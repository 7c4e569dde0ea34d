import type { GroupCount, RegionName, Standing } from "../api/types";
import { useWords } from "../words/useWords";

type Named = Pick<GroupCount, "name" | "kind">;

/** The name of a group; the mixed and the remaining ones are named by words. */
export function useGroupName() {
  const { t } = useWords();
  return (group: Named) => (group.kind === "misc" ? t("ui.group.misc") : group.kind === "rest" ? t("ui.group.rest") : group.name);
}

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
