import { metresBetween } from '#core/geo/distance.ts'
import { spreadKeys } from '#core/order-key.ts'
import type { LonLat } from '#core/place.ts'
import type { Base } from '#core/records/base.ts'
import {
  baseLostShock,
  bridgeOutShock,
  type ShockContents,
  shockRows,
  wetSeasonShock,
} from '#core/shock-presets.ts'
import type { ExerciseRoads } from '../land/roads.ts'

type ShockFacts = {
  readonly roads: ExerciseRoads
  readonly bases: readonly Base[]
}

/** Where the highway north-west of Monrovia is drawn nearest the real river. */
const SAINT_PAUL: LonLat = [-10.8, 6.38]
const LOST_BASE_ID = 'cob-zwedru'

/** Three blows that no course of action is under at first, so that they change no figure. */
export function exerciseShocks({ roads, bases }: ShockFacts) {
  const lost = bases.find(({ id }) => id === LOST_BASE_ID)
  if (!lost) throw new Error(`no base ${LOST_BASE_ID}`)
  const contents: readonly (readonly [id: string, ShockContents])[] = [
    ['shock-wet-season', wetSeasonShock()],
    ['shock-crossing-out', bridgeOutShock({ name: 'Saint Paul crossing', line: crossing(roads) })],
    ['shock-base-lost', baseLostShock(lost)],
  ]
  const keys = spreadKeys(contents.length)
  return contents.map(([id, parts], at) => {
    let count = 0
    const rows = shockRows(parts, { id, orderKey: keys[at]!, newId: () => `${id}-${++count}` })
    const source = 'Supposed, exercise'
    return { ...rows, restrictions: rows.restrictions.map((row) => ({ ...row, source })) }
  })
}

/** The two ends of the drawn piece of highway that comes nearest the river. */
function crossing({ edges }: ExerciseRoads): readonly LonLat[] {
  let best: readonly LonLat[] = []
  let least = Number.POSITIVE_INFINITY
  for (const { line, sort } of edges) {
    if (sort !== 'paved') continue
    for (let at = 1; at < line.length; at++) {
      const [a, b] = [line[at - 1]!, line[at]!]
      const metres = metresBetween([(a[0] + b[0]) / 2, (a[1] + b[1]) / 2], SAINT_PAUL)
      if (metres >= least) continue
      least = metres
      best = [a, b]
    }
  }
  return best
}
