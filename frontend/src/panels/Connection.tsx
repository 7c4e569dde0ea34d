import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useSyncExternalStore } from "react";
import { Unreachable } from "../api/client";
import { useWords } from "../words/useWords";

/** Tells when the server cannot be reached; what was fetched before stays on the page. */
export function Connection() {
  const { t } = useWords();
  const queries = useQueryClient();
  const cache = queries.getQueryCache();
  const subscribe = useCallback((changed: () => void) => cache.subscribe(changed), [cache]);
  const lost = useSyncExternalStore(subscribe, () =>
    cache.findAll({ type: "active" }).some((q) => q.state.fetchFailureReason instanceof Unreachable),
  );
  const retry = async () => {
    await queries.cancelQueries();
    await queries.refetchQueries({ type: "active" });
  };
  return (
    <div role="status">
      {lost && (
        <div className="lost">
          <span>{t("ui.lost")}</span>
          <button type="button" className="button" onClick={retry}>
            {t("ui.retry")}
          </button>
        </div>
      )}
    </div>
  );
}
