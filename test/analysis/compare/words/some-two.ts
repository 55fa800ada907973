import { type CourseFigures, courseFigures } from '#analysis/compare/course-figures.ts'
import { judgedCriteria } from '#analysis/compare/matrix/criteria.ts'
import { matrixOf } from '#analysis/compare/matrix/matrix-of.ts'
import { COMPARE_MEASURES } from '#analysis/compare/measures/registry.ts'
import type { Two } from '#analysis/compare/words/change-sentences.ts'
import { operationOf } from '#core/document.ts'
import { newOperation } from '#core/new-operation.ts'
import { randomWhole } from '../random-courses.ts'

const operation = operationOf(
  newOperation({ id: 'test', name: 'Test', planningAt: '2026-11-22T12:00:00Z' }),
)

/** Two courses of a random theatre, need known of so many of its cells as are told of, and their matrix. */
export function someTwo(seed: number, isKnown: (cell: number) => boolean = () => true) {
  const { courses } = randomWhole(seed)
  const drawn = courses.courses.map((course) => {
    const { need } = course.situation
    const score = need.score.map((each, cell) => (isKnown(cell) ? each : Number.NaN))
    return { ...course, situation: { ...course.situation, need: { ...need, score } } }
  })
  const figures = courseFigures({ ...courses, courses: drawn })
  const [now, first] = drawn.map((course) => ({
    ...course,
    input: { ...course.input, ground: courses.ground },
  }))
  const two: Two = {
    ...{ course: first!, against: now!, againstName: 'Current posture', isAgainstNow: true },
  }
  return { two, figures, matrix: matrixIn(figures) }
}

function matrixIn(figures: CourseFigures) {
  const criteria = judgedCriteria({ measures: COMPARE_MEASURES, rows: [], figures, operation })
  const { scenarioIds } = figures
  return matrixOf({ ...{ criteria, rows: [], figures, ranges: null, scenarioIds, names: {} } })
}
