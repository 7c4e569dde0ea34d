import { DeskHead } from "../panels/DeskHead";

export default function ImportPage() {
  return (
    <div className="desk">
      <DeskHead desk="import" />
    </div>
  );
}
