import { Refusal } from "../api/client";

/** Why the server said no, in its words; empty when it could not be reached. */
export const refusalText = (error: Error): string =>
  error instanceof Refusal ? error.problem.detail || error.problem.title : "";
