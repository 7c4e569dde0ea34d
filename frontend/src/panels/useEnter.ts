import { useEffect, useState } from "react";
import type { Hit } from "../api/types";
import { meantBy } from "../state/select";

/**
 * Enter on a written text without a hit picked chooses the one it means, at
 * once or as soon as the hits for that text are there.
 */
export function useEnter(text: string, hits: readonly Hit[], arrived: boolean, choose: (hit: Hit) => void) {
  const [entered, setEntered] = useState<string | null>(null);
  useEffect(() => {
    if (entered === null || (entered === text && !arrived)) return;
    setEntered(null);
    const hit = entered === text ? meantBy(text, hits) : undefined;
    if (hit) choose(hit);
  }, [entered, text, hits, arrived, choose]);
  return () => setEntered(text.trim() === "" ? null : text);
}
