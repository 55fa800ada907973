import type { SituationInput } from '../../situation.ts'
import type { TravelMinutes } from '../../situation-of.ts'
import { situationUnder } from './course-under.ts'
import { asMeasured, createDrawing, type Picture } from './drawing.ts'
import {
  type FutureFacts,
  futuresNamed,
  futuresOf,
  type NamedCourse,
  usualFutures,
} from './futures.ts'
import { inputUnder } from './input-under.ts'
import { type NeedMetIn, needMetIn } from './need-met-in.ts'
import type { Future, StressAnswer, StressSettings } from './stress.ts'
import { summaryOf } from './summary.ts'
import { worthOf } from './worth.ts'

/** What courses are tried by and under. */
export type StressFacts = FutureFacts & {
  readonly settings: StressSettings
  /** What is good enough by the measure; null: nobody has said. */
  readonly threshold: number | null
}

/** Travel of a course under the facts of a future. */
export type TravelUnder = (input: SituationInput, course: NamedCourse) => TravelMinutes

/** How much of the work is over when every place that could be lost has been tried once … */
const SCREEN_SHARE = 0.2
/** … and when every course has travelled in every future. */
const TRAVEL_SHARE = 0.3

/**
 * What each course is worth in each future, in draws of what is not known: the same draws for every
 * course and future, so that what differs is due to these alone. Stopped, it answers with the draws
 * that it has, one at least, and what would be usual by the places that it had tried by then. 200 draws of four courses in eight futures take a second on 4,000 cells,
 * beside one run of travel for each shock and course.
 */
export function* stressOf(
  facts: StressFacts,
  travel: TravelUnder,
): Generator<number, StressAnswer, boolean | undefined> {
  const { courses, settings } = facts
  const pictures = createPictures(facts, travel)
  const options = futuresOf(facts)
  const { ground } = courses[0]!.input
  let wasStopped = false
  const chosen = settings.futureIds
  const places = chosen ? [] : options.filter(({ kind }) => kind === 'baseLost')
  for (const [at, future] of places.entries()) {
    wasStopped = (yield (SCREEN_SHARE * at) / places.length) === true || wasStopped
    if (wasStopped) break
    for (const course of courses) pictures.of(course, future)
  }
  const futures = chosen
    ? futuresNamed(options, chosen)
    : usualFutures(options, courses.length, (course, future) => {
        const picture = pictures.made(courses[course]!, future)
        return picture ? needMetIn(ground, asMeasured(picture)).all : Number.NaN
      })
  for (const [at, future] of futures.entries()) {
    const share = SCREEN_SHARE + ((TRAVEL_SHARE - SCREEN_SHARE) * at) / futures.length
    wasStopped = (yield share) === true || wasStopped
    for (const course of courses) pictures.of(course, future)
  }
  const values = courses.map(() => futures.map((): number[] => []))
  const met = courses.map(() => futures.map((): NeedMetIn[] => []))
  const drawing = createDrawing(ground, settings)
  const tryAll = (draw: number) => {
    for (const [c, course] of courses.entries()) {
      for (const [f, future] of futures.entries()) {
        const picture = pictures.of(course, future)
        const drawn = drawing.count > 0 ? drawing.of(draw, picture) : asMeasured(picture)
        const needMet = needMetIn(ground, drawn)
        values[c]![f]!.push(worthOf(settings.measureId, picture.input, { needMet, drawn }))
        met[c]![f]!.push(needMet)
      }
    }
  }
  const roundCount = Math.max(1, drawing.count)
  let made = 0
  for (;;) {
    tryAll(made)
    made += 1
    if (made === roundCount || wasStopped) break
    const share = TRAVEL_SHARE + ((1 - TRAVEL_SHARE) * made) / roundCount
    wasStopped = (yield share) === true
    if (wasStopped) break
  }
  const drawCount = drawing.count > 0 ? made : 0
  return summaryOf(facts, { options, futures, values, met, made: drawCount, wasStopped })
}

/** By air a lost base is a landing site less, on the ground it bars nobody's way. */
function travelsByAir({ vehicles, operation }: SituationInput): boolean {
  return vehicles.find(({ id }) => id === operation.vehicleId)?.mode === 'air'
}

/** Every course in every future, each worked out once. */
function createPictures({ shocks }: StressFacts, travel: TravelUnder) {
  const known = new Map<string, Picture>()
  const make = (course: NamedCourse, future: Future): Picture => {
    const surge = future.kind === 'surge' ? future : null
    if (future.kind === 'asIs' || surge)
      return { input: course.input, situation: course.situation, surge }
    const input = inputUnder(course.input, future, {
      facts: shocks,
      ownShockIds: course.ownShockIds,
    })
    const situation = situationUnder(input, course.situation, {
      travel: travel(input, course),
      isSameMovement: future.kind !== 'shock' && !travelsByAir(input),
    })
    return { input, situation, surge }
  }
  const keyOf = ({ scenarioId }: NamedCourse, { id }: Future) => JSON.stringify([scenarioId, id])
  return {
    /** Null: it has not been asked for yet. */
    made: (course: NamedCourse, future: Future) => known.get(keyOf(course, future)) ?? null,
    of(course: NamedCourse, future: Future): Picture {
      const key = keyOf(course, future)
      const picture = known.get(key) ?? make(course, future)
      known.set(key, picture)
      return picture
    },
  }
}
