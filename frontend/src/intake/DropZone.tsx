import { useEffect, useState } from "react";
import { Button, type FileDropItem, FileTrigger, DropZone as Zone } from "react-aria-components";
import { Refusal } from "../api/client";
import { templateUrl, useUpload } from "../api/imports";
import { useView } from "../state/address";
import { useWords } from "../words/useWords";
import { receive } from "./dropped";

/** Where a file is dropped or chosen; an upload leads to its import. */
export function DropZone() {
  const { t, lang } = useWords();
  const { go } = useView();
  const upload = useUpload(lang);
  const [busy, setBusy] = useState("");
  const send = (files: readonly File[]) => {
    if (files.length === 0) return;
    setBusy(files.map((file) => file.name).join(", "));
    upload.mutate(files, {
      onSuccess: (data) => go({ kind: "desk", desk: "import", at: data.id }),
      onSettled: () => setBusy(""),
    });
  };
  // A file dropped on another page, or beside the zone, comes here.
  useEffect(() => receive(send));
  const refused = upload.error instanceof Refusal ? upload.error.problem : null;
  return (
    <section className="drop">
      <Zone
        className="drop-zone"
        aria-label={t("ui.import.drop")}
        onDrop={async (event) => {
          const files = event.items.filter((item): item is FileDropItem => item.kind === "file");
          send(await Promise.all(files.map((item) => item.getFile())));
        }}
      >
        <p className="drop-title">
          {busy === "" ? t("ui.import.drop") : t("ui.import.sending", { file: busy })}
        </p>
        <p className="soft">{t("ui.import.drop.kinds")}</p>
        <FileTrigger allowsMultiple onSelect={(list) => send(list ? [...list] : [])}>
          <Button className="button primary" isDisabled={busy !== ""}>
            {t("ui.import.choose")}
          </Button>
        </FileTrigger>
      </Zone>
      {upload.error && (
        <div className="trouble" role="alert">
          <p className="trouble-title">{refused?.title ?? t("ui.trouble.unreachable")}</p>
          {refused?.detail && <p>{refused.detail}</p>}
          <p>{t("ui.import.nothing-stored")}</p>
        </div>
      )}
      <p className="drop-help">
        {t("ui.import.template")}{" "}
        <a href={templateUrl("xlsx", lang)} download>
          Excel
        </a>
        {" · "}
        <a href={templateUrl("csv", lang)} download>
          CSV
        </a>
      </p>
      <p className="soft small">{t("ui.import.privacy")}</p>
    </section>
  );
}
