import type { StaleFact } from '#products/words/stale-facts.ts'
import { WallMark } from './parts/wall-mark.tsx'

/** Data that a decision rests on is old: the hatch of stale data, ■, its age, and what that means. */
export function StaleBand({ fact }: { readonly fact: StaleFact }) {
  const { sentence, due, moreCount } = fact
  return (
    <div className="wall-stale" role="status">
      <span className="wall-stale-key" aria-hidden />
      <WallMark status="bad" />
      <b>{sentence}</b>
      <span className="wall-stale-due">{moreCount > 0 ? `${moreCount} more stale` : due}</span>
    </div>
  )
}
