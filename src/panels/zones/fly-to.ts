import type { ExtentDegrees } from '#core/geo/extent.ts'
import type { ScreenState } from '#state/screen-store.ts'

/** A flight that shows an extent whole. */
export function flightTo([west, south, east, north]: ExtentDegrees): NonNullable<
  ScreenState['flight']
> {
  const width = Math.max(east - west, 1.4 * (north - south), 0.01)
  return {
    centre: [(west + east) / 2, (south + north) / 2],
    zoom: Math.min(11, Math.log2(360 / width) + 0.2),
  }
}
