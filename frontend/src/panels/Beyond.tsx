import { exportUrl } from "../api/client";
import { networkQuery, useBeyond } from "../api/queries";
import type { ActorCard, ActorCount, BeyondChance } from "../api/types";
import { Go, useView } from "../state/address";
import { useWords } from "../words/useWords";
import { ActorLines, Part } from "./CardParts";
import { StandingMark } from "./names";

const NAMED_PAIRS = 12;

/** Whom an organisation works with: those beyond chance are marked, and are all named, once that is known. */
export function Partners({ card }: { card: ActorCard }) {
  const { t } = useWords();
  const { view } = useView();
  const { data } = useBeyond(view, card.id);
  const sure = data?.pairs.map(({ other }) => other) ?? [];
  const further = sure.filter(({ id }) => !card.partners.some((partner) => partner.id === id));
  const more = card.morePartners - further.length;
  return (
    <>
      <Part
        title={t("ui.actor.partners")}
        more={more > 0 && <span className="soft">{t("ui.actor.partners.more", { count: more })}</span>}
      >
        <ActorLines actors={[...card.partners, ...further]} beyond={new Set(sure.map(({ id }) => id))} />
      </Part>
      {data && <Grounds found={data} />}
    </>
  );
}

/** The pairs of a region that share more projects than chance gives. */
export function Pairs() {
  const { t } = useWords();
  const { view } = useView();
  const { data } = useBeyond(view);
  if (!data) return null;
  const more = data.total - Math.min(data.pairs.length, NAMED_PAIRS);
  return (
    <section className="part">
      <h2>{t("ui.beyond")}</h2>
      <Grounds found={data} />
      <ul className="plain lines">
        {data.pairs.slice(0, NAMED_PAIRS).map(({ one, other, shared }) => (
          <li key={`${one.id} ${other.id}`}>
            <span className="pair-names">
              <PairEnd actor={one} /> <span className="soft">{t("ui.beyond.and")}</span>{" "}
              <PairEnd actor={other} />
            </span>
            <span className="line-end">{t("ui.beyond.shared", { count: shared })}</span>
          </li>
        ))}
      </ul>
      {more > 0 && <p className="soft small">{t("ui.beyond.more", { count: more })}</p>}
      <p>
        <a href={exportUrl({ what: "pairs", format: "csv", ...networkQuery(view) })} download>
          {t("ui.export.pairs")}
        </a>
      </p>
    </section>
  );
}

function PairEnd({ actor }: { actor: ActorCount }) {
  return (
    <span className="line-name">
      <StandingMark standing={actor.standing} />
      <Go to={{ kind: "card", card: { kind: "actor", id: actor.id } }}>{actor.name}</Go>
    </span>
  );
}

/** What it rests on: why it is said, or why nothing is. */
function Grounds({ found }: { found: BeyondChance }) {
  const { t, number } = useWords();
  const said = found.tooFew ? "tooFew" : found.total > 0 ? "why" : "none";
  return <p className="soft small">{t(`ui.beyond.${said}`, { projects: number(found.projects) })}</p>;
}
