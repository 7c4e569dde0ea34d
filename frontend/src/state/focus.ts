// Where the keyboard is when a part of the page takes the place of another.
import { useEffect, useRef, useState } from "react";
import type { Mark } from "./select";

/** Whether a key is still the one that the page was opened with. */
export function useArrived(key: string): boolean {
  const [arrived, setArrived] = useState<string | null>(key);
  if (arrived !== null && arrived !== key) setArrived(null);
  return arrived === key;
}

/** Gives the focus to the element that is returned, each time the key changes; not when quiet. */
export function useFocusOn<E extends HTMLElement>(key: string, quiet: boolean) {
  const element = useRef<E>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another key is another opening
  useEffect(() => {
    if (!quiet) element.current?.focus();
  }, [key]);
  return element;
}

// The whole picture may have to be fetched first.
const PATIENCE = 5000;

/** Gives the focus back to the mark that was opened in place of the picture, once it is there again. */
export function useFocusBack(opened: string, mark: Mark | null) {
  const last = useRef(mark);
  useEffect(() => {
    const before = last.current;
    last.current = mark;
    if (!before || opened !== "") return;
    const name = CSS.escape(`${before.kind}:${before.id}`);
    const giveBack = () => {
      const back = document.querySelector<SVGElement>(`[data-mark="${name}"]`);
      if (document.activeElement === document.body) back?.focus({ preventScroll: true });
      if (back || document.activeElement !== document.body) stop();
    };
    const watch = new MutationObserver(giveBack);
    const late = setTimeout(() => stop(), PATIENCE);
    const stop = () => {
      watch.disconnect();
      clearTimeout(late);
    };
    watch.observe(document.body, { childList: true, subtree: true });
    const soon = requestAnimationFrame(giveBack);
    return () => {
      cancelAnimationFrame(soon);
      stop();
    };
  }, [opened, mark]);
}

/** Esc does what it is told, unless something nearer has taken it. */
export function useEscape(act: (() => void) | null) {
  useEffect(() => {
    if (!act) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Escape" && !event.defaultPrevented) act();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [act]);
}
