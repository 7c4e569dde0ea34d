// What the curator asks and tells: the right to write, imports, what is stored.
import { useMutation, useQuery } from "@tanstack/react-query";
import type { Lang } from "../state/view";
import { answer, client, importUrl } from "./client";
import { queries } from "./queries";
import type { components } from "./schema.gen";

type Schemas = components["schemas"];
export type Access = Schemas["Access"];
export type Change = Schemas["ChangeLists"];
export type ChangedThing = Schemas["ChangedThing"];
export type Import = Schemas["Import"];
export type ImportIssue = Schemas["ImportIssue"];
export type ImportOptions = Schemas["ImportOptions"];
export type ImportSource = Schemas["ImportSource"];
export type Preview = Schemas["Preview"];
export type Run = Schemas["Run"];
export type StoredSource = Schemas["StoredSource"];
export type Tally = Schemas["Tally"];

const STEP = 400; // milliseconds between two looks at work that goes on

export const goesOn = (state: string) => state === "reading" || state === "committing";

export const useAccess = () =>
  useQuery({ queryKey: ["access"], queryFn: ({ signal }) => answer(client.GET("/access", { signal })) });

export const useEnter = (lang: Lang) =>
  useMutation({
    mutationFn: (key: string) =>
      answer(client.POST("/access", { params: { query: { lang } }, body: { key } })),
    // Who may write sees more: everything is asked anew.
    onSuccess: () => queries.invalidateQueries(),
  });

export const useFormats = (lang: Lang) =>
  useQuery({
    queryKey: ["formats", lang],
    queryFn: ({ signal }) => answer(client.GET("/formats", { signal, params: { query: { lang } } })),
  });

export const useSources = (lang: Lang) =>
  useQuery({
    queryKey: ["sources", lang],
    queryFn: ({ signal }) => answer(client.GET("/sources", { signal, params: { query: { lang } } })),
  });

export const useRuns = (id: string, lang: Lang, enabled: boolean) =>
  useQuery({
    queryKey: ["runs", id, lang],
    enabled,
    queryFn: ({ signal }) =>
      answer(client.GET("/sources/{id}/runs", { signal, params: { path: { id }, query: { lang } } })),
  });

const importKey = (id: string, lang: Lang) => ["import", id, lang];

/** An import under way, looked at again until nothing happens by itself. */
export const useImport = (id: string, lang: Lang) =>
  useQuery<Import>({
    queryKey: importKey(id, lang),
    staleTime: 0,
    placeholderData: undefined,
    refetchInterval: (query) => (query.state.data && goesOn(query.state.data.state) ? STEP : false),
    queryFn: ({ signal }) =>
      answer(client.GET("/imports/{id}", { signal, params: { path: { id }, query: { lang } } })),
  });

/** Sends files; the import that comes back is being read. */
export const useUpload = (lang: Lang) =>
  useMutation({
    mutationFn: (files: readonly File[]) =>
      answer(
        client.POST("/imports", {
          params: { query: { lang } },
          body: { file: [] },
          bodySerializer: () => {
            const form = new FormData();
            for (const file of files) form.append("file", file, file.name);
            return form;
          },
        }),
      ),
  });

/** A step of an import; what the server answers stands at once. */
export function useStep(id: string, lang: Lang) {
  const path = { path: { id }, query: { lang } };
  const onSuccess = (data: Import) => queries.setQueryData(importKey(id, lang), data);
  const correct = useMutation({
    mutationFn: (body: ImportOptions) => answer(client.PUT("/imports/{id}", { params: path, body })),
    onSuccess,
  });
  const commit = useMutation({
    mutationFn: (confirmLoss: boolean) =>
      answer(client.POST("/imports/{id}/commit", { params: path, body: { confirmLoss } })),
    onSuccess,
  });
  const cancel = useMutation({
    mutationFn: async () => {
      await client.DELETE("/jobs/{id}", { params: path });
      await queries.invalidateQueries({ queryKey: importKey(id, lang) });
    },
  });
  return { correct, commit, cancel };
}

/** Lets the server forget an import and its files. */
export const drop = (id: string) => client.DELETE("/imports/{id}", { params: { path: { id } } });

export const useUndo = (lang: Lang) =>
  useMutation({
    mutationFn: ({ source, run }: { source: string; run: string }) =>
      answer(
        client.POST("/sources/{id}/undo", {
          params: { path: { id: source }, query: { lang } },
          body: { run },
        }),
      ),
  });

/** All that was read of the data before is old now. */
export const dataChanged = () =>
  queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "import" });

export const reportUrl = (id: string, as: "csv" | "xlsx" | "json", lang: Lang) =>
  importUrl(`imports/${id}/report`, { as, lang });
export const mappingUrl = (id: string, lang: Lang) => importUrl(`imports/${id}/mapping`, { lang });
export const templateUrl = (as: "csv" | "xlsx", lang: Lang) => importUrl("formats/template", { as, lang });
