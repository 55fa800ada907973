import fc from 'fast-check'
import type { CourseFigures } from '#analysis/compare/course-figures.ts'
import type { JudgedCriterion } from '#analysis/compare/matrix/matrix.ts'
import type { MatrixFacts } from '#analysis/compare/matrix/matrix-of.ts'
import type { CourseRanges } from '#analysis/compare/ranges/course-ranges.ts'
import type { Criterion } from '#core/records/criterion.ts'

export const NAMES = { s0: 'Current posture', s1: 'COA 1', s2: 'COA 2', s3: 'COA 3' }
const IDS = Object.keys(NAMES)

/** A criterion of a measure of its own, more is better, on a scale from 0 to 10. */
export function judged(id: string, parts: Partial<JudgedCriterion> = {}): JudgedCriterion {
  return {
    id: `criterion-${id}`,
    measureId: id,
    name: id,
    definition: `What ${id} is.`,
    unit: 'people',
    isHighGood: true,
    weight: 10,
    benchmark: null,
    scale: { worst: 0, best: 10 },
    isAlwaysShown: false,
    ...parts,
  }
}

/** A criterion that people judge. */
export function ownRow(name: string, parts: Partial<Criterion> = {}): Criterion {
  return {
    id: `own-${name}`,
    measureId: null,
    name,
    definition: '',
    unit: '',
    isHighGood: true,
    weight: 10,
    benchmark: null,
    scale: null,
    values: {},
    orderKey: 'V',
    ...parts,
  }
}

export function figuresOf(values: Readonly<Record<string, readonly (number | null)[]>>) {
  const scenarioIds = IDS.slice(0, Math.max(0, ...Object.values(values).map((row) => row.length)))
  const measured = Object.fromEntries(
    Object.entries(values).map(([id, row]) => [id, row.map((value) => ({ value, note: null }))]),
  )
  return { scenarioIds, baselineId: 's0', measured, scales: {}, kappa: -1 } satisfies CourseFigures
}

/** Courses by measures, a list of values each. */
export function matrixFacts(
  values: Readonly<Record<string, readonly (number | null)[]>>,
  criteria = Object.keys(values).map((id) => judged(id)),
  parts: Partial<MatrixFacts> = {},
): MatrixFacts {
  const figures = figuresOf(values)
  return {
    criteria,
    rows: [],
    figures,
    ranges: null,
    scenarioIds: figures.scenarioIds,
    names: NAMES,
    ...parts,
  }
}

/** Ranges in which differences between courses are as they are, less and more by so much. */
export function rangesAround(
  values: Readonly<Record<string, readonly number[]>>,
  margin: number,
): CourseRanges {
  const { scenarioIds } = figuresOf(values)
  return {
    drawCount: 100,
    seed: 1,
    wasStopped: false,
    scenarioIds,
    ranges: Object.fromEntries(
      Object.entries(values).map(([id, row]) => [
        id,
        row.map((value) => [value - margin, value + margin] as const),
      ]),
    ),
    pairs: Object.fromEntries(
      Object.entries(values).map(([id, row]) => [
        id,
        row.flatMap((first) =>
          row.map((second) => ({
            difference: [second - first - margin, second - first + margin] as const,
            betterShare: 0.5,
            sameShare: 0,
          })),
        ),
      ]),
    ),
  }
}

/** 2 to 4 courses by 1 to 6 criteria of any weight and direction; some values are missing. */
export function someMatrixFacts({ missingShare = 0.15 } = {}): fc.Arbitrary<MatrixFacts> {
  const value = fc
    .tuple(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 0, max: 100 }))
    .map(([at, hole]) => (hole < 100 * missingShare ? null : at / 1000))
  return fc
    .tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 1, max: 6 }))
    .chain(([courseCount, criterionCount]) => {
      const row = fc.array(value, { minLength: courseCount, maxLength: courseCount })
      const criterion = fc.record({
        values: row,
        weight: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 100 })),
        isHighGood: fc.boolean(),
      })
      return fc.array(criterion, { minLength: criterionCount, maxLength: criterionCount })
    })
    .map((made) => {
      const rows = made.map(({ values, weight, isHighGood }, at) => {
        const scenarioIds = IDS.slice(0, values.length)
        const known = scenarioIds.flatMap((id, course) => {
          const worth = values[course]
          return worth === null || worth === undefined ? [] : [[id, worth] as const]
        })
        return ownRow(`K${at}`, { weight, isHighGood, values: Object.fromEntries(known) })
      })
      const criteria = rows.map(({ id, name, weight, isHighGood }) =>
        judged(name, {
          id,
          measureId: null,
          weight,
          isHighGood,
          scale: isHighGood ? { worst: 0, best: 10 } : { worst: 10, best: 0 },
        }),
      )
      const scenarioIds = IDS.slice(0, made[0]!.values.length)
      return {
        criteria,
        rows,
        figures: { ...figuresOf({}), scenarioIds },
        ranges: null,
        scenarioIds,
        names: NAMES,
      }
    })
}
