// Joins the view to the browser's address bar and its history.
import {
  type AnchorHTMLAttributes,
  createContext,
  type MouseEvent,
  type ReactNode,
  useCallback,
  useContext,
  useMemo,
  useSyncExternalStore,
} from "react";
import { type Action, isTyping, update } from "./update";
import { read, write } from "./url";
import type { View } from "./view";

interface Address {
  readonly view: View;
  readonly go: (action: Action) => void;
}

const AddressContext = createContext<Address | null>(null);
const MOVED = "hankeverkko:moved";

function subscribe(onMove: () => void) {
  window.addEventListener("popstate", onMove);
  window.addEventListener(MOVED, onMove);
  return () => {
    window.removeEventListener("popstate", onMove);
    window.removeEventListener(MOVED, onMove);
  };
}

export function AddressProvider({ children }: { children: ReactNode }) {
  const search = useSyncExternalStore(subscribe, () => window.location.search);
  const view = useMemo(() => read(search), [search]);
  const go = useCallback((action: Action) => {
    const now = read(window.location.search);
    const next = write(update(now, action));
    if (next === write(now)) return;
    const href = window.location.pathname + next;
    if (isTyping(action)) window.history.replaceState(null, "", href);
    else window.history.pushState(null, "", href);
    if (action.kind === "region" || action.kind === "leave" || action.kind === "desk") window.scrollTo(0, 0);
    window.dispatchEvent(new Event(MOVED));
  }, []);
  const address = useMemo(() => ({ view, go }), [view, go]);
  return <AddressContext value={address}>{children}</AddressContext>;
}

export function useView(): Address {
  const address = useContext(AddressContext);
  if (!address) throw new Error("useView outside AddressProvider");
  return address;
}

/** The address that an action leads to, for links that can be copied. */
export const hrefOf = (view: View, action: Action) => window.location.pathname + write(update(view, action));

export interface GoProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, "href" | "onClick"> {
  readonly to: Action;
  readonly children: ReactNode;
}

/** A true link (copy it, open it in a new tab) to the view after an action. */
export function Go({ to, children, ...rest }: GoProps) {
  const { view, go } = useView();
  return (
    <a {...rest} href={hrefOf(view, to)} onClick={(event) => followPlainly(event, () => go(to))}>
      {children}
    </a>
  );
}

/** Runs act on a plain click and leaves clicks for a new tab or window alone. */
export function followPlainly(event: MouseEvent, act: () => void) {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  act();
}
