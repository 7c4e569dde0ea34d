import type { PlacedGroup } from "../api/types";
import { LINE } from "./mark";

interface LabelProps {
  readonly label: PlacedGroup["label"];
  /** Said when the server sent no line. */
  readonly fallback: string;
  readonly kind: "name" | "actor" | "sub";
}

/** Text in its box as laid out by the server, first the name, then the line below it. */
export function Label({ label, fallback, kind }: LabelProps) {
  const lines = label.lines.length > 0 ? label.lines : [fallback];
  const below = label.y + (lines.length - 1) * LINE[kind] + LINE.sub;
  return (
    <g className="label" textAnchor={label.anchor}>
      <text className={kind}>
        {lines.map((line, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a label have no name and never move
          <tspan key={i} x={label.x} y={label.y + i * LINE[kind]}>
            {line}
          </tspan>
        ))}
      </text>
      {label.sub.length > 0 && (
        <text className="sub">
          {label.sub.map((line, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            <tspan key={i} x={label.x} y={below + i * LINE.sub}>
              {line}
            </tspan>
          ))}
        </text>
      )}
    </g>
  );
}
