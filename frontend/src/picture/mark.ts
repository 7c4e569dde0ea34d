/** What every mark of the ring is told while it is drawn. */
export interface MarkProps {
  /** Its place in the walk of the arrow keys. */
  readonly walk: number;
  readonly tabIndex: number;
  readonly selected: boolean;
  /** Another mark is pointed at, and this one is no neighbour of it. */
  readonly far: boolean;
  readonly onEnter: () => void;
}

export const classes = (...names: (string | false)[]) => names.filter(Boolean).join(" ");

// Line heights of the labels, as the layout in Go counts them.
export const LINE = { name: 17, sub: 14, actor: 15 } as const;
