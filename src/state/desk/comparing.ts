import type { CareMinutes, Courses } from '#analysis/compare/course.ts'
import type { CourseFigures } from '#analysis/compare/course-figures.ts'
import type { CourseRanges } from '#analysis/compare/ranges/course-ranges.ts'
import type { ScenarioPicture } from '#analysis/compare/scenario-measures.ts'
import type { Sided } from '#analysis/compare/words/hangs-on.ts'
import type { Ground } from '#analysis/ground.ts'
import type { RunJob } from '#jobs/run-job.ts'
import type { ResultsStore } from '../results-store.ts'
import { type Facts, travelKey } from './document-inputs.ts'
import { createPairs, type Pair } from './pairs.ts'
import { travelFactsOf } from './plan-inputs.ts'
import type { Situations } from './situations.ts'
import { createTask, isSameKey, type Key } from './task.ts'
import { createTasksById } from './tasks-by-id.ts'

/** Which courses are compared, and which two of them are set side by side. */
export type Compared = {
  readonly scenarioIds: readonly string[]
  readonly baselineId: string
  readonly fromId: string
  readonly toId: string
}

/**
 * The courses of action that are compared, by every measure and in draws of what is not known. Figures
 * and pairs are `ready` only while they are of the facts as they are: from the moment that anything
 * which they follow from is worked out again they are `running`, with the older value. Ranges are of
 * the figures that are shown, or there are none.
 */
export type Comparing = {
  /** Goes on as soon as the situations are there; `Situations.refresh` sees to those. */
  refresh(facts: Facts, ground: Ground, compared: Compared): void
  /** Two scenarios alone, where no screen shows the courses. */
  refreshPair(compared: Omit<Compared, 'scenarioIds'>): void
  /** There is no ground to compare on: yet, or for this reason. */
  hold(error: string | null): void
  clear(): void
}

/** Courses as they are measured, and the facts and pictures that they are made from. */
type Measurable = {
  readonly input: Courses
  readonly sides: Readonly<Record<string, Sided>>
  readonly key: Key
}

/** One seed for all: equal facts have equal ranges. */
export const COURSE_DRAWS = { seed: 1, drawCount: 100 } as const

export function createComparing(
  results: ResultsStore,
  runJob: RunJob,
  situations: Situations,
): Comparing {
  const care = createTasksById<CareMinutes>('The way to care', {
    read: () => results.getState().care,
    write: (works) => results.setState({ care: works }),
  })
  const ranges = createTask<CourseRanges>('How sure the comparison is', (courseRanges) =>
    results.setState({ courseRanges }),
  )
  const figures = createTask<CourseFigures>('The comparison', (courses) => {
    const isOther = courses.value !== results.getState().courses.value
    // Ranges never stand beside figures that they are not of.
    if (isOther) ranges.clear()
    if (courses.status !== 'idle') ranges.hold(courses.error)
    const courseSides = courses.value === null ? {} : (ready?.sides ?? {})
    results.setState(isOther ? { courses, courseSides } : { courses })
  })
  const pairs = createPairs((comparison) => results.setState({ comparison }))
  let ready: Measurable | null = null

  const refreshCare = (facts: Facts, ground: Ground, id: string) => {
    const picture = situations.picture(id)
    if (!picture) return
    const { communityClasses: _, ...travel } = travelFactsOf(facts, picture.input, id)
    const input = { ...travel, facilities: [...facts.document.tables.facilities.values()] }
    care
      .of(id)
      .refresh(travelKey(facts, ground, id), ({ signal }) =>
        runJob('courseCare', input, { signal }),
      )
  }
  /** Why situations, or the way to care over those that are there, will not come; null: they will. */
  const errorOf = (ids: readonly string[], isCareAsked: boolean) => {
    const { care: ways } = results.getState()
    const errors = ids.map((id) => {
      if (!situations.picture(id)) return situations.error(id)
      return isCareAsked ? (ways[id]?.error ?? null) : null
    })
    return errors.find((error) => error !== null) ?? null
  }
  const coursesOf = (ground: Ground, { scenarioIds, baselineId }: Compared): Measurable | null => {
    const parts = scenarioIds.map((scenarioId) => {
      const picture = situations.picture(scenarioId)
      const careMinutes = care.readyValue(scenarioId)
      if (!picture || !careMinutes) return null
      const { ground: _, ...input } = sideOf(picture).input
      const course = { scenarioId, input, situation: picture.situation, careMinutes }
      const side = { scenarioId, situation: picture.situation, input: { ...input, ground } }
      return { course, side, key: [scenarioId, picture.situation, careMinutes, ...picture.key] }
    })
    if (parts.some((part) => part === null)) return null
    const whole = parts.filter((part) => part !== null)
    const input: Courses = { ground, courses: whole.map(({ course }) => course), baselineId }
    const sides = Object.fromEntries(whole.map(({ side }) => [side.scenarioId, side]))
    return { input, sides, key: [ground, baselineId, ...whole.flatMap(({ key }) => key)] }
  }
  const pairOf = (baselineId: string, fromId: string, toId: string): Pair | null => {
    const [a, b, baseline] = [fromId, toId, baselineId].map((id) => situations.picture(id))
    if (!a || !b || !baseline) return null
    const key = [fromId, toId, baselineId, ...a.key, '|', ...b.key, '|', ...baseline.key]
    const input = { a: sideOf(a), b: sideOf(b), baseline: sideOf(baseline) }
    return { ids: [fromId, toId], key, run: (signal) => runJob('compare', input, { signal }) }
  }
  const refreshPairs = (
    { baselineId, fromId, toId }: Omit<Compared, 'scenarioIds'>,
    more: readonly string[],
  ) => {
    const first = pairOf(baselineId, fromId, toId)
    if (!first) return pairs.hold(errorOf([fromId, toId, baselineId], false))
    const others = more
      .filter((id) => id !== toId && id !== fromId)
      .map((id) => pairOf(baselineId, fromId, id))
    pairs.refresh([first, ...others.filter((pair) => pair !== null)])
  }
  return {
    refresh(facts, ground, compared) {
      const { scenarioIds } = compared
      care.keep(scenarioIds)
      for (const id of scenarioIds) refreshCare(facts, ground, id)
      refreshPairs(compared, scenarioIds)
      const found = coursesOf(ground, compared)
      if (!found) {
        ready = null
        return figures.hold(errorOf(scenarioIds, true))
      }
      // Equal courses stay one object, so that what is worked out from them need not run again.
      if (!ready || !isSameKey(ready.key, found.key)) ready = found
      const { input, key } = ready
      figures.refresh(key, (run) => runJob('courseFigures', input, run))
      if (!figures.readyKey()) return
      const drawn = { ...input, ...COURSE_DRAWS }
      ranges.refresh(key, (run) => runJob('courseRanges', drawn, run))
    },
    refreshPair(compared) {
      refreshPairs(compared, [])
    },
    hold(error) {
      figures.hold(error)
      pairs.hold(error)
    },
    clear() {
      care.keep([])
      figures.clear()
      ranges.clear()
      pairs.clear()
      ready = null
    },
  }
}

/** A comparison needs no observations: they stay here. */
function sideOf({ input, situation }: ScenarioPicture): ScenarioPicture {
  return { input: { ...input, incidents: [], patrols: [], surveys: [] }, situation }
}
