// A file dropped on any page leads to the import page, which takes it here.
let waiting: File[] = [];

export function takeDropped(): readonly File[] {
  const files = waiting;
  waiting = [];
  return files;
}

/** Watches the whole window for files; lead is called once some wait. */
export function watchDrops(lead: () => void): () => void {
  const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
  const over = (event: DragEvent) => {
    if (holdsFiles(event)) event.preventDefault();
  };
  const drop = (event: DragEvent) => {
    if (event.defaultPrevented || !holdsFiles(event)) return;
    event.preventDefault();
    waiting = [...(event.dataTransfer?.files ?? [])];
    if (waiting.length > 0) lead();
  };
  window.addEventListener("dragover", over);
  window.addEventListener("drop", drop);
  return () => {
    window.removeEventListener("dragover", over);
    window.removeEventListener("drop", drop);
  };
}
