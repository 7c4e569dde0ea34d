import { DeskHead } from "../panels/DeskHead";

export default function CoveragePage() {
  return (
    <div className="desk">
      <DeskHead desk="coverage" />
    </div>
  );
}
