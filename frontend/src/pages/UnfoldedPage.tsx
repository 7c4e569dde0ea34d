import { useSurroundings } from "../api/queries";
import { Awaiting } from "../panels/Awaiting";
import { CardSide } from "../panels/CardSide";
import { Contents } from "../panels/Contents";
import { Notes } from "../panels/Notes";
import { Unfolded as Picture } from "../picture/Unfolded";
import { Go, useView } from "../state/address";
import { useEscape, useFocusOn } from "../state/focus";
import { usePhone, usePictureSize } from "../state/media";
import { MORE_SHOWN, MOST_SHOWN, type Unfolded } from "../state/view";
import { useWords } from "../words/useWords";

interface UnfoldedPageProps {
  readonly unfolded: Unfolded;
  /** It came with the address: the reader stays at the top of the page. */
  readonly quiet: boolean;
}

/** A group or an actor's surroundings in place of the whole picture, with the way back. */
export default function UnfoldedPage({ unfolded, quiet }: UnfoldedPageProps) {
  const { t } = useWords();
  const { view, go } = useView();
  const phone = usePhone();
  const query = useSurroundings(view, unfolded, usePictureSize());
  const { data } = query;
  const head = useFocusOn<HTMLDivElement>(`${unfolded.kind}:${unfolded.id}`, quiet);
  useEscape(view.card ? null : () => go({ kind: "unfold", mark: null }));
  return (
    <div className="frame" aria-busy={query.isPlaceholderData}>
      <section className="panel picture" aria-labelledby="picture-title">
        <div className="picture-head" ref={head} tabIndex={-1}>
          <div>
            <Go to={{ kind: "unfold", mark: null }} className="back">
              {t("ui.unfold.back")}
            </Go>
            <h2 id="picture-title">{data?.title ?? t("ui.loading")}</h2>
          </div>
          {unfolded.kind === "actor" && (
            <nav className="switch" aria-label={t("ui.unfold.steps")}>
              {([1, 2] as const).map((steps) => (
                <Go
                  key={steps}
                  to={{ kind: "steps", steps }}
                  aria-current={unfolded.steps === steps ? "true" : undefined}
                >
                  {t(`ui.unfold.steps.${steps}`)}
                </Go>
              ))}
            </nav>
          )}
        </div>
        {!data ? (
          <Awaiting query={query} />
        ) : (
          <>
            <p className="how">{t(data.marks.length > 0 ? "ui.unfold.how" : "ui.unfold.empty")}</p>
            <Notes notes={data.notes} />
            <Picture surroundings={data} />
            <More more={data.more} shown={data.marks.length} wanted={unfolded.shown} />
            {(phone || view.card) && (
              <details className="fold contents-fold">
                <summary>{t("ui.unfold.list")}</summary>
                <Contents surroundings={data} />
              </details>
            )}
          </>
        )}
      </section>
      <CardSide>
        {!phone && data && (
          <>
            <h2>{t("ui.unfold.contents")}</h2>
            <Contents surroundings={data} />
          </>
        )}
      </CardSide>
    </div>
  );
}

interface MoreProps {
  readonly more: number;
  readonly shown: number;
  /** Marks asked for. */
  readonly wanted: number;
}

function More({ more, shown, wanted }: MoreProps) {
  const { t } = useWords();
  if (more === 0) return null;
  return (
    <p className="unfold-more small">
      {wanted < MOST_SHOWN ? (
        <>
          <Go to={{ kind: "more" }} className="button">
            {t("ui.unfold.more", { count: Math.min(MORE_SHOWN, more) })}
          </Go>
          <span className="soft">{t("ui.unfold.hidden", { count: more })}</span>
        </>
      ) : (
        <span className="soft">{t("ui.unfold.full", { count: shown })}</span>
      )}
    </p>
  );
}
