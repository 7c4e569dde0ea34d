// The last chosen region, kept in this browser; a browser that keeps nothing is fine too.
const KEY = "hankeverkko.region";

export function rememberRegion(id: string) {
  try {
    localStorage.setItem(KEY, id);
  } catch {
    // Storage is full or forbidden: the choice is offered anew next time.
  }
}

export function lastRegion(): string {
  try {
    return localStorage.getItem(KEY) ?? "";
  } catch {
    return "";
  }
}
