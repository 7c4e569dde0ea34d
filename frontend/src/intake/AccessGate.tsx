import { type FormEvent, type ReactNode, useId, useState } from "react";
import { Refusal } from "../api/client";
import { useAccess, useEnter } from "../api/imports";
import { Awaiting } from "../panels/Awaiting";
import { useWords } from "../words/useWords";

/** Shows what only a curator may do, or the way to that right. */
export function AccessGate({ children }: { children: ReactNode }) {
  const { t } = useWords();
  const query = useAccess();
  if (!query.data) return <Awaiting query={query} />;
  if (query.data.mayWrite) return children;
  if (query.data.how === "key") return <KeyForm />;
  return (
    <div className="notice" role="note">
      <p className="notice-title">{t("ui.access.closed")}</p>
      <p>{t("ui.access.closed.cure")}</p>
    </div>
  );
}

function KeyForm() {
  const { t, lang } = useWords();
  const [key, setKey] = useState("");
  const enter = useEnter(lang);
  const id = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    enter.mutate(key);
  };
  const refused = enter.error instanceof Refusal ? enter.error.problem : null;
  return (
    <form className="panel key-form" onSubmit={submit}>
      <h2>{t("ui.access.key")}</h2>
      <p>{t("ui.access.key.why")}</p>
      <label htmlFor={id}>{t("ui.access.key.label")}</label>
      <div className="key-row">
        <input
          id={id}
          className="field"
          type="password"
          autoComplete="current-password"
          value={key}
          onChange={(event) => setKey(event.target.value)}
        />
        <button type="submit" className="button primary" disabled={key === "" || enter.isPending}>
          {t("ui.access.enter")}
        </button>
      </div>
      {enter.error && (
        <p className="error-text" role="alert">
          {refused?.status === 403 ? t("ui.access.wrong") : (refused?.title ?? t("ui.trouble.unreachable"))}
        </p>
      )}
    </form>
  );
}
