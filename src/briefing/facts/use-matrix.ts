import { useMemo } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { baselineOf, emptyDocument, type OperationDocument } from '#core/document.ts'
import type { Judged } from '#products/facts.ts'
import type { CoursesAsked } from '#state/desk/judge-courses.ts'
import { useDocument, useResults } from '#ui/room.tsx'
import { useBriefing } from '../briefing-desk.tsx'
import { askOnce } from './kept-comparisons.ts'
import { type Answer, useAsked } from './use-asked.ts'
import { wallDocument } from './wall-room.ts'

/**
 * Courses of action by criteria, under the weights of the document. Compare follows the document only
 * while it is open, so a slide has its own worked out, once for equal facts.
 */
export function useMatrix(courseIds: readonly string[] | null): Answer<Judged> {
  const { judgeCourses } = useBriefing()
  const tables = useDocument(useShallow(({ document }) => tablesJudged(wallDocument(document))))
  const ground = useResults((state) => state.ground.value)
  const works = useResults((state) => state.situations)
  const document = useMemo(() => {
    const { id, tables: empty } = emptyDocument('')
    return { id, tables: { ...empty, ...tables } }
  }, [tables])
  const ids = useMemo(
    () => courseIds?.filter((id) => tables.scenarios.has(id)),
    [courseIds, tables],
  )
  const asked = useMemo(() => {
    if (!ids || !ground) return null
    const input = askedOf(document, ids, (id) => works[id]?.value ?? null)
    if (!input) return null
    const whole: CoursesAsked = { document, ground, courseIds: ids, ...input }
    const key = [
      ground,
      ids.join(' '),
      ...whole.scenarios.flatMap(({ id, situation }) => [id, situation]),
      ...Object.values(tables),
    ]
    return askOnce(judgeCourses, key, whole)
  }, [ids, ground, works, document, tables, judgeCourses])
  return useAsked(asked, ids?.join(' ') ?? '', 'The matrix')
}

/** Whoever decides, draws a zone or writes a headline changes nothing that a course is judged by. */
export function tablesJudged({ tables }: OperationDocument) {
  const { slides, verdicts, zones, controlMeasures, ...others } = tables
  const { engagements, grievances, purges, sites, ...judged } = others
  return judged
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
