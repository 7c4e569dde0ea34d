// The one place that asks the server. Addresses are relative to the page, so
// that the program works below a sub-path.
import createClient from "openapi-fetch";
import type { paths } from "./schema.gen";
import type { Problem, Ready } from "./types";

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

/** What the server says of what it refused, in the reader's language; else nothing. */
export const refusalText = (error: Error): string =>
  error instanceof Refusal ? error.problem.detail || error.problem.title : "";

/** The server could not be reached, or a proxy answered for it. */
export class Unreachable extends Error {}

/** The server answers, but has not yet been able to read its store. */
export class StoreAway extends Unreachable {}

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
  if (status === 503 && isProblem(reply.error)) throw new StoreAway(reply.error.title);
  if (isProblem(reply.error)) throw new Refusal(reply.error);
  if (status >= 502) throw new Unreachable(statusText);
  throw new Refusal({ type: "about:blank", title: statusText, status });
}

/** Whether the server answers, and from how fresh a reading of its store; "down" comes as a body as well. */
export async function askReady(signal: AbortSignal): Promise<Ready> {
  let reply: { data?: Ready; error?: unknown };
  try {
    reply = await client.GET("/ready", { signal });
  } catch (cause) {
    throw new Unreachable("no answer", { cause });
  }
  const ready = (reply.data ?? reply.error) as Ready | undefined;
  if (typeof ready !== "object" || !("parts" in ready)) throw new Unreachable("no answer");
  return ready;
}

/** The address of a list or a network as a file. */
export function exportUrl(parameters: Record<string, string | boolean | undefined>): string {
  const q = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters))
    if (value !== undefined && value !== "" && value !== false) q.set(name, String(value));
  return `${base()}/export?${q}`;
}

/** The address of a file that has to do with imports. */
export const importUrl = (path: string, parameters: Record<string, string>) =>
  `${base()}/${path}?${new URLSearchParams(parameters)}`;

export const contractUrl = () => `${base()}/openapi.yaml`;

const isProblem = (body: unknown): body is Problem =>
  typeof body === "object" && body !== null && "title" in body && "status" in body;
