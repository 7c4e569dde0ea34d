// A file dropped on any page leads to the import page, which takes it here.
type Take = (files: readonly File[]) => void;

let waiting: readonly File[] = [];
let taker: Take | null = null;

/** Gives files that wait, and those dropped until the answer is called, to take. */
export function receive(take: Take): () => void {
  taker = take;
  const files = waiting;
  waiting = [];
  if (files.length > 0) take(files);
  return () => {
    if (taker === take) taker = null;
  };
}

/** Watches the whole window for files; lead is called when nobody is there to take them. */
export function watchDrops(lead: () => void): () => void {
  const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
  const over = (event: DragEvent) => {
    if (holdsFiles(event)) event.preventDefault();
  };
  const drop = (event: DragEvent) => {
    if (event.defaultPrevented || !holdsFiles(event)) return;
    event.preventDefault();
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length === 0) return;
    if (taker) return taker(files);
    waiting = files;
    lead();
  };
  window.addEventListener("dragover", over);
  window.addEventListener("drop", drop);
  return () => {
    window.removeEventListener("dragover", over);
    window.removeEventListener("drop", drop);
  };
}
