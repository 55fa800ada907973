import type { CoursesAsked, MeasuredCourses } from '#briefing/briefing-desk.tsx'
import { runJobInWorker } from '#jobs/run-job.ts'
import { COURSE_DRAWS } from '#state/desk/comparing.ts'
import { situationInputOf } from '#state/desk/document-inputs.ts'
import { travelFactsOf } from '#state/desk/plan-inputs.ts'

/** Measures courses for a slide: the way to care of each, then all of them by every measure, with the draws of Compare. */
export async function measureCourses(asked: CoursesAsked): Promise<MeasuredCourses> {
  const { document, ground, scenarios, baselineId } = asked
  const facts = { document, columns: new Map() }
  const facilities = [...document.tables.facilities.values()]
  const courses = await Promise.all(
    scenarios.map(async ({ id, situation }) => {
      const whole = situationInputOf(facts, ground, id)
      const travel = travelFactsOf(facts, whole, id)
      const careMinutes = await runJobInWorker('courseCare', { ...travel, facilities })
      const { ground: _, ...input } = whole
      return { scenarioId: id, input, situation, careMinutes }
    }),
  )
  const whole = { ground, courses, baselineId }
  const figures = await runJobInWorker('courseFigures', whole)
  return { figures, ranges: await runJobInWorker('courseRanges', { ...whole, ...COURSE_DRAWS }) }
}
