import { counted, decimal, durationText } from '#core/figures.ts'
import { gridReference } from '#core/geo/grid-reference.ts'
import type { LonLat } from '#core/place.ts'
import { loadClassOf, type Vehicle } from '#core/records/vehicle.ts'
import { isWetSeason } from '../../reach/conditions.ts'
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
      `From ${start.name} to ${to.name}: ${kilometresText(route.metres)}${offRoad}, ${durationText(route.minutes)} (${inOnePiece(vehicle.name)}, ${isWetSeason(asked.facts.operation) ? 'wet' : 'dry'} season).`,
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
      ? ` Waiting at checkpoints or for an escort: ${durationText(delay)}.`
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
  const { maxTonnes, maxLoadClass } = route
  const limitsTold = [
    Number.isFinite(maxTonnes) ? `${decimal(maxTonnes, maxTonnes % 1 === 0 ? 0 : 1)} t` : '',
    Number.isFinite(maxLoadClass) ? `load class ${maxLoadClass}` : '',
  ].filter(Boolean)
  if (limitsTold.length > 0 && vehicle.mode === 'road') {
    const verb = limitsTold.length > 1 ? 'limits on the way are' : 'limit on the way is'
    const own = Number.isFinite(maxLoadClass) ? `, class ${loadClassOf(vehicle)},` : ''
    blocks.push(
      plain(
        `The lowest ${verb} ${limitsTold.join(' and ')} (${inOnePiece(vehicle.name)}${own} passes).`,
      ),
    )
  }
  if (ferries > 0) blocks.push(watch(`It takes ${counted(ferries, 'ferry', 'ferries')}.`))
  return blocks
}

function legTable({ route, start }: Asked): StudyBlock {
  const rows = route.legs.map((leg, at) => {
    const position = leg.positions[0]!
    const turn = at === 0 ? 'Start' : String(at)
    const name = at === 0 ? start.name : `Turn point ${at}`
    const cells = [turnText(turn, position), legName(leg), kilometres(leg.metres), minutesText(leg)]
    return { cells, place: { name, position } }
  })
  const end = route.legs.at(-1)?.positions.at(-1)
  const last = end && {
    cells: [turnText('End', end), '', kilometres(route.metres), durationText(route.minutes)],
    place: { name: 'End', position: end },
  }
  return {
    type: 'table',
    title: 'The way, leg by leg',
    columns: ['Turn point', 'On', 'km', 'Takes'],
    rows: last ? [...rows, last] : rows,
    moreCount: 0,
  }
}

/** Its number, and its grid reference in one piece. */
function turnText(turn: string, position: LonLat): string {
  return [turn, inOnePiece(gridReference(position) ?? '')].join(' ')
}

export function inOnePiece(text: string): string {
  return text.replaceAll(' ', '\u00a0')
}

function kilometres(metres: number): string {
  return decimal(metres / 1000)
}

function legName({ on, name, road, crossings }: RouteLeg): string {
  if (on === 'offRoad' || !road) return 'off the road'
  const sort = road.roadClass === 'track' ? 'track' : `${road.roadClass} road`
  const called = name === '' ? sort : name
  return [called, road.surface, ...crossings].join(', ')
}

function minutesText({ minutes, delayMinutes }: RouteLeg): string {
  const all = durationText(minutes)
  return delayMinutes >= LEAST_MINUTES ? `${all}, ${Math.round(delayMinutes)} min waiting` : all
}

function kilometresText(metres: number): string {
  return metres < 1000 ? `${Math.round(metres / 10) * 10} m` : `${decimal(metres / 1000)} km`
}
