import { type ReactNode, useEffect, useRef } from "react";
import { Dialog, Modal, ModalOverlay } from "react-aria-components";
import { useView } from "../state/address";
import { usePhone } from "../state/media";
import type { Card } from "../state/view";
import { useWords } from "../words/useWords";
import { ActorCard } from "./ActorCard";
import { GroupCard } from "./GroupCard";
import { ProjectCard } from "./ProjectCard";

/** The open card beside the picture or the list; on a phone a sheet from below. */
export function CardSide({ children }: { children?: ReactNode }) {
  const { t } = useWords();
  const { view, go } = useView();
  const phone = usePhone();
  const close = () => go({ kind: "card", card: null });
  const { card } = view;
  if (phone)
    return (
      <ModalOverlay
        className="overlay sheet-overlay"
        isOpen={card !== null}
        isDismissable
        onOpenChange={(open) => !open && close()}
      >
        <Modal className="sheet">
          <Dialog aria-label={t("ui.card")}>{card && <CardOf card={card} close={close} />}</Dialog>
        </Modal>
      </ModalOverlay>
    );
  if (!card && !children) return null;
  return (
    <aside className="panel side" aria-label={t(card ? "ui.card" : "ui.overview")}>
      {card ? <FocusedCard card={card} close={close} /> : children}
    </aside>
  );
}

/** Takes the focus when it opens, closes with Esc and gives the focus back. */
function FocusedCard({ card, close }: { card: Card; close: () => void }) {
  const box = useRef<HTMLDivElement>(null);
  const key = `${card.kind}:${card.id}`;
  useEffect(() => {
    const before = document.activeElement;
    // A card that came with the address leaves the reader at the top of the page.
    if (key !== "" && before !== document.body) box.current?.focus({ preventScroll: true });
    if (box.current) box.current.scrollTop = 0;
    return () => {
      if (
        before instanceof Element &&
        before.isConnected &&
        (before instanceof HTMLElement || before instanceof SVGElement)
      )
        requestAnimationFrame(() => {
          if (document.activeElement === document.body) before.focus({ preventScroll: true });
        });
    };
  }, [key]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Escape" && !event.defaultPrevented) close();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [close]);
  return (
    <div ref={box} tabIndex={-1} className="card-focus">
      <CardOf card={card} close={close} />
    </div>
  );
}

function CardOf({ card, close }: { card: Card; close: () => void }) {
  switch (card.kind) {
    case "group":
      return <GroupCard id={card.id} close={close} />;
    case "actor":
      return <ActorCard id={card.id} close={close} />;
    case "project":
      return <ProjectCard id={card.id} close={close} />;
  }
}
