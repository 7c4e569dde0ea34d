import { useId } from "react";
import {
  type Import,
  type ImportOptions,
  mappingUrl,
  type Preview,
  useFormats,
  type useStep,
} from "../api/imports";
import { ScrollFrame } from "../panels/ScrollFrame";
import { useWords } from "../words/useWords";
import { type Choosing, DELIMITERS, ENCODINGS, LEAVE_OUT, withColumn } from "./options";

interface RecognitionProps {
  readonly data: Import;
  readonly step: ReturnType<typeof useStep>;
  readonly choosing: Choosing;
  readonly open: boolean;
}

/** What was understood of the files, to be looked at and corrected. */
export function Recognition({ data, step, choosing, open }: RecognitionProps) {
  const { t, lang } = useWords();
  const { edited, edit, unsent } = choosing;
  const previews = data.previews ?? [];
  const first = previews[0];
  if (!first) return null;
  const set = (change: ImportOptions) => edit({ ...edited, ...change });
  return (
    <details className="panel recognition" open={open}>
      <summary>
        <span className="recognition-title">{t("ui.import.recognised")}</span> {first.formatName}
        <span className="soft"> · {described(first, t)}</span>
      </summary>
      <p className="soft">{first.reason}</p>
      <Choices preview={first} edited={edited} set={set} />
      {previews.map((preview) => (
        <Columns key={preview.file} data={data} preview={preview} edited={edited} edit={edit} />
      ))}
      <p className="draft-actions">
        <button
          type="button"
          className="button primary"
          disabled={!unsent || step.correct.isPending}
          onClick={() => step.correct.mutate(edited)}
        >
          {t("ui.import.read-again")}
        </button>
        <a href={mappingUrl(data.id, lang)} download>
          {t("ui.import.mapping")}
        </a>
      </p>
    </details>
  );
}

type Say = ReturnType<typeof useWords>["t"];

function described(p: Preview, t: Say): string {
  return [
    p.encoding.toUpperCase(),
    p.delimiter &&
      t("ui.import.delimiter", { sign: p.delimiter === "\t" ? t("ui.import.tab") : p.delimiter }),
    p.sheet && t("ui.import.sheet", { sheet: p.sheet }),
    t("ui.import.header-row", { row: p.headerRow }),
  ]
    .filter(Boolean)
    .join(" · ");
}

interface ChoicesProps {
  readonly preview: Preview;
  readonly edited: ImportOptions;
  readonly set: (change: ImportOptions) => void;
}

function Choices({ preview, edited, set }: ChoicesProps) {
  const { t, lang } = useWords();
  const formats = useFormats(lang);
  const id = useId();
  return (
    <div className="choices">
      <label htmlFor={`${id}f`}>
        {t("ui.import.format")}
        <select
          id={`${id}f`}
          className="field"
          value={edited.format ?? ""}
          onChange={(event) => set({ format: event.target.value })}
        >
          <option value="">{t("ui.import.format.auto")}</option>
          {formats.data?.items.map((format) => (
            <option key={format.id} value={format.id}>
              {format.name}
            </option>
          ))}
        </select>
      </label>
      {preview.sheets.length > 1 && (
        <label htmlFor={`${id}s`}>
          {t("ui.import.which-sheet")}
          <select
            id={`${id}s`}
            className="field"
            value={edited.sheet || preview.sheet}
            onChange={(event) => set({ sheet: event.target.value })}
          >
            {preview.sheets.map((sheet) => (
              <option key={sheet}>{sheet}</option>
            ))}
          </select>
        </label>
      )}
      {preview.delimiter !== "" && <TextChoices preview={preview} edited={edited} set={set} />}
      <label htmlFor={`${id}h`}>
        {t("ui.import.which-header")}
        <input
          id={`${id}h`}
          className="field short"
          type="number"
          min={1}
          max={1000}
          value={edited.header || preview.headerRow}
          onChange={(event) => set({ header: Number(event.target.value) || 0 })}
        />
      </label>
    </div>
  );
}

/** How delimited text is taken apart: what its letters are, and what stands between columns. */
function TextChoices({ preview, edited, set }: ChoicesProps) {
  const { t } = useWords();
  const id = useId();
  const delimiter = DELIMITERS.find(({ sign }) => sign === preview.delimiter);
  const encoding = ENCODINGS.find((name) => name === preview.encoding);
  return (
    <>
      <label htmlFor={`${id}e`}>
        {t("ui.import.encoding")}
        <select
          id={`${id}e`}
          className="field"
          value={edited.encoding ?? ""}
          onChange={(event) => set({ encoding: event.target.value })}
        >
          <option value="">
            {edited.encoding || !encoding
              ? t("ui.import.format.auto")
              : t("ui.import.found", { what: t(`ui.import.encoding.${encoding}`) })}
          </option>
          {ENCODINGS.map((encoding) => (
            <option key={encoding} value={encoding}>
              {t(`ui.import.encoding.${encoding}`)}
            </option>
          ))}
        </select>
      </label>
      <label htmlFor={`${id}d`}>
        {t("ui.import.which-delimiter")}
        <select
          id={`${id}d`}
          className="field"
          value={edited.delimiter ?? ""}
          onChange={(event) => set({ delimiter: event.target.value })}
        >
          <option value="">
            {edited.delimiter || !delimiter
              ? t("ui.import.format.auto")
              : t("ui.import.found", { what: t(`ui.import.delimiter.${delimiter.name}`) })}
          </option>
          {DELIMITERS.map(({ name, said }) => (
            <option key={name} value={said}>
              {t(`ui.import.delimiter.${name}`)}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}

interface ColumnsProps {
  readonly data: Import;
  readonly preview: Preview;
  readonly edited: ImportOptions;
  readonly edit: (options: ImportOptions) => void;
}

function Columns({ data, preview, edited, edit }: ColumnsProps) {
  const { t } = useWords();
  const unread = preview.columns.filter((c) => c.field === "" && !c.personal).map((c) => c.header);
  const personal = preview.columns.filter((c) => c.personal).map((c) => c.header);
  return (
    <>
      {(data.previews?.length ?? 0) > 1 && <h3>{preview.file}</h3>}
      <ScrollFrame label={t("ui.import.first-rows", { file: preview.file })}>
        <table className="preview">
          <thead>
            <tr>
              <th scope="col" className="number">
                {t("ui.import.row")}
              </th>
              {preview.columns.map((column, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: headers may stand twice
                <th key={i} scope="col">
                  <span className="preview-header">{column.header}</span>
                  {column.personal ? (
                    <span className="tag amber">{t("ui.import.personal")}</span>
                  ) : (
                    <select
                      aria-label={t("ui.import.column-means", { column: column.header })}
                      className="field"
                      value={edited.columns?.[column.header] ?? (column.field || LEAVE_OUT)}
                      onChange={(event) => edit(withColumn(edited, column, event.target.value))}
                    >
                      <option value={LEAVE_OUT}>{t("ui.import.leave-out")}</option>
                      {data.fields?.map((field) => (
                        <option key={field.field} value={field.field}>
                          {field.name}
                        </option>
                      ))}
                    </select>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {preview.rows.map((row) => (
              <tr key={row.number}>
                <td className="number soft">{row.number}</td>
                {row.cells.map((cell, i) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: cells have no other name than their place
                  <td key={i} className={preview.columns[i]?.field === "" ? "unread" : ""}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollFrame>
      {unread.length > 0 && <p className="small">{t("ui.import.unread", { columns: unread.join(", ") })}</p>}
      {personal.length > 0 && (
        <p className="small">{t("ui.import.personal.why", { columns: personal.join(", ") })}</p>
      )}
    </>
  );
}
