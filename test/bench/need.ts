import { restrictedCells } from '#analysis/cells/restricted-cells.ts'
import type { Ground } from '#analysis/ground.ts'
import { hotSpots } from '#analysis/incidents/hot-spots.ts'
import { type PlacedIncidents, placeIncidents } from '#analysis/incidents/incident-cells.ts'
import { incidentDensity } from '#analysis/incidents/incident-density.ts'
import { needRanks } from '#analysis/need-ranks.ts'
import { visitsOf } from '#analysis/patrols/visits.ts'
import { situationOf } from '#analysis/situation-of.ts'
import { type ZoneFacts, zoneStatistics } from '#analysis/zone-statistics.ts'
import { DEFAULT_INDICATORS } from '#core/defaults/indicators.ts'
import type { LonLat } from '#core/place.ts'
import { createRandom } from '#core/random.ts'
import { rescored } from '#jobs/rescore.ts'
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
const CORNER_COUNT = 60

/** What need costs: a whole situation, a thousand draws, and one move of the pointer over a zone. */
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
      ...zoneFigures({ ground, situation, incidents }, sizeDegrees),
      ...incidentFigures(ground, incidents),
    },
  }
}

function zoneFigures(
  facts: Pick<ZoneFacts, 'ground' | 'situation' | 'incidents'>,
  sizeDegrees: number,
) {
  const all = {
    ...facts,
    restrictedShare: restrictedCells(facts.ground.grid, []).share,
    atEpochMinutes: NOW_MINUTES,
    responseStandardMinutes: 120,
  }
  const zone = starAbout([-9.6 + sizeDegrees / 2, 6.4 + sizeDegrees / 2], sizeDegrees / 3)
  const moves = Array.from(
    { length: 60 },
    () => timed(() => zoneStatistics(all, [zone])).milliseconds,
  )
  const [firstMove, ...later] = moves
  later.sort((a, b) => a - b)
  return {
    'zone, first move': firstMove!,
    'zone, median move': later[Math.floor(later.length / 2)]!,
    'zone, slowest move': later.at(-1)!,
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

function inputOn(ground: Ground, sizeDegrees: number) {
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

function withCommunities(ground: Ground, sizeDegrees: number): Ground {
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

function starAbout([lon, lat]: LonLat, radiusDegrees: number): LonLat[] {
  const ring = Array.from({ length: CORNER_COUNT }, (_, i): LonLat => {
    const angle = (2 * Math.PI * i) / CORNER_COUNT
    const radius = radiusDegrees * (i % 2 ? 1 : 0.8)
    return [lon + radius * Math.cos(angle), lat + radius * Math.sin(angle)]
  })
  return [...ring, ring[0]!]
}
