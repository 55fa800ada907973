import { useMemo, useState } from 'react'
import type { CourseFigures } from '#analysis/compare/course-figures.ts'
import { judgedCriteria } from '#analysis/compare/matrix/criteria.ts'
import type { JudgedCriterion, Matrix, Unlike } from '#analysis/compare/matrix/matrix.ts'
import { matrixOf } from '#analysis/compare/matrix/matrix-of.ts'
import { unlikeIn } from '#analysis/compare/matrix/ranked.ts'
import { COMPARE_MEASURES } from '#analysis/compare/measures/registry.ts'
import type { CourseRanges } from '#analysis/compare/ranges/course-ranges.ts'
import { type OperationDocument, operationOf } from '#core/document.ts'
import type { Criterion } from '#core/records/criterion.ts'
import type { Operation } from '#core/records/operation.ts'
import type { Scenario } from '#core/records/scenario.ts'
import { shortNameUnder } from '#core/shocks-of.ts'
import { useDocument, useResults } from '#ui/room.tsx'
import { useComparedScenarios } from '../../scenarios/use-compared.ts'
import { kept } from '../kept.ts'

/** The matrix of what is compared, under weights that may still be in hand. */
export type MatrixOnScreen = {
  readonly scenarios: readonly Scenario[]
  readonly names: Readonly<Record<string, string>>
  /** As they are saved. */
  readonly criteria: readonly JudgedCriterion[]
  readonly rows: readonly Criterion[]
  /** By criterion id. */
  readonly savedWeights: Readonly<Record<string, number>>
  readonly matrix: Matrix
  /** Shows weights without saving them; null: those that are saved. */
  readonly tryWeights: (weights: Readonly<Record<string, number>> | null) => void
}

/** Null until there are figures of what is compared. */
export function useMatrix(): MatrixOnScreen | null {
  const document = useDocument((state) => state.document)
  const scenarios = useComparedScenarios()
  const figures = useResults((state) => state.courses.value)
  const ranges = useResults((state) => state.courseRanges.value)
  const [weights, tryWeights] = useState<Readonly<Record<string, number>> | null>(null)
  const { criteria: table } = document.tables
  const operation = operationOf(document)
  const saved = figures && savedOf(figures, table, operation)
  const names = namesOf(document, ...scenarios)
  const unlike = unlikeAmong(document, ...scenarios)
  return useMemo(() => {
    if (!figures || !saved) return null
    const matrix = matrixFrom(figures, ranges, saved, names, unlike, weights, ...scenarios)
    return { ...saved, scenarios, names, matrix, tryWeights }
  }, [figures, ranges, saved, scenarios, names, unlike, weights])
}

/** Band, panel and foot ask for the same, each with weights of its own in hand. */
const MOST_KEPT = 4

const savedOf = kept(
  (figures: CourseFigures, table: ReadonlyMap<string, Criterion>, operation: Operation) => {
    const rows = [...table.values()]
    const criteria = judgedCriteria({ measures: COMPARE_MEASURES, rows, figures, operation })
    const savedWeights = Object.fromEntries(criteria.map(({ id, weight }) => [id, weight]))
    return { rows, criteria, savedWeights }
  },
  MOST_KEPT,
)

const namesOf = kept(
  (document: OperationDocument, ...scenarios: readonly Scenario[]) =>
    Object.fromEntries(scenarios.map((each) => [each.id, shortNameUnder(document, each)])),
  MOST_KEPT,
)

const unlikeAmong = kept(
  (document: OperationDocument, ...scenarios: readonly Scenario[]) =>
    unlikeIn(
      document,
      scenarios.map(({ id }) => id),
    ),
  MOST_KEPT,
)

const matrixFrom = kept(
  (
    figures: CourseFigures,
    ranges: CourseRanges | null,
    saved: Pick<MatrixOnScreen, 'rows' | 'criteria' | 'savedWeights'>,
    names: MatrixOnScreen['names'],
    unlike: Readonly<Record<string, Unlike>>,
    weights: Readonly<Record<string, number>> | null,
    ...scenarios: readonly Scenario[]
  ): Matrix => {
    const scenarioIds = scenarios.map(({ id }) => id)
    const facts = { ...saved, figures, ranges, scenarioIds, names, unlike }
    return matrixOf(weights ? { ...facts, weights } : facts)
  },
  MOST_KEPT,
)
