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
import { type Drawings, summaryOf } from './summary.ts'
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

/** Yields the share that is done; answered with true, it ends soon with what it has. */
type Steps<T> = Generator<number, T, boolean | undefined>

/**
 * What each course is worth in each future, in draws of what is not known: the same draws for every
 * course and future, so that what differs is due to these alone. Stopped, it answers with the draws
 * that it has, one at least, in what is usual by the places that it had tried by then. 200 draws of
 * four courses in seven futures take 2 s on 4,000 cells, beside a run of travel for each course in
 * each future and for each place that could be lost.
 */
export function* stressOf(facts: StressFacts, travel: TravelUnder): Steps<StressAnswer> {
  const pictures = createPictures(facts, travel)
  const options = futuresOf(facts)
  const { futures, wasStopped } = yield* travelled(facts, options, pictures)
  const drawn = yield* drawnIn(facts, futures, { pictures, wasStopped })
  return summaryOf(facts, { options, futures, ...drawn })
}

/** The futures that are on, and every course in each of them. */
function* travelled(
  { courses, settings }: StressFacts,
  options: readonly Future[],
  pictures: Pictures,
): Steps<{ readonly futures: readonly Future[]; readonly wasStopped: boolean }> {
  const chosen = settings.futureIds
  let wasStopped = false
  const places = chosen ? [] : options.filter(({ kind }) => kind === 'baseLost')
  for (const [at, future] of places.entries()) {
    wasStopped = (yield (SCREEN_SHARE * at) / places.length) === true
    if (wasStopped) break
    for (const course of courses) pictures.of(course, future)
  }
  const futures = chosen
    ? futuresNamed(options, chosen)
    : usualFutures(options, courses.length, (course, future) => {
        const picture = pictures.made(courses[course]!, future)
        return picture ? needMetIn(picture.input.ground, asMeasured(picture)).all : Number.NaN
      })
  for (const [at, future] of futures.entries()) {
    const share = SCREEN_SHARE + ((TRAVEL_SHARE - SCREEN_SHARE) * at) / futures.length
    wasStopped = (yield share) === true || wasStopped
    for (const course of courses) pictures.of(course, future)
  }
  return { futures, wasStopped }
}

type Trial = { readonly pictures: Pictures; readonly wasStopped: boolean }

/** Every course in every future, draw by draw; one round alone where nothing is drawn. */
function* drawnIn(
  { courses, settings }: StressFacts,
  futures: readonly Future[],
  { pictures, wasStopped }: Trial,
): Steps<Omit<Drawings, 'options' | 'futures'>> {
  const { ground } = courses[0]!.input
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
  let isStopped = wasStopped
  let made = 0
  do {
    tryAll(made)
    made += 1
    if (isStopped || made >= drawing.count) break
    isStopped = (yield TRAVEL_SHARE + ((1 - TRAVEL_SHARE) * made) / drawing.count) === true
  } while (!isStopped)
  return { values, met, made: drawing.count > 0 ? made : 0, wasStopped: isStopped }
}

/** By air a lost base is a landing site less, on the ground it bars nobody's way. */
function travelsByAir({ vehicles, operation }: SituationInput): boolean {
  return vehicles.find(({ id }) => id === operation.vehicleId)?.mode === 'air'
}

type Pictures = ReturnType<typeof createPictures>

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
