import { type FormEvent, useState } from "react";
import { Button } from "react-aria-components";
import type { Summary } from "../api/types";
import { formatDate } from "../words/format";
import { useWords } from "../words/useWords";
import { DayField } from "./DayField";

/** The day of the source, today, or any other day. */
export default function DateChoice({
  summary,
  choose,
}: {
  summary: Summary;
  choose: (date: string) => void;
}) {
  const { t } = useWords();
  const [other, setOther] = useState(summary.date);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    choose(other);
  };
  return (
    <>
      <ul className="plain datechoices">
        <li>
          <Button className="dateday" onPress={() => choose("")}>
            {t("ui.date.usual")} <span className="soft">{t("ui.date.usual.why")}</span>
          </Button>
        </li>
        <li>
          <Button className="dateday" onPress={() => choose(summary.today)}>
            {t("ui.date.today")} <span className="soft">{formatDate(summary.today)}</span>
          </Button>
        </li>
        <li>
          <Button className="dateday" onPress={() => choose(summary.dataset.asOf)}>
            {t("ui.date.asOf")} <span className="soft">{formatDate(summary.dataset.asOf)}</span>
          </Button>
        </li>
      </ul>
      <form className="dateother" onSubmit={submit}>
        <DayField label={t("ui.date.other")} value={other} onChange={(day) => day && setOther(day)} />
        <Button type="submit" className="button primary">
          {t("ui.date.show")}
        </Button>
      </form>
    </>
  );
}
