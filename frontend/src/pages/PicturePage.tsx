import { useLandscape } from "../api/queries";
import { CardSide } from "../panels/CardSide";
import { Loading } from "../panels/Loading";
import { Overview } from "../panels/Overview";
import { Trouble } from "../panels/Trouble";
import { Matrix } from "../picture/Matrix";
import { Ring } from "../picture/Ring";
import { Go, useView } from "../state/address";
import { usePhone, usePictureSize } from "../state/media";
import { useWords } from "../words/useWords";

/** The picture with its card; on a phone the topics come first, as rows. */
export function PicturePage() {
  const { t } = useWords();
  const { view } = useView();
  const phone = usePhone();
  const { data, error, refetch, isPlaceholderData } = useLandscape(view, usePictureSize());
  if (!data) return error ? <Trouble error={error} retry={refetch} /> : <Loading />;
  if (data.groups.length === 0)
    return (
      <div className="panel empty">
        <p>{t(view.ledHere ? "ui.empty.ledHere" : "ui.empty.region")}</p>
        <p>
          {view.ledHere ? (
            <Go to={{ kind: "ledHere", ledHere: false }}>{t("ui.empty.showAll")}</Go>
          ) : (
            <Go to={{ kind: "leave" }}>{t("ui.region.other")}</Go>
          )}
        </p>
      </div>
    );
  const overview = <Overview landscape={data} />;
  return (
    <div className="frame" aria-busy={isPlaceholderData}>
      {phone && <section className="panel">{overview}</section>}
      <section className="panel picture" aria-labelledby="picture-title">
        <div className="picture-head">
          <h2 id="picture-title" className="hidden">
            {t("ui.picture")}
          </h2>
          <p className="how">{t(view.shape === "ring" ? "ui.picture.how" : "ui.matrix.how")}</p>
          <nav className="switch" aria-label={t("ui.shape")}>
            {(["ring", "matrix"] as const).map((shape) => (
              <Go
                key={shape}
                to={{ kind: "shape", shape }}
                aria-current={view.shape === shape ? "true" : undefined}
              >
                {t(`ui.shape.${shape}`)}
              </Go>
            ))}
          </nav>
        </div>
        {view.shape === "ring" ? <Ring landscape={data} /> : <Matrix matrix={data.matrix} />}
      </section>
      <CardSide>{phone ? null : overview}</CardSide>
    </div>
  );
}
