import type { Landscape, PlacedTie } from "../api/types";
import { slotClass } from "../panels/names";
import type { Near } from "../state/select";
import { classes } from "./mark";

/** Who works in which topic: very pale, and in the topic's colour next to the mark in question. */
export function Ties({ landscape, near }: { landscape: Landscape; near: Near | null }) {
  const slots = new Map(landscape.groups.map((group) => [group.id, group.slot]));
  const look = (tie: PlacedTie) => {
    const on = near?.tie(tie) ?? false;
    return (
      <path
        key={`${tie.actor} ${tie.group}`}
        className={classes("tie", on && "on", on && slotClass(slots.get(tie.group) ?? -1))}
        d={curve(tie.path)}
      />
    );
  };
  const ties = near
    ? [...landscape.ties].sort((a, b) => Number(near.tie(a)) - Number(near.tie(b)))
    : landscape.ties;
  return <g>{ties.map(look)}</g>;
}

const curve = ([x1, y1, cx, cy, x2, y2]: number[]) => `M${x1},${y1}Q${cx},${cy} ${x2},${y2}`;
