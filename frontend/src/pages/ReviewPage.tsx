import { DeskHead } from "../panels/DeskHead";

export default function ReviewPage() {
  return (
    <div className="desk">
      <DeskHead desk="review" />
    </div>
  );
}
