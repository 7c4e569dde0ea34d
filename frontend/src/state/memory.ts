// What is kept in this browser alone; a browser that keeps nothing is fine too.
const REGION = "hankeverkko.region";
const OWN = "hankeverkko.own";

/** The region that was looked at last. */
export const lastRegion = () => recall(REGION);
export const rememberRegion = (id: string) => keep(REGION, id);

/** The organisation that ways were last asked from, mostly the reader's own. */
export const lastOwn = () => recall(OWN);
export const rememberOwn = (id: string) => keep(OWN, id);

function keep(key: string, value: string) {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Storage is full or forbidden: the choice is made anew next time.
  }
}

function recall(key: string): string {
  try {
    return localStorage.getItem(key) ?? "";
  } catch {
    return "";
  }
}
