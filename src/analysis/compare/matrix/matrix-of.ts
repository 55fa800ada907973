import type { Criterion } from '#core/records/criterion.ts'
import type { CourseFigures } from '../course-figures.ts'
import type { Measured } from '../measures/measure.ts'
import type { CourseRanges } from '../ranges/course-ranges.ts'
import { matrixFaults } from './faults.ts'
import { drawnOf, standingOf } from './material.ts'
import type { JudgedCriterion, Matrix, MatrixCell, MatrixRow, Standing } from './matrix.ts'
import { rankedTotals } from './ranked.ts'
import { hasScale, scoreOf, statusOf } from './score.ts'

export type MatrixFacts = {
  readonly criteria: readonly JudgedCriterion[]
  /** Where people's own judgements stand. */
  readonly rows: readonly Criterion[]
  readonly figures: CourseFigures
  /** Null: nothing was drawn yet; then every difference that shows is material. */
  readonly ranges: CourseRanges | null
  readonly scenarioIds: readonly string[]
  /** What sentences call them, by scenario id. */
  readonly names: Readonly<Record<string, string>>
  /** See `Matrix.unlike`. */
  readonly unlike?: Matrix['unlike']
  /** By criterion id: weights that are not in the document yet. */
  readonly weights?: Readonly<Record<string, number>>
}

/**
 * Courses of action by criteria. A score follows from the scale of its criterion alone, so that no
 * course is judged by another, and adding one changes no score. 4 courses by 25 criteria take 0.3 ms:
 * it is worked out anew at every movement of a weight.
 */
export function matrixOf(facts: MatrixFacts): Matrix {
  const { scenarioIds, names, figures, rows: set, unlike = {} } = facts
  const rows = facts.criteria.map((criterion) => {
    const weight = facts.weights?.[criterion.id] ?? criterion.weight
    return rowOf(weight === criterion.weight ? criterion : { ...criterion, weight }, facts)
  })
  return {
    scenarioIds,
    rows,
    totals: rankedTotals(
      scenarioIds,
      rows.filter(({ criterion }) => criterion.weight > 0),
      unlike,
    ),
    unlike,
    faults: matrixFaults({ rows, set, figures, scenarioIds, names }),
  }
}

function rowOf(criterion: JudgedCriterion, facts: MatrixFacts): MatrixRow {
  const { scenarioIds, ranges } = facts
  const drawn = drawnOf(ranges, criterion.measureId, scenarioIds)
  const measuredOf = valuesOf(criterion, facts)
  const cells = scenarioIds.map((id, course): MatrixCell => {
    const { value, ...said } = measuredOf(id)
    return {
      value,
      ...said,
      score: value === null ? null : scoreOf(value, criterion),
      status: statusOf(value, criterion),
      range: value === null ? null : drawn.rangeOf(course),
      betterShares: scenarioIds.map((_, other) => drawn.betterShareOf(course, other)),
      sameShares: scenarioIds.map((_, other) => drawn.sameShareOf(course, other)),
    }
  })
  const isScaled = hasScale(criterion)
  const standings = standingsOf(cells.length, (course, other) => {
    const [value, from] = [cells[course]!.value, cells[other]!.value]
    return isScaled ? standingOf(criterion, value, from, drawn.differenceOf(course, other)) : null
  })
  return {
    criterion,
    cells,
    standings,
    isTelling: standings.some((others) => others.includes('better')),
    bestIds: isScaled
      ? bestOf(criterion, cells, standings).map((course) => scenarioIds[course]!)
      : [],
  }
}

const MIRRORED = { better: 'worse', worse: 'better', same: 'same' } as const

/** How every course stands to every other: each pair is looked at once, the other way round it is the mirror. */
function standingsOf(
  count: number,
  standing: (course: number, other: number) => Standing,
): Standing[][] {
  const standings = Array.from({ length: count }, () => new Array<Standing>(count).fill('same'))
  for (let course = 0; course < count; course++) {
    for (let other = 0; other < course; other++) {
      const found = standing(course, other)
      standings[course]![other] = found
      standings[other]![course] = found && MIRRORED[found]
    }
  }
  return standings
}

function valuesOf({ id, measureId }: JudgedCriterion, { rows, figures }: MatrixFacts) {
  if (measureId === null) {
    const values = rows.find((row) => row.id === id)?.values ?? {}
    return (scenarioId: string): Measured => ({ value: values[scenarioId] ?? null, note: null })
  }
  const measured = figures.measured[measureId]
  return (scenarioId: string): Measured =>
    measured?.[figures.scenarioIds.indexOf(scenarioId)] ?? { value: null, note: null }
}

/** Who has the best value, and everybody who is not materially worse; nobody where only one has a value. */
function bestOf(
  { isHighGood }: JudgedCriterion,
  cells: readonly MatrixCell[],
  standings: readonly (readonly Standing[])[],
): number[] {
  const known = [...cells.keys()].filter((course) => cells[course]!.value !== null)
  if (known.length < 2) return []
  const goodOf = (course: number) => (isHighGood ? 1 : -1) * cells[course]!.value!
  const best = known.reduce((first, course) => (goodOf(course) > goodOf(first) ? course : first))
  return known.filter((course) => course === best || standings[course]![best] === 'same')
}
