import type { CourseFigures } from '#analysis/compare/course-figures.ts'
import type { CoursesAsked } from '#briefing/briefing-desk.tsx'
import { runJobInWorker } from '#jobs/run-job.ts'
import { situationInputOf } from '#state/desk/document-inputs.ts'
import { travelFactsOf } from '#state/desk/plan-inputs.ts'

/** Measures courses for a slide: the way to care of each, then all of them by every measure. */
export async function measureCourses(asked: CoursesAsked): Promise<CourseFigures> {
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
  return runJobInWorker('courseFigures', { ground, courses, baselineId })
}
