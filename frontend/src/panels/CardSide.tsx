import { type ReactNode, useCallback, useEffect, useRef } from "react";
import { Dialog, Modal, ModalOverlay } from "react-aria-components";
import { useView } from "../state/address";
import { useArrived, useEscape } from "../state/focus";
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
  const close = useCallback(() => go({ kind: "card", card: null }), [go]);
  const { card } = view;
  const arrived = useArrived(keyOf(card));
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
    <aside className="panel side" tabIndex={-1} aria-label={t(card ? "ui.card" : `ui.overview.${view.lens}`)}>
      {card ? <FocusedCard card={card} quiet={arrived} close={close} /> : children}
    </aside>
  );
}

interface FocusedCardProps {
  readonly card: Card;
  /** The card came with the address: the reader stays at the top of the page. */
  readonly quiet: boolean;
  readonly close: () => void;
}

/** Takes the focus when it opens, closes with Esc and gives the focus back. */
function FocusedCard({ card, quiet, close }: FocusedCardProps) {
  const box = useRef<HTMLDivElement>(null);
  const key = keyOf(card);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another card is another opening
  useEffect(() => {
    const before = document.activeElement;
    const side = box.current?.closest<HTMLElement>(".side");
    if (!quiet) box.current?.focus({ preventScroll: true });
    if (side) side.scrollTop = 0;
    return () => {
      requestAnimationFrame(() => {
        if (document.activeElement !== document.body) return;
        const back = before?.isConnected && before !== document.body ? before : side;
        if (back instanceof HTMLElement || back instanceof SVGElement) back.focus({ preventScroll: true });
      });
    };
  }, [key]);
  useEscape(close);
  return (
    <div ref={box} tabIndex={-1} className="card-focus">
      <CardOf card={card} close={close} />
    </div>
  );
}

const keyOf = (card: Card | null) => (card ? `${card.kind}:${card.id}` : "");

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
