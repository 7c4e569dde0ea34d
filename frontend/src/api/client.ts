// The one place that asks the server. Addresses are relative to the page, so
// that the program works below a sub-path.
import createClient from "openapi-fetch";
import type { paths } from "./schema.gen";
import type { Problem } from "./types";

const base = () => new URL("api/v1", document.baseURI).href;

export const client = createClient<paths>({
  get baseUrl() {
    return base();
  },
});

/** The server answered, and the answer is an error. */
export class Refusal extends Error {
  constructor(readonly problem: Problem) {
    super(problem.title);
  }
}

/** The server could not be reached, or a proxy answered for it. */
export class Unreachable extends Error {}

/** The body of an answer, or an error that says which of the two went wrong. */
export async function answer<T>(
  asked: Promise<{ data?: T; error?: unknown; response: Response }>,
): Promise<T> {
  let reply: { data?: T; error?: unknown; response: Response };
  try {
    reply = await asked;
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === "AbortError") throw cause;
    throw new Unreachable("no answer", { cause });
  }
  if (reply.data !== undefined && reply.response.ok) return reply.data;
  const { status, statusText } = reply.response;
  if (isProblem(reply.error)) throw new Refusal(reply.error);
  if (status >= 502) throw new Unreachable(statusText);
  throw new Refusal({ type: "about:blank", title: statusText, status });
}

/** The address of a list as a file. */
export function exportUrl(parameters: Record<string, string | boolean | undefined>): string {
  const q = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters))
    if (value !== undefined && value !== "" && value !== false) q.set(name, String(value));
  return `${base()}/export?${q}`;
}

export const contractUrl = () => `${base()}/openapi.yaml`;

const isProblem = (body: unknown): body is Problem =>
  typeof body === "object" && body !== null && "title" in body && "status" in body;
