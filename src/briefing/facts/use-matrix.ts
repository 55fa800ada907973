import { useMemo } from 'react'
import { useShallow } from 'zustand/react/shallow'
import type { CourseFigures } from '#analysis/compare/course-figures.ts'
import { judgedCriteria } from '#analysis/compare/matrix/criteria.ts'
import type { Matrix } from '#analysis/compare/matrix/matrix.ts'
import { matrixOf } from '#analysis/compare/matrix/matrix-of.ts'
import { COMPARE_MEASURES } from '#analysis/compare/measures/registry.ts'
import { baselineOf, type OperationDocument, operationOf } from '#core/document.ts'
import { useDocument, useResults } from '#ui/room.tsx'
import { type CoursesAsked, useBriefing } from '../briefing-desk.tsx'
import { askOnce } from './kept-comparisons.ts'
import { type Answer, useAsked } from './use-asked.ts'
import { tablesWithoutSlides } from './use-comparison.ts'
import { wallDocument } from './wall-room.ts'

/**
 * Courses of action by criteria, under the weights of the document: from the figures that Compare has
 * already where these are of the same courses, else worked out for the slide, once for equal facts.
 */
export function useMatrix(courseIds: readonly string[] | null): Answer<Matrix> {
  const { measureCourses } = useBriefing()
  const tables = useDocument(
    useShallow(({ document }) => tablesWithoutSlides(wallDocument(document))),
  )
  const ground = useResults((state) => state.ground.value)
  const works = useResults((state) => state.situations)
  const compared = useResults((state) => state.courses)
  const document = useMemo(() => ({ id: '', tables: { ...tables, slides: new Map() } }), [tables])
  const ids = useMemo(
    () => courseIds?.filter((id) => tables.scenarios.has(id)),
    [courseIds, tables],
  )
  const known =
    compared.status === 'ready' && ids && hasAll(compared.value, ids) ? compared.value : null
  const asked = useMemo(() => {
    if (!ids || known || !ground) return null
    const input = askedOf(document, ids, (id) => works[id]?.value ?? null)
    if (!input) return null
    const whole: CoursesAsked = { document, ground, ...input }
    const key = [
      ground,
      ...whole.scenarios.flatMap(({ id, situation }) => [id, situation]),
      ...Object.values(tables),
    ]
    return askOnce(measureCourses, key, whole)
  }, [ids, known, ground, works, document, tables, measureCourses])
  const answer = useAsked(asked, ids?.join(' ') ?? '', 'The matrix')
  const figures = known ?? answer.value
  const value = useMemo(
    () => (ids && figures ? matrixFrom(document, figures, ids) : null),
    [document, figures, ids],
  )
  return { value, error: value ? null : answer.error }
}

function hasAll(figures: CourseFigures | null, ids: readonly string[]): boolean {
  return figures !== null && ids.every((id) => figures.scenarioIds.includes(id))
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

function matrixFrom(
  document: OperationDocument,
  figures: CourseFigures,
  scenarioIds: readonly string[],
): Matrix {
  const rows = [...document.tables.criteria.values()]
  const operation = operationOf(document)
  return matrixOf({
    criteria: judgedCriteria({ measures: COMPARE_MEASURES, rows, figures, operation }),
    rows,
    figures,
    ranges: null,
    scenarioIds,
    names: Object.fromEntries(
      scenarioIds.map((id) => [id, document.tables.scenarios.get(id)?.name ?? id]),
    ),
  })
}
