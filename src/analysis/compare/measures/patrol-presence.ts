import { FINENESS } from '../../whole-units.ts'
import { PERIOD_DAYS, TROOPS_PER_PATROL } from '../../zones/patrol-rhythm.ts'
import { type PlaceWork, patrolWorkOf } from '../patrol-work.ts'
import { daysText, isUnknown } from './in-reach-without-capacity.ts'
import type { CompareMeasure, FigurePart } from './measure.ts'
import { said } from './said.ts'

const NOUN = 'places, by visits'

export const PATROL_PRESENCE: CompareMeasure = {
  id: 'patrolPresence',
  name: 'Patrol presence',
  definition: `Needed visits that troops can make. Of the visits that people’s need asks for in ${PERIOD_DAYS} days, it is the share that troops where they stand can make: each place those nearest to it in a straight line, at one patrol a day for ${TROOPS_PER_PATROL} troops, out and back. Troops whose strength is not known make none; past patrols do not count.`,
  unit: 'share',
  isHighGood: true,
  usualWeight: 5,
  usualBenchmark: () => null,
  naturalScale: () => ({ worst: 0, best: 1 }),
  measure: (course) => {
    const { places, visitsNeeded } = patrolWorkOf(course)
    if (isUnsaid(places)) return said(Number.NaN)
    return said(places.reduce((sum, { visitsMade }) => sum + visitsMade, 0) / visitsNeeded)
  },
  parts: (course) => {
    const { places, visitsOutOfReach } = patrolWorkOf(course)
    if (isUnsaid(places)) return { kind: 'ratio', noun: NOUN, rows: [] }
    const rows = places
      .filter(({ visitsNeeded }) => visitsNeeded > 0)
      .map(
        (work): FigurePart => ({
          label: work.place.name,
          areaIndex: null,
          position: work.place.position,
          amount: work.visitsMade / FINENESS,
          of: work.visitsNeeded / FINENESS,
          text: daysText(work),
        }),
      )
    const nowhere = { areaIndex: null, position: null, amount: 0, of: visitsOutOfReach / FINENESS }
    const outOfReach = { ...nowhere, label: 'Out of reach', text: 'no unit can get there' }
    return {
      kind: 'ratio',
      noun: NOUN,
      rows: [...rows, ...(visitsOutOfReach > 0 ? [outOfReach] : [])].sort(
        (a, b) => (b.of ?? 0) - (a.of ?? 0),
      ),
    }
  },
}

/** Units stand somewhere, and of none of them is it known how strong it is. */
function isUnsaid(places: readonly PlaceWork[]): boolean {
  return places.length > 0 && places.every(isUnknown)
}
