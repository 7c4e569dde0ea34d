import type { Summary } from "../api/types";
import { Go } from "../state/address";
import { Sentence, Sentences } from "../words/Sentence";
import { useWords } from "../words/useWords";
import { Facts } from "./Facts";

/** The region by name, in two sentences and in its main counts. */
export function Headline({ summary }: { summary: Summary }) {
  const { t } = useWords();
  return (
    <section className="headline">
      <div className="headline-name">
        <h1>{summary.region.name}</h1>
        <Go to={{ kind: "leave" }} className="pill">
          {t("ui.region.change")}
        </Go>
      </div>
      <p className="lead">
        <Sentences sentences={summary.sentences} />
      </p>
      <Facts summary={summary} />
      {summary.notes.length > 0 && (
        <p className="note">
          {summary.notes.map((note, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: notes have no name of their own and never move
            <span key={i}>
              {i > 0 && " "}
              <Sentence sentence={note} />
            </span>
          ))}{" "}
          <Go to={{ kind: "desk", desk: "coverage" }}>{t("ui.coverage.more")}</Go>
        </p>
      )}
    </section>
  );
}
