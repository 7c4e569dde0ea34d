// The mark that the mouse or the keyboard is at. It is shared by the picture
// and the lists beside it, and is no part of the address.
import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import { useView } from "./address";
import type { Mark } from "./select";

interface Pointing {
  readonly pointed: Mark | null;
  readonly point: (mark: Mark | null) => void;
}

const PointingContext = createContext<Pointing>({ pointed: null, point: () => undefined });

export function PointingProvider({ children }: { children: ReactNode }) {
  const { view } = useView();
  const [pointed, point] = useState<Mark | null>(null);
  // A card that opens takes away what was pointed at, often without a farewell from the mouse.
  const [card, setCard] = useState(view.card);
  if (card !== view.card) {
    setCard(view.card);
    point(null);
  }
  const pointing = useMemo(() => ({ pointed, point }), [pointed]);
  return <PointingContext value={pointing}>{children}</PointingContext>;
}

export const usePointing = () => useContext(PointingContext);

/** Handlers that make an element point at a mark. */
export function usePointsAt(mark: Mark) {
  const { point } = usePointing();
  return {
    onPointerEnter: () => point(mark),
    onPointerLeave: () => point(null),
    onFocus: () => point(mark),
    onBlur: () => point(null),
  };
}
