import { type OperationDocument, operationOf } from '#core/document.ts'
import type { Freshness } from '#core/time/freshness.ts'
import { type LayerAge, layerAge } from '#products/ages/layer-age.ts'
import type { LayerBasis } from '#products/ages/layer-bases.ts'
import { remembered } from '../remembered.ts'
import type { Scene } from '../scene.ts'

/** The age of what a layer rests on, in a scene: its state is that of now, for it only changes with the scene. */
export function ageIn({ document, nowAt }: Scene, basis: LayerBasis): LayerAge {
  return ageOf(document, basis, nowAt ?? operationOf(document).planningAt)
}

const ageOf = remembered(
  (document: OperationDocument, basis: LayerBasis, nowAt: string): LayerAge =>
    layerAge(document, basis, nowAt),
  64,
)

/** How much of it is left of marks whose colours mean something else than age. */
const SHARES: Readonly<Record<Freshness, number>> = {
  fresh: 1,
  unknown: 1,
  ageing: 0.8,
  stale: 0.55,
}

/** The opacity of marks by the age of what they stand for. */
export function agedShare(scene: Scene, basis: LayerBasis, opacityShare: number): number {
  return opacityShare * SHARES[ageIn(scene, basis).freshness]
}

/** What to beware of on the card of a thing of the layer; null: nothing. */
export function ageWarning(scene: Scene, basis: LayerBasis): string | null {
  const { freshness, sentence } = ageIn(scene, basis)
  return freshness === 'stale' ? sentence : null
}
