import type { Ground } from '#analysis/ground.ts'
import { hotSpots } from '#analysis/incidents/hot-spots.ts'
import { type PlacedIncidents, placeIncidents } from '#analysis/incidents/incident-cells.ts'
import { incidentDensity } from '#analysis/incidents/incident-density.ts'
import { needRanks } from '#analysis/need-ranks.ts'
import { visitsOf } from '#analysis/patrols/visits.ts'
import { rescored } from '#analysis/rescored.ts'
import { situationOf } from '#analysis/situation-of.ts'
import { DEFAULT_INDICATORS } from '#core/defaults/indicators.ts'
import type { LonLat } from '#core/place.ts'
import { createRandom } from '#core/random.ts'
import {
  incidentColumns,
  NOW_MINUTES,
  patrolColumns,
  situationInput,
  twoCounties,
} from '../analysis/small-ground.ts'
import { type BenchRow, median, timed } from './bench-row.ts'

const INCIDENT_COUNT = 10_000
const PATROL_COUNT = 2_000
const COMMUNITY_COUNT = 14_000

/** What need costs: a whole situation, and a thousand draws. */
export async function need(): Promise<BenchRow[]> {
  return [figuresOf('need, 4,000 cells', 3), figuresOf('need, 20,000 cells', 6.85)]
}

function figuresOf(name: string, sizeDegrees: number): BenchRow {
  const ground = withCommunities(twoCounties(sizeDegrees, 6), sizeDegrees)
  const { grid } = ground
  const input = inputOn(ground, sizeDegrees)
  const minutes = Float64Array.from(grid.cells, (_, cell) => (cell * 7) % 400)
  const travel = { responseMinutes: minutes, travelToTownMinutes: minutes }
  const { result: situation, milliseconds: situationMilliseconds } = timed(() =>
    situationOf(input, travel),
  )
  const { milliseconds: visitMilliseconds } = timed(() =>
    visitsOf(grid, input.patrols, NOW_MINUTES),
  )
  const need = { ...situation.need, score: new Float64Array(grid.cells.length) }
  const weights = input.indicators.map(({ weight }) => weight)
  const { milliseconds: drawMilliseconds } = timed(() =>
    needRanks({
      ground,
      situation: { need, servedShare: situation.servedShare },
      weights,
      mean: 'invertedGeometric',
      dataThresholdShare: 0,
    }),
  )
  const reweighings = weights.map((_, moved) => {
    const indicators = input.indicators.map((row, i) => (i === moved ? { ...row, weight: 5 } : row))
    return timed(() => rescored(ground, situation, { indicators, operation: input.operation }))
      .milliseconds
  })
  const incidents = placeIncidents(grid, input.incidents)
  return {
    name,
    figures: {
      cells: grid.cells.length,
      situationMilliseconds,
      'of which patrol tracks': visitMilliseconds,
      'weights changed, median': median(reweighings),
      'target weights changed': 300,
      '1,000 draws: ranks of cells, areas, communities': drawMilliseconds,
      ...incidentFigures(ground, incidents),
    },
  }
}

function incidentFigures({ grid }: Ground, incidents: PlacedIncidents) {
  const counts = Float64Array.from(grid.cells, (_, cell) => (cell * 31) % 17)
  const { milliseconds: hotSpotMilliseconds } = timed(() => hotSpots(counts, grid))
  const { milliseconds: incidentDensityMilliseconds } = timed(() =>
    incidentDensity(grid, incidents, {
      centre: [grid.lonDegrees[0]!, grid.latDegrees[0]!],
      atEpochMinutes: NOW_MINUTES,
      shape: 'quartic',
      bandwidthKilometres: 8,
      halfLifeDays: 60,
    }),
  )
  return { hotSpotMilliseconds, incidentDensityMilliseconds }
}

export function inputOn(ground: Ground, sizeDegrees: number) {
  const random = createRandom(3)
  const anywhere = (): LonLat => [
    -9.6 + random.next() * sizeDegrees,
    6.4 + random.next() * sizeDegrees,
  ]
  const incidents = Array.from({ length: INCIDENT_COUNT }, () => ({
    at: anywhere(),
    ageDays: random.next() * 365,
  }))
  const patrols = Array.from({ length: PATROL_COUNT }, () => {
    const [lon, lat] = anywhere()
    const line = Array.from({ length: 12 }, (_, i): LonLat => [lon + i * 0.02, lat + i * 0.01])
    return { line, endedDaysAgo: random.next() * 365 }
  })
  return situationInput(ground, {
    indicators: DEFAULT_INDICATORS,
    incidents: [incidentColumns(incidents)],
    patrols: [patrolColumns(patrols)],
  })
}

export function withCommunities(ground: Ground, sizeDegrees: number): Ground {
  const random = createRandom(5)
  const list = Array.from({ length: COMMUNITY_COUNT }, (_, i) => i)
  return {
    ...ground,
    communityIds: list.map(String),
    communityNames: list.map(String),
    communityLonDegrees: Float64Array.from(list, () => -9.6 + random.next() * sizeDegrees),
    communityLatDegrees: Float64Array.from(list, () => 6.4 + random.next() * sizeDegrees),
    communityCell: Int32Array.from(list, (i) => i % ground.grid.cells.length),
    communityAreaIndex: Int32Array.from(list, () => 0),
    communityPeopleCount: Float64Array.from(list, (i) => 100 + (i % 900)),
  }
}
