import type { WallLayerId } from '#products/levels/wall-layers.ts'
import type { Camera } from '#state/screen-store.ts'
import type { SwatchSpec } from '#ui/widgets/swatch.tsx'

/** What a slide asks of a map; who draws it stands outside this room. */
export type SlideMap = {
  readonly scenarioId: string
  readonly againstScenarioId: string | null
  /** Ids of layer types, bottom first. */
  readonly layers: readonly WallLayerId[]
  readonly windowEpochMinutes: readonly [number, number] | null
  readonly camera: Camera
  /** How much larger than on a desktop marks and names are. */
  readonly scale: number
  readonly label: string
}

/** What a layer on the map means. */
export type SlideLegend = {
  readonly id: string
  readonly title: string
  readonly ramp: {
    readonly colors: readonly string[]
    /** Under its two ends. */
    readonly low: string
    readonly high: string
  } | null
  readonly lines: readonly {
    readonly label: string
    readonly swatch: SwatchSpec
    /** People who live there; null: not counted. */
    readonly peopleCount: number | null
  }[]
}
