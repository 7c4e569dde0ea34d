import { type KeyboardEvent, useRef, useState } from "react";
import type { Landscape } from "../api/types";
import { useView } from "../state/address";
import { usePointing } from "../state/pointing";
import { nearOf, sameMark, step, walkOf } from "../state/select";
import { useWords } from "../words/useWords";
import { ActorMark } from "./ActorMark";
import { GroupMark } from "./GroupMark";
import { Legend } from "./Legend";
import { Ties } from "./Ties";

/**
 * The topics on a ring with the organisations that work in several of them.
 * Places come from the server; looks follow from the card and the pointed mark.
 * Tab enters the picture, arrows walk it, Enter opens, Esc closes the card.
 */
export function Ring({ landscape }: { landscape: Landscape }) {
  const { t } = useWords();
  const { view } = useView();
  const { pointed } = usePointing();
  const picture = useRef<SVGSVGElement>(null);
  const walk = walkOf(landscape);
  const selected = walk.find((mark) => sameMark(mark, view.card)) ?? null;
  const [at, setAt] = useState(0);
  const entry = at < walk.length ? at : 0;
  const near = nearOf(landscape, pointed ?? selected);
  const fading = near !== null && pointed !== null;

  const onKeyDown = (event: KeyboardEvent) => {
    const next = step(walk, entry, event.key);
    if (next === null) return;
    event.preventDefault();
    setAt(next);
    picture.current?.querySelector<SVGElement>(`[data-walk="${next}"]`)?.focus();
  };

  const props = (i: number) => ({
    walk: i,
    tabIndex: i === entry ? 0 : -1,
    onEnter: () => setAt(i),
    selected: sameMark(walk[i] ?? null, selected),
  });

  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: SVG has no element for a group of links */}
      <svg
        ref={picture}
        className={fading ? "ring fading" : "ring"}
        viewBox={`0 0 ${landscape.width} ${landscape.height}`}
        role="group"
        aria-label={t("ui.picture.label", {
          region: landscape.region.name,
          groups: t("count.groups", { count: landscape.groups.length }),
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
