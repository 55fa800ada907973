import { percent } from '#core/figures.ts'
import { FINENESS } from '../../whole-units.ts'
import type { Course } from '../course.ts'
import { NEED_UNITS } from '../need-met.ts'
import { wholePeople } from '../whole-people.ts'
import type { CompareMeasure } from './measure.ts'
import { partsByCommunity } from './parts-by-community.ts'
import { said } from './said.ts'

export const UNKNOWN_SHARE: CompareMeasure = {
  id: 'unknownShare',
  name: 'Resting on unknowns',
  definition:
    'Facts behind need missing or aged. Of the people served, it is the share of the facts behind their need that is missing or has aged.',
  unit: 'share',
  isHighGood: false,
  usualWeight: 0,
  usualBenchmark: () => null,
  naturalScale: () => ({ worst: 1, best: 0 }),
  measure: (course) => {
    const { served, unknown } = unknownOf(course)
    const sumOf = (units: Float64Array) => units.reduce((sum, each) => sum + each, 0)
    return said(sumOf(unknown) / sumOf(served))
  },
  parts: (course) => {
    const { served, unknown } = unknownOf(course)
    return {
      kind: 'ratio',
      noun: 'communities, by people served',
      areWhole: true,
      rows: partsByCommunity(course.input.ground, {
        amount: unknown,
        of: served,
        unitsInOne: NEED_UNITS,
        textOf: (cell) =>
          `${percent(1 - course.situation.need.evidenceShare[cell]!)} % of the facts missing or aged`,
      }),
    }
  },
}

/** People served, and of these what is not known, by cell in whole NEED_UNITS. */
function unknownOf({ input, situation }: Course) {
  const people = wholePeople(input.ground.peopleCount)
  const served = situation.servedShare.map(
    (share, cell) => Math.round((people[cell]! * share * NEED_UNITS) / FINENESS) || 0,
  )
  const unknown = served.map((units, cell) =>
    Math.round(units * (1 - situation.need.evidenceShare[cell]!)),
  )
  return { served, unknown }
}
