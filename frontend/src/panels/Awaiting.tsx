import { StoreAway, Unreachable } from "../api/client";
import { askAgain } from "../api/queries";
import { useWords } from "../words/useWords";
import { Loading } from "./Loading";
import { Trouble } from "./Trouble";

interface AwaitingProps {
  readonly query: {
    readonly error: Error | null;
    readonly failureReason: Error | null;
    readonly refetch: () => void;
  };
}

/** Stands where an answer will be: it is on its way, cannot be had at the moment, or never comes. */
export function Awaiting({ query }: AwaitingProps) {
  const { t } = useWords();
  if (query.error) return <Trouble error={query.error} retry={query.refetch} />;
  const { failureReason } = query;
  if (!(failureReason instanceof Unreachable)) return <Loading />;
  return (
    <div className="trouble away" role="status">
      <p className="trouble-title">
        {t(failureReason instanceof StoreAway ? "ui.away.store" : "ui.trouble.unreachable")}
      </p>
      <p>{t("ui.away.retries")}</p>
      <p className="trouble-next">
        <button type="button" className="button" onClick={askAgain}>
          {t("ui.away.now")}
        </button>
      </p>
    </div>
  );
}
