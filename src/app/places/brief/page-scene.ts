import { operationOf } from '#core/document.ts'
import type { LonLat } from '#core/place.ts'
import type { PageMap } from '#core/records/page.ts'
import { pictureNowAt } from '#core/time/picture-now.ts'
import { LAYER_TYPES } from '#map/layers/registry.ts'
import type { ShownLayer } from '#map/map-props.ts'
import type { Scene, Theme } from '#map/scene.ts'
import { statesSinceAt } from '#products/ages/layer-age.ts'
import type { ProductFacts } from '#products/facts.ts'
import type { Room } from '#ui/room.tsx'
import { sceneOfParts } from '../scenes.ts'

/** What maps of pages are drawn from: as the readers may know it, and as old as it is by now. */
export type PictureFacts = Pick<
  ProductFacts,
  'document' | 'columns' | 'ground' | 'situations' | 'nowAt'
>

/** As the stores of a room have it. */
export function factsOfRoom({ documents, results, now }: Room): PictureFacts {
  const { document, columns } = documents.getState()
  const { ground, situations } = results.getState()
  return {
    document,
    columns,
    nowAt: pictureNowAt(operationOf(document), now()),
    ground: ground.value,
    situations: Object.fromEntries(
      Object.entries(situations).flatMap(([id, { value }]) => (value ? [[id, value]] : [])),
    ),
  }
}

/** The scene of a page's map: nothing selected, nothing in hand. */
export function pageScene(
  map: Omit<PageMap, 'camera' | 'layers'>,
  { document, columns, ground, situations, nowAt }: PictureFacts,
  look: { readonly theme: Theme; readonly scale: number },
): Scene {
  return sceneOfParts({
    ...look,
    document,
    columns,
    nowAt: statesSinceAt(document, nowAt),
    ground,
    situation: situations[map.scenarioId] ?? null,
    scenarioId: map.scenarioId,
    againstScenarioId: map.againstScenarioId,
    againstSituation: situations[map.againstScenarioId ?? ''] ?? null,
    windowEpochMinutes: map.windowEpochMinutes,
    reachMinutes: null,
    ranks: null,
    study: null,
    plan: null,
    planIncumbent: null,
    choice: null,
    selection: null,
    zonePreview: null,
    zoneProposal: null,
    brush: null,
    draftRestriction: null,
  })
}

/** Each layer at its own opacity; ids that nobody knows any more are left out. */
export function shownOf(layerIds: readonly string[]): ShownLayer[] {
  return layerIds.flatMap((id) => {
    const type = LAYER_TYPES.find((each) => each.id === id)
    return type ? [{ id, opacityShare: type.opacityShareAtFirst }] : []
  })
}

/** Rings of the largest areas that the theatre is divided into, for the locator. */
export function theatreOutline({ document }: PictureFacts): readonly (readonly LonLat[])[] {
  const areas = [...document.tables.areas.values()]
  const level = Math.min(...areas.map((area) => area.level))
  const rings = areas
    .filter((area) => area.level === level)
    .flatMap(({ outline }) => outline.flatMap(([outer]) => (outer ? [outer] : [])))
  if (rings.length > 0) return rings
  const [west, south, east, north] = operationOf(document).extentDegrees
  return [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ]
}
