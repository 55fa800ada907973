import type { Course } from '#analysis/compare/course.ts'
import { courseFigures } from '#analysis/compare/course-figures.ts'
import { compareScenarios } from '#analysis/compare/scenario-measures.ts'
import type { Criterion } from '#core/records/criterion.ts'
import { aCriterion, aScenario, aUnit, someContents } from '#support/build.ts'
import { aPicture, FAR_MINUTES, GROUND } from './picture.ts'
import { ready } from './stand.tsx'
// What the panel fetches late is there already: a test that ends first would end while it comes.
import '#panels/compare/behind/figure-behind.tsx'

/** The east comes nearer, twenty cells of the west fall out of the standard of two hours. */
const AFTER_MINUTES = FAR_MINUTES.map((minutes, cell) =>
  GROUND.grid.areaIndex[cell] === 1 ? minutes / 3 : cell < 40 ? minutes + 60 : minutes,
)

export const BASELINE = aScenario({
  id: 'now',
  name: 'Current posture',
  title: 'As it is',
  isBaseline: true,
  number: 0,
  orderKey: 'a',
})
export const COA_1 = aScenario({ assumptions: ['The bridge holds.'] })
export const COA_2 = aScenario({
  id: 'coa-2',
  name: 'COA 2',
  number: 2,
  title: 'As today',
  orderKey: 'c',
})

const before = aPicture()
const after = aPicture(AFTER_MINUTES)
export const comparison = compareScenarios(before, after, before)

const NO_CARE = [null, null, null] as const

function aCourse(scenarioId: string, { input, situation }: typeof before): Course {
  return { scenarioId, input, situation, careMinutes: NO_CARE }
}

/** Current posture, COA 1 and COA 2, which is no other than what stands today. */
const COURSES = [aCourse('now', before), aCourse('coa-1', after), aCourse('coa-2', before)]

export const figures = courseFigures({ ground: GROUND, courses: COURSES, baselineId: 'now' })

export function compareContents(criteria: readonly Criterion[] = [], parts = {}) {
  return someContents({
    scenarios: [BASELINE, COA_1, COA_2],
    units: [aUnit()],
    criteria: [...criteria],
    ...parts,
  })
}

/** Judged by people: COA 1 is better, COA 2 has no value. */
export const CONSENT = aCriterion({
  id: 'consent',
  measureId: null,
  name: 'Consent',
  definition: 'How far leaders accept it.',
  unit: 'of 10',
  weight: 5,
  benchmark: 6,
  values: { now: 5, 'coa-1': 8 },
})

export const RESULTS = {
  ground: ready(GROUND),
  comparison: { ...ready(comparison), ids: ['now', 'coa-1'] as const },
  courses: ready(figures),
  courseSides: Object.fromEntries(COURSES.map((course) => [course.scenarioId, course])),
  situations: Object.fromEntries(
    COURSES.map(({ scenarioId, situation }) => [scenarioId, ready(situation)]),
  ),
  care: Object.fromEntries(COURSES.map(({ scenarioId }) => [scenarioId, ready(NO_CARE)])),
}

export const SCREEN = {
  place: 'compare',
  scenarioId: 'coa-1',
  againstScenarioId: 'now',
} as const
