import { dateTimeGroup } from '#core/time/dtg.ts'
import { ageText } from '#core/time/freshness.ts'
import type { LayerEntry } from '#panels/layers/layer-entry.ts'
import { staleLayers } from '#products/ages/layer-age.ts'
import { useNow } from '#ui/use-now.ts'
import { StatusMark } from '#ui/widgets/marks.tsx'
import { useLayerEntries } from './layer-entries.ts'

/** A line across the screen while a layer that is seen and that people decide by is stale. */
export function StaleBanner() {
  const entries = useLayerEntries()
  const nowAt = useNow()
  const stale = staleEntries(entries, nowAt)
  const [worst] = stale
  if (!worst?.age.asOf) return null
  return (
    <p className="stale-banner" role="status">
      <StatusMark status="bad" word="stale" />
      <b>
        DATA AS OF {dateTimeGroup(worst.age.asOf)} — {ageText(worst.age.asOf, nowAt)} OLD
      </b>
      <span className="stale-banner-what">
        {worst.age.sentence} {inLayers(stale)}
      </span>
    </p>
  )
}

/** Visible layers that are stale, the one that missed most of its intervals first. */
export function staleEntries(entries: readonly LayerEntry[], nowAt: string): readonly LayerEntry[] {
  return staleLayers(
    entries.filter(({ isVisible }) => isVisible),
    nowAt,
  )
}

function inLayers(stale: readonly LayerEntry[]): string {
  const titles = stale.slice(0, 3).map(({ title }) => title)
  const more = stale.length - titles.length
  return `Stale on the map: ${titles.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`
}
