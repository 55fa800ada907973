import type { Layer } from '@deck.gl/core'
import { ScatterplotLayer } from '@deck.gl/layers'
import type { Tables } from '#core/document.ts'
import { grouped } from '#core/figures.ts'
import type { LonLat } from '#core/place.ts'
import type { PlanUnits } from '#planner/plan.ts'
import { INKS, rgbOf } from '../../palette.ts'
import { rememberedParts } from '../../remembered.ts'
import type { Scene } from '../../scene.ts'
import type { Facts } from '../layer-type.ts'

type Places = Pick<Tables, 'bases' | 'communities'>

/** A place that holds units in the best laydown so far. */
type Seen = { readonly position: LonLat; readonly units: readonly PlanUnits[] }

const seenOf = rememberedParts(
  ({
    units,
    bases,
    communities,
  }: Places & { readonly units: readonly PlanUnits[] | null }): readonly Seen[] => {
    const byPlace = new Map<string, PlanUnits[]>()
    for (const unit of units ?? []) {
      byPlace.set(unit.placeId, [...(byPlace.get(unit.placeId) ?? []), unit])
    }
    return [...byPlace].flatMap(([placeId, here]) => {
      const place = bases.get(placeId) ?? communities.get(placeId)
      return place ? [{ position: place.position, units: here }] : []
    })
  },
)

function seenIn({ document, planIncumbent }: Scene): readonly Seen[] {
  const { bases, communities } = document.tables
  return seenOf({ units: planIncumbent, bases, communities })
}

type Look = Pick<Scene, 'theme' | 'scale'> & {
  readonly seen: readonly Seen[]
  readonly opacityShare: number
}

const drawn = rememberedParts(({ seen, theme, scale, opacityShare }: Look): readonly Layer[] => {
  if (seen.length === 0) return []
  return [
    new ScatterplotLayer<Seen>({
      id: 'moves/incumbent',
      data: seen as Seen[],
      pickable: true,
      opacity: opacityShare,
      radiusUnits: 'pixels',
      lineWidthUnits: 'pixels',
      stroked: true,
      getPosition: ({ position }) => [...position],
      getRadius: 4 * scale,
      getFillColor: [...rgbOf(INKS[theme].proposedLine)],
      getLineColor: [...rgbOf(INKS[theme].halo)],
      getLineWidth: 1.2 * scale,
    }),
  ]
})

/** While the search runs: a small disc wherever its best laydown so far has units. */
export function incumbentLayers(scene: Scene, opacityShare: number): readonly Layer[] {
  const { theme, scale } = scene
  return drawn({ seen: seenIn(scene), theme, scale, opacityShare })
}

/** What the best laydown so far has at one of those places. */
export function incumbentFacts(scene: Scene, index: number): Facts | null {
  const { tables } = scene.document
  const seen = seenIn(scene)[index]
  const placeId = seen?.units[0]?.placeId
  const place = tables.bases.get(placeId ?? '') ?? tables.communities.get(placeId ?? '')
  if (!seen || !place) return null
  return {
    title: place.name,
    about: 'In the best laydown found so far; the search goes on.',
    rows: seen.units.map(({ typeId, count }) => ({
      label: tables.resourceTypes.get(typeId)?.name ?? typeId,
      value: grouped(count),
    })),
    warning: null,
    selection: null,
  }
}
