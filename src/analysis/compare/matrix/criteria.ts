import type { Criterion } from '#core/records/criterion.ts'
import type { Operation } from '#core/records/operation.ts'
import type { CourseFigures } from '../course-figures.ts'
import type { CompareMeasure, Scale } from '../measures/measure.ts'
import type { JudgedCriterion } from './matrix.ts'

type Facts = {
  readonly measures: readonly CompareMeasure[]
  /** What people set of measures, and criteria of their own; in any order. */
  readonly rows: readonly Criterion[]
  readonly figures: Pick<CourseFigures, 'scales'>
  readonly operation: Operation
}

/**
 * All that courses are judged by: every measure with what was set of it, in the order of the
 * registry; then rows of measures that nobody knows any more, which no course has a value for; then
 * what people judge themselves, in the order that they gave.
 */
export function judgedCriteria({ measures, rows, figures, operation }: Facts): JudgedCriterion[] {
  const known = new Set(measures.map(({ id }) => id))
  const forgotten = rows.filter(({ measureId }) => measureId !== null && !known.has(measureId))
  const own = rows.filter(({ measureId }) => measureId === null)
  return [
    ...measures.map((measure) => {
      const scale = figures.scales[measure.id] ?? unitScale(measure.isHighGood)
      return ofMeasure(measure, rowOfMeasure(rows, measure.id), scale, operation)
    }),
    ...[...forgotten, ...own].sort(inOrder(known)).map(ofRow),
  ]
}

/** The row that says what was set of a measure: that with the usual id, else the first by id. */
export function rowOfMeasure(rows: readonly Criterion[], measureId: string): Criterion | null {
  let found: Criterion | null = null
  for (const row of rows) {
    if (row.measureId !== measureId) continue
    if (row.id === usualId(measureId)) return row
    if (found === null || row.id < found.id) found = row
  }
  return found
}

/**
 * The row to change and write for a criterion: the one that is there, or for a measure of which
 * nothing was set yet a new one that says no more than its weight.
 */
export function criterionRowOf(judged: JudgedCriterion, rows: readonly Criterion[]): Criterion {
  const row = rows.find(({ id }) => id === judged.id)
  if (row) return row
  const { id, measureId, isHighGood, weight } = judged
  return {
    id,
    measureId,
    name: '',
    definition: '',
    unit: '',
    isHighGood,
    weight,
    benchmark: null,
    scale: null,
    values: {},
    orderKey: '',
  }
}

function ofMeasure(
  measure: CompareMeasure,
  row: Criterion | null,
  scale: Scale,
  operation: Operation,
): JudgedCriterion {
  const { id, name, definition, unit, isHighGood, usualWeight, isAlwaysShown } = measure
  return {
    id: row?.id ?? usualId(id),
    measureId: id,
    name,
    definition,
    unit,
    isHighGood,
    weight: row?.weight ?? usualWeight,
    benchmark: row?.benchmark ?? measure.usualBenchmark(operation),
    scale: row?.scale ?? scale,
    isAlwaysShown: isAlwaysShown ?? false,
  }
}

function ofRow(row: Criterion): JudgedCriterion {
  const { id, measureId, definition, unit, isHighGood, weight, benchmark } = row
  return {
    id,
    measureId,
    name: row.name || (measureId === null ? id : `Unknown measure (${measureId})`),
    definition,
    unit,
    isHighGood,
    weight,
    benchmark,
    scale: row.scale ?? tenScale(isHighGood),
    isAlwaysShown: false,
  }
}

/** Forgotten measures first, then by the key that people move rows by. */
function inOrder(known: ReadonlySet<string>) {
  const isForgotten = ({ measureId }: Criterion) => measureId !== null && !known.has(measureId)
  return (a: Criterion, b: Criterion) => {
    if (isForgotten(a) !== isForgotten(b)) return isForgotten(a) ? -1 : 1
    if (a.orderKey !== b.orderKey) return a.orderKey < b.orderKey ? -1 : 1
    return a.id < b.id ? -1 : 1
  }
}

function usualId(measureId: string): string {
  return `criterion-${measureId}`
}

function unitScale(isHighGood: boolean): Scale {
  return isHighGood ? { worst: 0, best: 1 } : { worst: 1, best: 0 }
}

/** People judge from 0 to 10 unless they say otherwise. */
function tenScale(isHighGood: boolean): Scale {
  return isHighGood ? { worst: 0, best: 10 } : { worst: 10, best: 0 }
}
