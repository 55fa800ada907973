import type { PageLegend } from '#core/records/page.ts'
import type { WallLayerId } from '#products/levels/wall-layers.ts'
import type { Camera } from '#state/screen-store.ts'
import type { SwatchSpec } from '#ui/widgets/swatch.tsx'
import type { SlotSize } from '../facts/slot-camera.ts'

/** What a slide asks of a map; who draws it stands outside this room. */
export type SlideMap = {
  readonly scenarioId: string
  readonly againstScenarioId: string | null
  /** Ids of layer types, bottom first. */
  readonly layers: readonly WallLayerId[]
  readonly windowEpochMinutes: readonly [number, number] | null
  readonly camera: Camera
  /** The room that it fills, which the camera is made for. */
  readonly slot: SlotSize
  /** How much larger than on a desktop marks and names are. */
  readonly scale: number
  readonly label: string
}

/** What a layer on the map means: as a page keeps it, with looks that are known. */
export type SlideLegend = Omit<PageLegend, 'lines'> & {
  readonly lines: readonly (Omit<PageLegend['lines'][number], 'swatch'> & {
    readonly swatch: SwatchSpec
  })[]
}
