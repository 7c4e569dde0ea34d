import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useSyncExternalStore } from "react";
import { StoreAway, Unreachable } from "../api/client";
import { askAgain, useReady } from "../api/queries";
import { useWords } from "../words/useWords";

/**
 * Tells when what is on the page may be old: the server cannot be reached, or
 * it cannot reach its store. What was fetched before stays. New data are
 * fetched when the server has got them.
 */
export function Connection() {
  const { t, ago } = useWords();
  const lost = useLost();
  const { data: ready } = useReady();
  useFetchesNew(ready?.revision);
  return (
    <div role="status">
      {lost ? (
        <div className="lost">
          <span>{t(lost === "store" ? "ui.lost.store" : "ui.lost")}</span>
          <button type="button" className="button" onClick={askAgain}>
            {t("ui.retry")}
          </button>
        </div>
      ) : (
        ready?.stale && <div className="lost">{t("ui.stale", { ago: ago(ready.ageSeconds ?? 0) })}</div>
      )}
    </div>
  );
}

/** What an answer on the page waits for; "" when nothing does, or when the page has nothing to show yet. */
function useLost(): "" | "server" | "store" {
  const cache = useQueryClient().getQueryCache();
  const subscribe = useCallback((changed: () => void) => cache.subscribe(changed), [cache]);
  return useSyncExternalStore(subscribe, () => {
    const asked = cache.findAll({ predicate: (query) => query.queryKey[0] !== "ready" });
    if (!asked.some((query) => query.state.data !== undefined)) return "";
    const reasons = asked.filter((query) => query.isActive()).map((query) => query.state.fetchFailureReason);
    if (!reasons.some((reason) => reason instanceof Unreachable)) return "";
    return reasons.some((reason) => reason instanceof StoreAway) ? "store" : "server";
  });
}

function useFetchesNew(revision: string | undefined) {
  const client = useQueryClient();
  const known = useRef(revision);
  useEffect(() => {
    if (revision === undefined) return;
    if (known.current !== undefined && known.current !== revision)
      client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== "ready" });
    known.current = revision;
  }, [client, revision]);
}
