import { useMutation } from "@tanstack/react-query";
import { useAccess } from "../api/imports";
import { queries } from "../api/queries";
import { decide } from "../api/review";
import type { ActorCard } from "../api/types";
import { useWords } from "../words/useWords";
import { Refused } from "./Refused";

/** The server makes its view anew after a decision. */
const SOON = 2500;

/** Says that a person's name is kept back; who may write can show it, or hide it again. */
export function PersonChoice({ actor }: { actor: ActorCard }) {
  const { t, lang } = useWords();
  const access = useAccess();
  const choose = useMutation({
    mutationFn: (value: "public" | "private") =>
      decide({ kind: "correction", actors: [actor.id], value }, lang),
    onSuccess: () => window.setTimeout(() => queries.invalidateQueries(), SOON),
  });
  if (!access.data?.mayWrite) {
    return actor.hidden ? <p className="soft small">{t("ui.person.hidden")}</p> : null;
  }
  const next = actor.hidden ? "public" : "private";
  return (
    <div className="soft small">
      <p>{t(actor.hidden ? "ui.person.hiddenFromOthers" : "ui.person.shown")}</p>
      <button
        type="button"
        className="link"
        disabled={choose.isPending || choose.isSuccess}
        onClick={() => choose.mutate(next)}
      >
        {t(`ui.person.${next}`)}
      </button>
      {choose.isSuccess && <p role="status">{t("ui.person.soon")}</p>}
      <Refused error={choose.error} />
    </div>
  );
}
