import type { Share } from "../api/coverage";
import { useWords } from "../words/useWords";

/** For how many something is known, as a bar with its numbers. */
export function ShareBar({ name, share }: { name: string; share: Share }) {
  const { number, percent } = useWords();
  const known = share.of === 0 ? 0 : share.count / share.of;
  return (
    <div className="share">
      <dt>{name}</dt>
      <dd>
        <span className="share-bar" aria-hidden="true">
          <span style={{ width: `${100 * known}%` }} />
        </span>
        <b>{share.of === 0 ? "–" : percent(known)}</b>{" "}
        <span className="soft small">
          {number(share.count)} / {number(share.of)}
        </span>
      </dd>
    </div>
  );
}
