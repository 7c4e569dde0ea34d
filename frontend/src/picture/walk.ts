import { type KeyboardEvent, useRef, useState } from "react";
import { step } from "../state/select";

/**
 * The walk of the arrow keys through the marks of a picture: Tab enters at
 * one mark and leaves from it, arrows go from mark to mark.
 */
export function useWalk(length: number) {
  const picture = useRef<SVGSVGElement>(null);
  const [at, setAt] = useState(0);
  const entry = at < length ? at : 0;
  const onKeyDown = (event: KeyboardEvent) => {
    const next = step(length, entry, event.key);
    if (next === null) return;
    event.preventDefault();
    setAt(next);
    picture.current?.querySelector<SVGElement>(`[data-walk="${next}"]`)?.focus();
  };
  return {
    picture,
    onKeyDown,
    /** What the mark at a place of the walk is told. */
    place: (i: number) => ({ walk: i, tabIndex: i === entry ? 0 : -1, onEnter: () => setAt(i) }),
  };
}
