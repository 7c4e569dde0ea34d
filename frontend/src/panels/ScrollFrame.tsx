import type { ReactNode } from "react";

/** Holds what is wider or longer than its place; the keyboard reaches it to scroll. */
export function ScrollFrame({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section
      className="table-frame"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take the focus
      tabIndex={0}
    >
      {children}
    </section>
  );
}
