import { operationOf } from '#core/document.ts'
import { ageText, freshnessOf } from '#core/time/freshness.ts'
import type { LayerEntry } from '#panels/layers/layer-entry.ts'
import { useDocument } from '#ui/room.tsx'
import { StatusMark } from '#ui/widgets/marks.tsx'
import { useLayerEntries } from './layer-entries.ts'

/** Says on the map which of the layers that are seen is most overdue. */
export function StaleNotice() {
  const entries = useLayerEntries()
  const planningAt = useDocument((state) => operationOf(state.document).planningAt)
  const [worst, ...others] = staleEntries(entries, planningAt)
  if (!worst) return null
  return (
    <p className="stale-notice" role="status">
      <StatusMark status="bad" word="stale" />
      <span>
        <b>
          {worst.title}: {ageText(worst.asOf, planningAt)} old.
        </b>{' '}
        Expected every {intervalText(worst.expectedEveryHours ?? 0)}.
        {others.length > 0
          ? ` ${others.length} more ${others.length === 1 ? 'is' : 'are'} overdue.`
          : null}
      </span>
    </p>
  )
}

/** Visible layers that are stale, the one that missed most of its intervals first. */
export function staleEntries(
  entries: readonly LayerEntry[],
  planningAt: string,
): readonly LayerEntry[] {
  const missed = ({ asOf, expectedEveryHours }: LayerEntry) =>
    (Date.parse(planningAt) - Date.parse(asOf ?? planningAt)) / (expectedEveryHours ?? 1)
  return entries
    .filter(
      ({ isVisible, asOf, expectedEveryHours }) =>
        isVisible && asOf !== null && freshnessOf(asOf, expectedEveryHours, planningAt) === 'stale',
    )
    .sort((a, b) => missed(b) - missed(a))
}

function intervalText(hours: number): string {
  return hours < 48 ? `${Math.round(hours)} h` : `${Math.round(hours / 24)} d`
}
