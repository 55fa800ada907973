import { isActing } from '#analysis/reach/conditions.ts'
import { metresBetween } from '#core/geo/distance.ts'
import { extentOf, polygonHolds } from '#core/geo/polygon.ts'
import type { LonLat } from '#core/place.ts'
import type { Operation } from '#core/records/operation.ts'
import type { Restriction } from '#core/records/restriction.ts'
import { remembered } from '../../remembered.ts'
import type { Scene } from '../../scene.ts'
import type { AccessState } from '../../symbols/sign-painters.ts'
import type { Facts } from '../layer-type.ts'
import { operationIn, restrictionsIn } from './restrictions-in.ts'

/** What acts at a place: the hardest of it, and its name. */
export type AccessAt = { readonly state: AccessState; readonly because: string | null }

const OPEN: AccessAt = { state: 'open', because: null }

/**
 * What acts on a place at the planning instant, under the shocks of the scenario; a restriction in
 * hand does not, for it is no fact yet. Where only flights are barred, people come and go.
 */
export function accessIn(scene: Scene): (position: LonLat) => AccessAt {
  return accessUnder(restrictionsIn({ ...scene, draftRestriction: null }), operationIn(scene))
}

const accessUnder = remembered(
  (restrictions: ReadonlyMap<string, Restriction>, operation: Operation) => {
    const acting = [...restrictions.values()]
      .filter((row) => row.kind !== 'noFlyArea' && isActing(row, operation))
      .map((row) => ({ row, holds: holderOf(row), state: stateOf(row) }))
      .sort((a, b) => Number(b.state === 'closed') - Number(a.state === 'closed'))
    return (position: LonLat): AccessAt => {
      const found = acting.find(({ holds }) => holds(position))
      return found ? { state: found.state, because: found.row.name } : OPEN
    }
  },
)

/** The line of a card for what acts at a place; none where nothing does. */
export function accessRows({ state, because }: AccessAt): Facts['rows'] {
  return because === null ? [] : [{ label: 'Ground', value: `${state}: ${because}` }]
}

/** What a restriction makes of the ground that it lies on. */
export function stateOf({ effect }: Pick<Restriction, 'effect'>): AccessState {
  return effect.type === 'closed' ? 'closed' : 'restricted'
}

/** Whether a place lies in it; a stretch of road holds none. */
function holderOf({ geometry }: Restriction): (position: LonLat) => boolean {
  if (geometry.type === 'segment') return () => false
  if (geometry.type === 'point') {
    const { position, radiusMetres } = geometry
    return (place) => metresBetween(position, place) <= radiusMetres
  }
  const { polygon } = geometry
  const [west, south, east, north] = extentOf([polygon])
  return ([lon, lat]) =>
    lon >= west && lon <= east && lat >= south && lat <= north && polygonHolds(polygon, lon, lat)
}
