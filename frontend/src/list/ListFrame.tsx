import type { ReactNode } from "react";
import { Awaiting } from "../panels/Awaiting";
import { useWords } from "../words/useWords";
import { ListTools } from "./ListTools";

interface ListFrameProps {
  readonly list: {
    readonly data: unknown;
    readonly error: Error | null;
    readonly failureReason: Error | null;
    readonly isPlaceholderData: boolean;
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly refetch: () => void;
    readonly fetchNextPage: () => void;
  };
  readonly total: number | undefined;
  readonly text: () => Promise<string>;
  readonly filters: ReactNode;
  readonly children: ReactNode;
}

/** What stands around either table: its filters, its count, and the way to more rows. */
export function ListFrame({ list, total, text, filters, children }: ListFrameProps) {
  const { t } = useWords();
  return (
    <>
      {filters}
      <ListTools total={total} text={text} />
      {list.data ? (
        <>
          <div className="table-box" aria-busy={list.isPlaceholderData}>
            {children}
          </div>
          {list.hasNextPage && (
            <p className="table-more">
              <button
                type="button"
                className="button"
                disabled={list.isFetchingNextPage}
                onClick={list.fetchNextPage}
              >
                {t("ui.list.more")}
              </button>
            </p>
          )}
        </>
      ) : (
        <Awaiting query={list} />
      )}
    </>
  );
}
