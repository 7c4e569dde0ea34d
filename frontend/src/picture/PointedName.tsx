import type { SurroundingMark } from "../api/types";
import { usePointing } from "../state/pointing";
import { linesOf, sameMark } from "../state/select";
import { LINE } from "./mark";

const WIDEST = 34; // letters

/** The name of the mark that is pointed at, in full, when the picture had no room for it. */
export function PointedName({ marks, width }: { marks: readonly SurroundingMark[]; width: number }) {
  const { pointed } = usePointing();
  const mark = marks.find((m) => sameMark(m, pointed));
  if (!mark || mark.label) return null;
  const lines = linesOf(mark.name, WIDEST);
  const side = mark.x < width / 4 ? "start" : mark.x > (3 * width) / 4 ? "end" : "middle";
  const above = mark.y - mark.r - 8 - (lines.length - 1) * LINE.actor;
  const y = above > LINE.actor ? above : mark.y + mark.r + LINE.actor + 2;
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: an SVG group takes no focus; the link it stands for says the name
    <g aria-hidden="true">
      <text className="pointed-name" textAnchor={side}>
        {lines.map((line, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a name never move
          <tspan key={i} x={mark.x} y={y + i * LINE.actor}>
            {line}
          </tspan>
        ))}
      </text>
    </g>
  );
}
