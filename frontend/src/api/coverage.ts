// What the data rest on, and the source rows behind a project, an organisation or a tie.
import { useQuery } from "@tanstack/react-query";
import type { View } from "../state/view";
import { answer, client } from "./client";
import { type Here, here } from "./queries";
import type { components } from "./schema.gen";

type Schemas = components["schemas"];
export type Coverage = Schemas["Coverage"];
export type CoverageSource = Schemas["CoverageSource"];
export type CoverageRow = Schemas["CoverageRow"];
export type Share = Schemas["Share"];
export type SourceRecord = Schemas["SourceRecord"];

export const useCoverage = (view: Here) =>
  useQuery({
    queryKey: ["coverage", here(view)],
    queryFn: ({ signal }) => answer(client.GET("/coverage", { signal, params: { query: here(view) } })),
  });

/** Whose rows: those of a project, an organisation, or the tie between the two. */
export interface RowsOf {
  readonly project?: string;
  readonly actor?: string;
}

export const useRecords = (view: Pick<View, "lang" | "units">, of: RowsOf, enabled: boolean) => {
  const query = { ...of, lang: view.lang, units: view.units };
  return useQuery({
    queryKey: ["records", query],
    enabled,
    placeholderData: undefined,
    queryFn: ({ signal }) => answer(client.GET("/records", { signal, params: { query } })),
  });
};
