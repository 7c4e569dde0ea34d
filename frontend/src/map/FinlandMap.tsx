import type { Region } from "../api/types";
import { useView } from "../state/address";
import { shadeOf } from "../state/select";
import { useWords } from "../words/useWords";
import finland from "./finland.json";

interface Area {
  readonly path: string;
  readonly cx: number;
  readonly cy: number;
}

interface FinlandMapProps {
  readonly regions: readonly Region[];
  readonly pointed: string;
  readonly point: (id: string) => void;
}

/**
 * The regions on a schematic map, shaded by their number of projects. It says
 * nothing that the list beside it does not, so it is hidden from screen readers.
 */
export function FinlandMap({ regions, pointed, point }: FinlandMapProps) {
  const { t, number } = useWords();
  const { go } = useView();
  const areas = finland.areas as Record<string, Area>;
  const points = finland.points as unknown as Record<string, [number, number]>;
  const maakunnat = regions.filter((region) => region.kind === "maakunta" && areas[region.id]);
  const at = regions.find((region) => region.id === pointed);
  const spot = at && !areas[at.id] ? points[at.id] : undefined;
  // The pointed area is drawn last, so that its outline is whole.
  const drawn = [...maakunnat].sort((a, b) => Number(a.id === pointed) - Number(b.id === pointed));
  return (
    <figure className="map" aria-hidden="true">
      <svg viewBox={finland.viewBox} aria-hidden="true">
        {drawn.map((region) => (
          // biome-ignore lint/a11y/noStaticElementInteractions: the list is the keyboard's way to the same choice
          <path
            key={region.id}
            d={areas[region.id]?.path}
            className={`area shade-${shadeOf(region.counts.projects)}${region.id === pointed ? " on" : ""}`}
            onPointerEnter={() => point(region.id)}
            onPointerLeave={() => point("")}
            onClick={() => go({ kind: "region", region: region.id })}
          />
        ))}
        {at && at.kind !== "maakunta" && areas[at.id] && (
          <path className="area outline" d={areas[at.id]?.path} />
        )}
        {spot && <circle className="spot" cx={spot[0]} cy={spot[1]} r={5} />}
      </svg>
      <figcaption>
        <p className="map-pointed">
          {at ? (
            <>
              <b>{at.name}</b> {t("count.projects", { count: at.counts.projects })}
            </>
          ) : (
            t("ui.map.hint")
          )}
        </p>
        <p className="map-key small soft">
          <span>{t("ui.map.key")}</span>
          {([1, 2, 3, 4, 5] as const).map((shade) => (
            <span key={shade} className="map-class">
              <i className={`shade-${shade}`} />
              {CLASSES[shade].map(number).join("–")}
              {shade === 5 && "+"}
            </span>
          ))}
        </p>
        <p className="small soft">{t("ui.map.schematic")}</p>
      </figcaption>
    </figure>
  );
}

const CLASSES: Readonly<Record<1 | 2 | 3 | 4 | 5, number[]>> = {
  1: [1, 9],
  2: [10, 19],
  3: [20, 39],
  4: [40, 79],
  5: [80],
};
