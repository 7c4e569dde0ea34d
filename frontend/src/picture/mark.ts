/** What every mark of a picture is told while it is drawn. */
export interface MarkProps {
  /** Its place in the walk of the arrow keys. */
  readonly walk: number;
  readonly tabIndex: number;
  readonly selected: boolean;
  /** Another mark is pointed at, and this one is no neighbour of it. */
  readonly far: boolean;
  readonly onEnter: () => void;
}

export const classes = (...names: (string | false | undefined)[]) => names.filter(Boolean).join(" ");

/** A square on its corner. */
export const diamond = (x: number, y: number, half: number) =>
  `M${x},${y - half}l${half},${half}l-${half},${half}l-${half},-${half}z`;

// Line heights of the labels, as the layout in Go counts them.
export const LINE = { name: 17, sub: 14, actor: 15 } as const;
