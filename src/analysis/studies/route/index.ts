import type { LonLat } from '#core/place.ts'
import { travelOf } from '../../reach/reach.ts'
import type { Route } from '../../reach/route.ts'
import type { Travel } from '../../reach/router.ts'
import { choiceOf } from '../options.ts'
import { namedPlace } from '../parts/named-place.ts'
import { VEHICLE_OPTION, vehicleChosen } from '../parts/travel-run.ts'
import type {
  Study,
  StudyAnswer,
  StudyBlock,
  StudyChoices,
  StudyFacts,
  StudyOption,
  StudyPath,
  StudyPlace,
} from '../study.ts'
import { methodOf } from './method.ts'
import { noWay } from './no-way.ts'
import { routeBlocks } from './route-blocks.ts'

const FROM_OPTION = {
  id: 'from',
  name: 'From',
  type: 'place',
  usualName: 'The post that is nearest by time',
} as const satisfies StudyOption

const TO_OPTION = {
  id: 'to',
  name: 'To',
  type: 'place',
  usualName: 'A community, a post or a grid reference',
} as const satisfies StudyOption

const watch = (text: string): StudyBlock => ({ type: 'sentence', tone: 'watch', text })

/** One way over the ground, leg by leg, as somebody would drive it. */
export const ROUTE: Study = {
  id: 'route',
  title: 'Route',
  group: 'access',
  question: 'How does one get from here to there, how long does it take, and what is on the way?',
  datedBy: ['roads'],
  isForWall: false,
  options: [FROM_OPTION, TO_OPTION, VEHICLE_OPTION],
  surface: {
    palette: 'remoteness',
    breaks: [30, 60, 120, 240],
    classNames: ['under 30 min', '30 to 60 min', '1 to 2 h', '2 to 4 h', 'over 4 h'],
    unknownName: 'Out of reach',
    valueText: (minutes) => `${Math.round(minutes)} min from the start`,
  },
  ask: (facts, choices): StudyAnswer => {
    const { ground, vehicles } = facts
    const vehicle = vehicleChosen(choiceOf(VEHICLE_OPTION, choices), facts)
    const answered = (blocks: readonly StudyBlock[], values?: Float64Array): StudyAnswer => ({
      values: values ?? new Float64Array(ground.grid.cells.length).fill(Number.NaN),
      blocks,
      method: methodOf(facts, vehicle),
      offers: { [VEHICLE_OPTION.id]: vehicles.map(({ id, name }) => ({ id, name })) },
    })
    const ends = endsOf(facts, choices)
    if ('why' in ends) return answered([ends.why])
    const travel = travelOf(facts, vehicle)
    const found = bestFrom(travel, ends.starts, ends.to)
    const start = found?.start ?? ends.starts[0]
    if (!start) return answered([watch('No unit stands anywhere now. Name a start.')])
    const values = travel.toCells([start.position])
    if (!found) {
      const starts = [start, ...ends.starts.slice(1)] as const
      return answered([noWay(facts, { starts, to: ends.to, vehicle })], values)
    }
    const free = travelOf({ ...facts, restrictions: [] }, vehicle)
    const unrestricted = free.route(start.position, ends.to.position)
    const asked = { facts, vehicle, start, to: ends.to, route: found.route, unrestricted }
    return {
      ...answered(routeBlocks(asked), values),
      paths: [pathOf(found.route, start, ends.to)],
    }
  },
}

type Ends = { readonly starts: readonly StudyPlace[]; readonly to: StudyPlace }

function endsOf(facts: StudyFacts, choices: StudyChoices): Ends | { readonly why: StudyBlock } {
  const [from, to] = [choiceOf(FROM_OPTION, choices), choiceOf(TO_OPTION, choices)]
  if (to === '') {
    return { why: watch('Name where to go: a community, a post or a grid reference.') }
  }
  const end = namedPlace(facts, to)
  if (!end.ok) return { why: watch(end.why) }
  if (from === '') return { starts: facts.posts, to: end.place }
  const start = namedPlace(facts, from)
  return start.ok ? { starts: [start.place], to: end.place } : { why: watch(start.why) }
}

function bestFrom(
  travel: Travel,
  starts: readonly StudyPlace[],
  { position }: StudyPlace,
): { readonly start: StudyPlace; readonly route: Route } | null {
  const ways = starts.flatMap((start) => {
    const route = travel.route(start.position, position)
    return route ? [{ start, route }] : []
  })
  return ways.reduce<(typeof ways)[number] | null>(
    (best, way) => (best && best.route.minutes <= way.route.minutes ? best : way),
    null,
  )
}

function pathOf({ legs }: Route, start: StudyPlace, to: StudyPlace): StudyPath {
  const line = legs.flatMap(({ positions }): readonly LonLat[] => positions)
  const turns = legs.slice(1).map(({ positions }) => positions[0]!)
  return {
    name: `${start.name} to ${to.name}`,
    positions: Float64Array.from(line.flat()),
    stops: [
      ...turns.map((position, at) => ({
        label: String(at + 1),
        place: { name: `Turn point ${at + 1}`, position },
        text: `turn point ${at + 1}`,
      })),
      { label: String(turns.length + 1), place: to, text: 'the end of the way' },
    ],
  }
}
