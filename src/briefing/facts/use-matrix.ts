import { useMemo } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { judgedCriteria } from '#analysis/compare/matrix/criteria.ts'
import type { Matrix } from '#analysis/compare/matrix/matrix.ts'
import { matrixOf } from '#analysis/compare/matrix/matrix-of.ts'
import { COMPARE_MEASURES } from '#analysis/compare/measures/registry.ts'
import { recommendationOf } from '#analysis/compare/words/recommendation.ts'
import { baselineOf, type OperationDocument, operationOf } from '#core/document.ts'
import { useDocument, useResults } from '#ui/room.tsx'
import { type CoursesAsked, type MeasuredCourses, useBriefing } from '../briefing-desk.tsx'
import { askOnce } from './kept-comparisons.ts'
import { type Answer, useAsked } from './use-asked.ts'
import { tablesWithoutSlides } from './use-comparison.ts'
import { wallDocument } from './wall-room.ts'

/** A matrix, and which of its courses is recommended; null: none. */
export type Judged = { readonly matrix: Matrix; readonly recommendedId: string | null }

/**
 * Courses of action by criteria, under the weights of the document. Compare follows the document only
 * while it is open, so a slide has figures worked out of its own, once for equal facts.
 */
export function useMatrix(courseIds: readonly string[] | null): Answer<Judged> {
  const { measureCourses } = useBriefing()
  const tables = useDocument(
    useShallow(({ document }) => tablesWithoutSlides(wallDocument(document))),
  )
  const ground = useResults((state) => state.ground.value)
  const works = useResults((state) => state.situations)
  const document = useMemo(() => ({ id: '', tables: { ...tables, slides: new Map() } }), [tables])
  const ids = useMemo(
    () => courseIds?.filter((id) => tables.scenarios.has(id)),
    [courseIds, tables],
  )
  const asked = useMemo(() => {
    if (!ids || !ground) return null
    const input = askedOf(document, ids, (id) => works[id]?.value ?? null)
    if (!input) return null
    const whole: CoursesAsked = { document, ground, ...input }
    const key = [
      ground,
      ...whole.scenarios.flatMap(({ id, situation }) => [id, situation]),
      ...Object.values(tables),
    ]
    return askOnce(measureCourses, key, whole)
  }, [ids, ground, works, document, tables, measureCourses])
  const answer = useAsked(asked, ids?.join(' ') ?? '', 'The matrix')
  const measured = answer.value
  const value = useMemo(
    () => (ids && measured ? judgedFrom(document, measured, ids) : null),
    [document, measured, ids],
  )
  return { value, error: value ? null : answer.error }
}

/** The courses with the current posture, which all are measured from; null: some situation is not there. */
function askedOf(
  document: OperationDocument,
  ids: readonly string[],
  situationOf: (id: string) => CoursesAsked['scenarios'][number]['situation'] | null,
): Pick<CoursesAsked, 'scenarios' | 'baselineId'> | null {
  const baselineId = baselineOf(document)?.id
  if (baselineId === undefined) return null
  const all = [...new Set([baselineId, ...ids])]
  const scenarios = all.flatMap((id) => {
    const situation = situationOf(id)
    return situation ? [{ id, situation }] : []
  })
  return scenarios.length === all.length ? { scenarios, baselineId } : null
}

function judgedFrom(
  document: OperationDocument,
  { figures, ranges }: MeasuredCourses,
  scenarioIds: readonly string[],
): Judged {
  const rows = [...document.tables.criteria.values()]
  const operation = operationOf(document)
  const criteria = judgedCriteria({ measures: COMPARE_MEASURES, rows, figures, operation })
  const names = Object.fromEntries(
    scenarioIds.map((id) => [id, document.tables.scenarios.get(id)?.name ?? id]),
  )
  const matrix = matrixOf({ criteria, rows, figures, ranges, scenarioIds, names })
  const { scenarioId } = recommendationOf({ matrix, figures, ranges, names })
  return { matrix, recommendedId: scenarioId }
}
