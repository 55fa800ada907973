import type { LayerAge } from '#products/ages/layer-age.ts'
import type { LayerBasis } from '#products/ages/layer-bases.ts'
import type { SwatchSpec } from '#ui/widgets/swatch.tsx'

/** A line of a legend under its layer. */
export type LegendLine = {
  readonly label: string
  readonly swatch: SwatchSpec
  /** How many of it are in view or in all; null: not counted. */
  readonly count: number | null
  /** People who live there; null: not said. */
  readonly peopleCount: number | null
}

/** A ramp with its breaks: `breaks` has one more than `colors`. */
export type LegendRamp = {
  readonly colors: readonly string[]
  readonly breaks: readonly string[]
  readonly counts: readonly number[] | null
  readonly peopleCounts: readonly number[] | null
}

/** One layer as the panel lists it. */
export type LayerEntry = {
  readonly id: string
  readonly title: string
  readonly group: string
  readonly swatch: SwatchSpec
  readonly isVisible: boolean
  readonly opacityShare: number
  /** Null: it is not counted. */
  readonly counts: { readonly inView: number | null; readonly all: number } | null
  readonly age: LayerAge
  readonly basis: LayerBasis
  readonly ramp: LegendRamp | null
  readonly lines: readonly LegendLine[]
}

/** The order after a layer moved before another; ids that the order does not know keep their place. */
export function movedBefore(
  order: readonly string[],
  id: string,
  beforeId: string | null,
): string[] {
  const others = order.filter((other) => other !== id)
  const at = beforeId === null ? others.length : others.indexOf(beforeId)
  return at < 0 ? [...order] : [...others.slice(0, at), id, ...others.slice(at)]
}
