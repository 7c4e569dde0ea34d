import { useCallback, useSyncExternalStore } from "react";
import { OFFICE, PHONE, type PictureSize } from "./select";

/** Whether a media query holds, kept up to date. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (changed: () => void) => {
      const list = window.matchMedia(query);
      list.addEventListener("change", changed);
      return () => list.removeEventListener("change", changed);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches);
}

export const usePhone = () => useMedia(PHONE);

/** The size that the picture is asked in. */
export function usePictureSize(): PictureSize {
  const phone = useMedia(PHONE);
  const office = useMedia(OFFICE);
  return phone ? "phone" : office ? "office" : "wide";
}
