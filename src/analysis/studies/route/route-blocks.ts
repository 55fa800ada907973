import { counted, decimal, durationText } from '#core/figures.ts'
import { metresBetween } from '#core/geo/distance.ts'
import { gridReference } from '#core/geo/grid-reference.ts'
import type { Vehicle } from '#core/records/vehicle.ts'
import type { Route, RouteLeg } from '../../reach/route.ts'
import type { StudyBlock, StudyFacts, StudyPlace } from '../study.ts'

/** A way that was asked for, and found. */
export type Asked = {
  readonly facts: StudyFacts
  readonly vehicle: Vehicle
  readonly start: StudyPlace
  readonly to: StudyPlace
  readonly route: Route
  /** The way if nothing were restricted. */
  readonly unrestricted: Route | null
}

const watch = (text: string): StudyBlock => ({ type: 'sentence', tone: 'watch', text })
const plain = (text: string): StudyBlock => ({ type: 'sentence', tone: 'plain', text })

/** Less than this is rounding. */
const LEAST_MINUTES = 1

export function noWay(
  { operation }: StudyFacts,
  {
    start,
    to,
    vehicle,
  }: { readonly start: StudyPlace; readonly to: StudyPlace; readonly vehicle: Vehicle },
): StudyBlock {
  const kilometres = metresBetween(start.position, to.position) / 1000
  return watch(
    `There is no way from ${start.name} to ${to.name} (${decimal(kilometres, 0)} km in a straight line) by ${vehicle.name} now: a restriction stands in it, a limit is too low, or it lies further from a road than ${durationText(operation.maxFootMinutes)} off the road.`,
  )
}

/** Sentences, and the way leg by leg. */
export function routeBlocks(asked: Asked): readonly StudyBlock[] {
  const { route, start, to, vehicle } = asked
  const offRoadMetres = route.legs.reduce(
    (sum, { on, metres }) => sum + (on === 'offRoad' ? metres : 0),
    0,
  )
  const offRoad =
    offRoadMetres >= 100 ? `, ${kilometresText(offRoadMetres)} of it off the road` : ''
  return [
    plain(
      `From ${start.name} to ${to.name}: ${kilometresText(route.metres)}${offRoad}, ${durationText(route.minutes)} by ${vehicle.name}.`,
    ),
    ...costOfRestrictions(asked),
    ...limits(asked),
    legTable(asked),
  ]
}

function costOfRestrictions({ route, unrestricted }: Asked): readonly StudyBlock[] {
  const delay = route.legs.reduce((sum, { delayMinutes }) => sum + delayMinutes, 0)
  const lost = unrestricted ? route.minutes - unrestricted.minutes : 0
  if (lost < LEAST_MINUTES) return []
  const waiting =
    delay >= LEAST_MINUTES
      ? ` ${durationText(delay)} of it are spent at checkpoints or waiting for an escort.`
      : ''
  return [
    watch(
      `Restrictions cost ${durationText(lost)} on this way: without them it would take ${durationText(unrestricted?.minutes ?? 0)}.${waiting}`,
    ),
  ]
}

function limits({ route, vehicle }: Asked): readonly StudyBlock[] {
  const crossings = route.legs.flatMap((leg) => leg.crossings)
  const ferries = crossings.filter((crossing) => crossing === 'ferry').length
  const blocks: StudyBlock[] = []
  if (Number.isFinite(route.maxTonnes) && vehicle.mode === 'road') {
    blocks.push(
      plain(
        `The lowest limit on the way is ${decimal(route.maxTonnes, route.maxTonnes % 1 === 0 ? 0 : 1)} t; ${vehicle.name} passes.`,
      ),
    )
  }
  if (ferries > 0) blocks.push(watch(`It takes ${counted(ferries, 'ferry', 'ferries')}.`))
  return blocks
}

function legTable({ route, start }: Asked): StudyBlock {
  const rows = route.legs.map((leg, at) => {
    const position = leg.positions[0]!
    return {
      cells: [
        at === 0 ? 'Start' : String(at),
        gridReference(position) ?? '–',
        legName(leg),
        kilometresText(leg.metres),
        minutesText(leg),
      ],
      place: { name: at === 0 ? start.name : `Turn point ${at}`, position },
    }
  })
  const end = route.legs.at(-1)?.positions.at(-1)
  const last = end && {
    cells: [
      'End',
      gridReference(end) ?? '–',
      '',
      kilometresText(route.metres),
      durationText(route.minutes),
    ],
    place: { name: 'End', position: end },
  }
  return {
    type: 'table',
    title: 'The way, leg by leg',
    columns: ['Turn', 'From', 'On', 'Length', 'Takes'],
    rows: last ? [...rows, last] : rows,
    moreCount: 0,
  }
}

const SURFACES = { paved: 'paved', gravel: 'gravel', earth: 'earth' } as const
const CLASSES = {
  primary: 'Primary',
  secondary: 'Secondary',
  local: 'Local',
  track: 'Track',
} as const

function legName({ on, name, road, crossings }: RouteLeg): string {
  if (on === 'offRoad' || !road) return 'Off the road'
  const sort = `${CLASSES[road.roadClass]}, ${SURFACES[road.surface]}`
  const over = crossings.length > 0 ? ` · ${crossings.join(', ')}` : ''
  return (name === '' ? sort : `${name} (${sort.toLowerCase()})`) + over
}

function minutesText({ minutes, delayMinutes }: RouteLeg): string {
  const all = durationText(minutes)
  return delayMinutes >= LEAST_MINUTES ? `${all}, ${Math.round(delayMinutes)} min waiting` : all
}

function kilometresText(metres: number): string {
  return metres < 1000 ? `${Math.round(metres / 10) * 10} m` : `${decimal(metres / 1000)} km`
}
