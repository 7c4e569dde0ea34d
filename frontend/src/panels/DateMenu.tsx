import { lazy, Suspense } from "react";
import { Button, Dialog, DialogTrigger, Heading, Popover } from "react-aria-components";
import type { Summary } from "../api/types";
import { useView } from "../state/address";
import { formatDate } from "../words/format";
import { useWords } from "../words/useWords";
import { Loading } from "./Loading";

const DateChoice = lazy(() => import("./DateChoice"));

/** The viewing date: always shown, with its reason, and changeable. */
export function DateMenu({ summary }: { summary: Summary }) {
  const { t } = useWords();
  const { go } = useView();
  return (
    <DialogTrigger>
      <Button className="datebutton">
        {t("ui.date")} <b>{formatDate(summary.date)}</b>
        <i className="caret" aria-hidden="true" />
      </Button>
      <Popover className="popover datemenu" placement="bottom end">
        <Dialog>
          {({ close }) => (
            <>
              <Heading slot="title">{t("ui.date")}</Heading>
              <p className="soft">
                {t(`ui.date.reason.${summary.dateReason}`, { date: formatDate(summary.dataset.asOf) })}
              </p>
              <Suspense fallback={<Loading />}>
                <DateChoice
                  summary={summary}
                  choose={(date) => {
                    close();
                    go({ kind: "date", date });
                  }}
                />
              </Suspense>
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
