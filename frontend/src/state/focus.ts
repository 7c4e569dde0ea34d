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

/** Gives the focus back when what was opened in place of the picture closes: to its mark, else to the page. */
export function useFocusBack(opened: string, mark: Mark | null) {
  const last = useRef({ opened, mark });
  useEffect(() => {
    const before = last.current;
    last.current = { opened, mark };
    if (before.opened === "" || opened !== "") return;
    requestAnimationFrame(() => {
      if (document.activeElement !== document.body) return;
      const name = before.mark ? `${before.mark.kind}:${before.mark.id}` : "";
      const back =
        document.querySelector<SVGElement>(`[data-mark="${CSS.escape(name)}"]`) ??
        document.querySelector<HTMLElement>("main");
      back?.focus({ preventScroll: true });
    });
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
