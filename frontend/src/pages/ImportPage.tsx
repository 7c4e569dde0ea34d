import { AccessGate } from "../intake/AccessGate";
import { Draft } from "../intake/Draft";
import { DropZone } from "../intake/DropZone";
import { Sources } from "../intake/Sources";
import { DeskHead } from "../panels/DeskHead";
import { useView } from "../state/address";

/** Bringing files in, and taking them back. */
export default function ImportPage() {
  const { view } = useView();
  return (
    <div className="desk">
      <DeskHead desk="import" />
      <AccessGate>
        {view.at === "" ? (
          <>
            <DropZone />
            <Sources />
          </>
        ) : (
          <Draft key={view.at} id={view.at} />
        )}
      </AccessGate>
    </div>
  );
}
