import type { ReactNode } from "react";
import { followPlainly, hrefOf, useView } from "../state/address";
import { usePointsAt } from "../state/pointing";
import type { Mark } from "../state/select";
import type { Action } from "../state/update";
import { classes, type MarkProps } from "./mark";

interface MarkLinkProps extends MarkProps {
  readonly mark: Mark;
  readonly name: string;
  readonly className: string;
  /** What a second choice does, once the card of the mark is open. */
  readonly again?: Action;
  readonly children: ReactNode;
}

/** A mark as a true link: the first choice opens its card, the next one unfolds it. */
export function MarkLink({
  mark,
  name,
  className,
  again,
  walk,
  tabIndex,
  selected,
  far,
  onEnter,
  children,
}: MarkLinkProps) {
  const { view, go } = useView();
  const pointsAt = usePointsAt(mark);
  const to: Action = selected && again ? again : { kind: "card", card: mark };
  return (
    <a
      href={hrefOf(view, to)}
      className={classes(className, selected && "selected", far && "far")}
      data-walk={walk}
      data-mark={`${mark.kind}:${mark.id}`}
      tabIndex={tabIndex}
      aria-label={name}
      aria-current={selected ? "true" : undefined}
      onClick={(event) => followPlainly(event, () => go(to))}
      {...pointsAt}
      onFocus={() => {
        onEnter();
        pointsAt.onFocus();
      }}
    >
      {children}
    </a>
  );
}
