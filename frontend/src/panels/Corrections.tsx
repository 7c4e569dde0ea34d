import { useMutation } from "@tanstack/react-query";
import { type FormEvent, type ReactNode, useId, useState } from "react";
import { useAccess } from "../api/imports";
import { queries } from "../api/queries";
import { decide, type NewDecision } from "../api/review";
import type { ActorCard } from "../api/types";
import { Go } from "../state/address";
import { LANGUAGES, type Lang } from "../state/view";
import { useWords } from "../words/useWords";
import { Refused } from "./Refused";

/** The server makes its view anew after a decision. */
const SOON = 2500;

const KINDS: readonly ActorCard["kind"][] = [
  "company",
  "municipality",
  "joint-authority",
  "university",
  "uas",
  "vocational-school",
  "other-school",
  "research-institute",
  "association",
  "foundation",
  "state-authority",
  "regional-council",
  "development-company",
  "parish",
  "other-public",
  "other",
];

/** Name, kind and seats of an actor, set right by who may write. Each change is an entry of the journal. */
export function Corrections({ actor }: { actor: ActorCard }) {
  const { t } = useWords();
  const access = useAccess();
  if (!access.data?.mayWrite || actor.hidden) return null;
  return (
    <details className="corrections">
      <summary>{t("ui.correct")}</summary>
      <NameForm actor={actor} />
      <KindForm actor={actor} />
      {actor.businessId && <SeatForm actor={actor} />}
      <p className="small soft">
        {t("ui.correct.undo")}{" "}
        <Go to={{ kind: "desk", desk: "review", at: "paatokset" }}>{t("ui.review.journal")}</Go>
      </p>
    </details>
  );
}

function useCorrection() {
  const { lang } = useWords();
  return useMutation({
    mutationFn: (body: NewDecision) => decide(body, lang),
    onSuccess: () => window.setTimeout(() => queries.invalidateQueries(), SOON),
  });
}

function NameForm({ actor }: { actor: ActorCard }) {
  const { t, lang } = useWords();
  const [name, setName] = useState(actor.name);
  const [of, setOf] = useState<Lang>(lang);
  const correction = useCorrection();
  const id = useId();
  const spellings = [...new Set(actor.aliases.map((alias) => alias.name))];
  return (
    <Correct
      correction={correction}
      ready={name.trim() !== ""}
      save={() => correction.mutate({ kind: "name", actors: [actor.id], value: name.trim(), lang: of })}
    >
      <label htmlFor={id}>{t("ui.correct.name")}</label>
      <input
        id={id}
        className="field"
        list={`${id}-spellings`}
        maxLength={400}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <datalist id={`${id}-spellings`}>
        {spellings.map((spelling) => (
          <option key={spelling} value={spelling} />
        ))}
      </datalist>
      <select
        className="field"
        aria-label={t("ui.correct.language")}
        value={of}
        onChange={(event) => setOf(event.target.value as Lang)}
      >
        {LANGUAGES.map((one) => (
          <option key={one} value={one}>
            {t(`ui.correct.in.${one}`)}
          </option>
        ))}
      </select>
    </Correct>
  );
}

function KindForm({ actor }: { actor: ActorCard }) {
  const { t } = useWords();
  const [kind, setKind] = useState(actor.kind);
  const correction = useCorrection();
  const id = useId();
  return (
    <Correct
      correction={correction}
      ready={kind !== "unknown" && kind !== actor.kind}
      save={() => correction.mutate({ kind: "kind", actors: [actor.id], value: kind })}
    >
      <label htmlFor={id}>{t("ui.actor.kind")}</label>
      <select
        id={id}
        className="field"
        value={kind}
        onChange={(event) => setKind(event.target.value as ActorCard["kind"])}
      >
        {actor.kind === "unknown" && <option value="unknown">{t("actor-kind.unknown")}</option>}
        {KINDS.map((one) => (
          <option key={one} value={one}>
            {t(`actor-kind.${one}`)}
          </option>
        ))}
      </select>
    </Correct>
  );
}

function SeatForm({ actor }: { actor: ActorCard }) {
  const { t } = useWords();
  const correction = useCorrection();
  return (
    <Correct
      correction={correction}
      ready
      action={t("ui.correct.seats.do")}
      save={() => correction.mutate({ kind: "split", actors: [actor.id], bySeat: true })}
    >
      <p className="small">{t("ui.correct.seats")}</p>
    </Correct>
  );
}

interface CorrectProps {
  readonly correction: ReturnType<typeof useCorrection>;
  readonly ready: boolean;
  readonly save: () => void;
  /** What its button says; to save, when not given. */
  readonly action?: string;
  readonly children: ReactNode;
}

function Correct({ correction, ready, save, action, children }: CorrectProps) {
  const { t } = useWords();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save();
  };
  return (
    <form className="correct" onSubmit={submit}>
      {children}
      <button type="submit" className="button" disabled={!ready || correction.isPending}>
        {action ?? t("ui.correct.save")}
      </button>
      <p className="small" role="status">
        {correction.data && `${correction.data.decision.text}. ${t("ui.person.soon")}`}
      </p>
      <Refused error={correction.error} />
    </form>
  );
}
