import { useLandscape } from "../api/queries";
import { Awaiting } from "../panels/Awaiting";
import { Indicative } from "../panels/Boundary";
import { CardSide } from "../panels/CardSide";
import { Empty } from "../panels/Empty";
import { Notes } from "../panels/Notes";
import { Overview } from "../panels/Overview";
import { Matrix } from "../picture/Matrix";
import { Ring } from "../picture/Ring";
import { Go, useView } from "../state/address";
import { usePhone, usePictureSize } from "../state/media";
import { useWords } from "../words/useWords";

/** The picture with its card; on a phone the groups come first, as rows. */
export function PicturePage() {
  const { t } = useWords();
  const { view } = useView();
  const phone = usePhone();
  const query = useLandscape(view, usePictureSize());
  const { data } = query;
  if (!data) return <Awaiting query={query} />;
  if (data.groups.length === 0) return <Empty />;
  const overview = <Overview landscape={data} />;
  return (
    <div className="frame" aria-busy={query.isPlaceholderData}>
      {phone && <section className="panel">{overview}</section>}
      <section className="panel picture" aria-labelledby="picture-title">
        <div className="picture-head">
          <h2 id="picture-title" className="hidden">
            {t(`ui.picture.${view.lens}`)}
          </h2>
          <p className="how">{t(`ui.how.${view.shape}.${view.lens}`)}</p>
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
        <Notes notes={data.notes} />
        {view.shape === "ring" ? <Ring landscape={data} /> : <Matrix matrix={data.matrix} lens={data.lens} />}
        <Indicative />
      </section>
      <CardSide>{phone ? null : overview}</CardSide>
    </div>
  );
}
