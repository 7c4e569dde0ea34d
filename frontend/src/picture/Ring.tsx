import type { Landscape } from "../api/types";
import { GROUP_NOUN } from "../panels/names";
import { useView } from "../state/address";
import { usePointing } from "../state/pointing";
import { nearOf, sameMark, walkOf } from "../state/select";
import { useWords } from "../words/useWords";
import { ActorMark } from "./ActorMark";
import { GroupMark } from "./GroupMark";
import { Legend } from "./Legend";
import { Ties } from "./Ties";
import { useWalk } from "./walk";

/**
 * The groups on a ring with the organisations between them. Places come from
 * the server; looks follow from the card and the pointed mark. Tab enters the
 * picture, arrows walk it, Enter opens a card and then the mark itself, Esc
 * closes the card.
 */
export function Ring({ landscape }: { landscape: Landscape }) {
  const { t } = useWords();
  const { view } = useView();
  const { pointed } = usePointing();
  const marks = walkOf(landscape);
  const { picture, onKeyDown, place } = useWalk(marks.length);
  const selected = marks.find((mark) => sameMark(mark, view.card)) ?? null;
  const near = nearOf(landscape, pointed ?? selected);
  const fading = near !== null && pointed !== null;
  const props = (i: number) => ({ ...place(i), selected: sameMark(marks[i] ?? null, selected) });
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: SVG has no element for a group of links */}
      <svg
        ref={picture}
        className={fading ? "ring fading" : "ring"}
        viewBox={`0 0 ${landscape.width} ${landscape.height}`}
        role="group"
        aria-label={t(`ui.picture.label.${landscape.lens}`, {
          region: landscape.region.name,
          groups: t(GROUP_NOUN[landscape.lens], { count: landscape.groups.length }),
          actors: t("count.actors", { count: landscape.actors.length }),
        })}
        onKeyDown={onKeyDown}
      >
        <Ties landscape={landscape} near={near} />
        {landscape.groups.map((group, i) => (
          <GroupMark
            key={group.id}
            group={group}
            dotRadius={landscape.dotRadius ?? 4}
            far={fading && !near.groups.has(group.id)}
            {...props(i)}
          />
        ))}
        {landscape.actors.map((actor, i) => (
          <ActorMark
            key={actor.id}
            actor={actor}
            far={fading && !near.actors.has(actor.id)}
            {...props(landscape.groups.length + i)}
          />
        ))}
      </svg>
      <Legend landscape={landscape} />
    </>
  );
}
