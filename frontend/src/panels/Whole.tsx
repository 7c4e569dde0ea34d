import { useStructure } from "../api/queries";
import type { Figure } from "../api/types";
import { useView } from "../state/address";
import { knownOf, totalOf } from "../state/select";
import { useWords } from "../words/useWords";
import { ScrollFrame } from "./ScrollFrame";

/** So many deviations from chance are told as a difference. */
const CLEAR = 3;

/** More, less or not clearly otherwise than chance; nothing where it is not held against it. */
export function judged({ value, expected, deviation }: Figure): "more" | "less" | "alike" | null {
  if (value === null || expected === null || deviation === null) return null;
  const off = value - expected;
  if (Math.abs(off) <= CLEAR * deviation || Math.abs(off) < 1e-9) return "alike";
  return off > 0 ? "more" : "less";
}

/** The network of the region as a whole, each figure with its question and beside chance. */
export function Whole() {
  const { t, number } = useWords();
  const { view } = useView();
  const { data } = useStructure(view);
  if (data === undefined)
    return (
      <p className="soft" aria-live="polite">
        {t("ui.loading")}
      </p>
    );
  const figure = (value: number | null) => (value === null ? t("ui.undefined") : number(value));
  return (
    <>
      <p className="soft">
        {t("ui.whole.lead", {
          draws: number(data.draws),
          known: number(knownOf(data.basis)),
          all: number(totalOf(data.basis)),
        })}
      </p>
      <ScrollFrame label={t("ui.whole")}>
        <table className="whole">
          <thead>
            <tr>
              <th scope="col">{t("ui.whole.figure")}</th>
              <th scope="col" className="number">
                {t("ui.whole.value")}
              </th>
              <th scope="col" className="number">
                {t("ui.whole.expected")}
              </th>
              <th scope="col">{t("ui.whole.judged")}</th>
            </tr>
          </thead>
          <tbody>
            {data.figures.map((f) => {
              const verdict = judged(f);
              return (
                <tr key={f.id}>
                  <th scope="row" title={f.conventions}>
                    {f.name}
                    <span className="soft"> {f.question}</span>
                  </th>
                  <td className="number">{figure(f.value)}</td>
                  <td className="number soft">{f.expected === null ? "" : figure(f.expected)}</td>
                  <td className={verdict === "alike" ? "soft" : ""}>{verdict && t(`ui.whole.${verdict}`)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollFrame>
    </>
  );
}
