import { useBoundary } from "../api/queries";
import type { Boundary as Answer } from "../api/types";
import { Go, useView } from "../state/address";
import type { Lens } from "../state/view";
import { useWords } from "../words/useWords";
import { GroupDot, shortName } from "./names";

const hundredths = (value: number) => Math.round(100 * value) / 100;

/** How clear the boundary of a group is, in a word; the figures one step further. */
export function Boundary({ id, lens }: { id: string; lens: Lens }) {
  const { t, number, percent } = useWords();
  const { view } = useView();
  const { data, isError } = useBoundary({ ...view, lens }, { group: id });
  if (isError) return null;
  if (!data)
    return (
      <p className="soft small" aria-live="polite">
        {t("ui.boundary.waiting")}
      </p>
    );
  const found = data.groups.find((group) => group.id === id);
  if (!found) return null;
  return (
    <>
      <details className="fold boundary">
        <summary>{t("ui.boundary", { word: t(`ui.boundary.${found.word}`) })}</summary>
        <p className="soft small">
          {t("ui.boundary.why", {
            runs: number(data.runs),
            share: percent(data.share),
            inside: percent(found.inside),
            outside: percent(found.outside),
            clarity: number(hundredths(found.clarity)),
            limit: found.limit === null ? t("ui.undefined") : number(hundredths(found.limit)),
          })}{" "}
          {found.nearest && (
            <>
              {t("ui.boundary.nearest")}{" "}
              <Go to={{ kind: "card", card: { kind: "group", id: found.nearest.id } }}>
                {shortName(found.nearest)}
              </Go>
              .{" "}
            </>
          )}
          {data.indicative && t(`ui.boundary.indicative.${data.lens}`)}
        </p>
      </details>
      <OfTwo answer={data} />
    </>
  );
}

/** Who of the group is of another one as well, who of others is of it, and how often the runs said so. */
function OfTwo({ answer }: { answer: Answer }) {
  const { t } = useWords();
  if (answer.between.length + answer.arriving.length === 0) return null;
  return (
    <section className="of-two">
      <Astride
        members={answer.between}
        more={answer.moreBetween}
        kind="both"
        other="ui.boundary.between.also"
      />
      <Astride
        members={answer.arriving}
        more={answer.moreArriving}
        kind="arriving"
        other="ui.boundary.arriving.own"
      />
      <p className="soft small">{t("ui.boundary.both.why")}</p>
    </section>
  );
}

function Astride(props: {
  members: Answer["between"];
  more: number;
  kind: "both" | "arriving";
  other: "ui.boundary.between.also" | "ui.boundary.arriving.own";
}) {
  const { t, number } = useWords();
  const { members, more } = props;
  if (members.length === 0) return null;
  return (
    <>
      <p>{t(`ui.boundary.${props.kind}`, { count: members.length + more })}</p>
      <ul className="plain related">
        {members.map((member) => (
          <li key={member.id}>
            <Go to={{ kind: "card", card: { kind: member.kind, id: member.id } }}>{member.name}</Go>
            <span className="related-groups">
              {t(props.other)}
              <Go
                to={{ kind: "card", card: { kind: "group", id: member.also.id } }}
                className="related-group"
              >
                <GroupDot slot={member.also.slot} />
                {shortName(member.also)}
              </Go>
              <span className="soft">
                {t("ui.boundary.both.times", { stood: number(member.stood), apart: number(member.apart) })}
              </span>
            </span>
          </li>
        ))}
        {more > 0 && <li className="soft">{t("ui.actor.partners.more", { count: more })}</li>}
      </ul>
    </>
  );
}

/** How clear the place of an organisation or a project in its group is, and of which group it is as well. */
export function PlaceInGroup({ of }: { of: { actor: string } | { project: string } }) {
  const { t, number, percent } = useWords();
  const { view } = useView();
  const { data } = useBoundary(view, of);
  const place = data?.place;
  if (!data || !place) return null;
  return (
    <>
      <details className="fold boundary">
        <summary>{t("ui.boundary.place", { word: t(`ui.boundary.${place.word}`) })}</summary>
        <p className="soft small">
          {t("ui.boundary.place.why", {
            runs: number(data.runs),
            share: percent(data.share),
            inside: percent(place.inside),
            outside: percent(place.outside),
          })}
        </p>
      </details>
      {place.also && (
        <p>
          {t("ui.boundary.also")}{" "}
          <Go to={{ kind: "card", card: { kind: "group", id: place.also.group.id } }}>
            {shortName(place.also.group)}
          </Go>
          .{" "}
          <span className="soft small">
            {t("ui.boundary.also.why", {
              apart: number(place.also.apart),
              stood: number(place.also.stood),
            })}{" "}
            {place.also.joined > 0 && t("ui.boundary.also.joined", { count: place.also.joined })}
          </span>
        </p>
      )}
    </>
  );
}

/** Says under a picture that its groups are a help for looking and no more, once that is known. */
export function Indicative() {
  const { t, number } = useWords();
  const { view } = useView();
  const { data } = useBoundary(view);
  if (!data?.indicative) return null;
  return (
    <p className="soft small indicative">
      {t(`ui.boundary.indicative.${data.lens}`)}{" "}
      {t("ui.boundary.beyond", { beyond: number(data.beyond), judged: number(data.judged) })}
    </p>
  );
}
