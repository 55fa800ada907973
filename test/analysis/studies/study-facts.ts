import { incidentRecordOf } from '#analysis/incidents/incident-record.ts'
import { situationOf, visitsIn } from '#analysis/situation-of.ts'
import type { StudyFacts } from '#analysis/studies/study.ts'
import type { LonLat } from '#core/place.ts'
import { createRandom } from '#core/random.ts'
import {
  incidentColumns,
  patrolColumns,
  situationInput,
  surveyColumns,
  type TestIncident,
  twoCounties,
} from '../small-ground.ts'

/** The ground that the facts lie on. */
export const twoCountyCells = twoCounties()

/** The cell whose middle is nearest to a place. */
export function cellAt(place: LonLat): number {
  const { lonDegrees, latDegrees } = twoCountyCells.grid
  const away = (cell: number) =>
    Math.hypot(lonDegrees[cell]! - place[0], latDegrees[cell]! - place[1])
  return [...lonDegrees.keys()].reduce((best, cell) => (away(cell) < away(best) ? cell : best))
}

/** So many reports in the middle of each cell. */
export function reportsAtCells(countOf: (cell: number) => number, ageDays = 20): TestIncident[] {
  const { lonDegrees, latDegrees } = twoCountyCells.grid
  return Array.from(lonDegrees, (lon, cell) =>
    Array.from(
      { length: countOf(cell) },
      (): TestIncident => ({
        at: [lon, latDegrees[cell]!],
        ageDays,
      }),
    ),
  ).flat()
}

/** Facts on two counties: incidents of three years crowded in the east, patrols along a road, two surveys. */
export function someStudyFacts(
  incidents: readonly TestIncident[] = crowdedIncidents(),
): StudyFacts {
  const ground = twoCounties()
  const line = Array.from({ length: 12 }, (_, i): LonLat => [-9.55 + i * 0.04, 6.7])
  const input = situationInput(ground, {
    incidents: incidents.length > 0 ? [incidentColumns(incidents)] : [],
    patrols: [patrolColumns([3, 11, 12, 40].map((endedDaysAgo) => ({ line, endedDaysAgo })))],
    surveys: [
      surveyColumns([
        { areaId: 'a-west', ageDays: 20, sampleCount: 400, feelSafeShare: 0.62 },
        { areaId: 'b-east', ageDays: 20, sampleCount: 22, feelSafeShare: 0.31 },
      ]),
    ],
  })
  const minutes = Float64Array.from({ length: ground.grid.cells.length }, (_, cell) =>
    cell % 17 === 0 ? Number.NaN : 10 + cell * 2,
  )
  const situation = situationOf(input, { responseMinutes: minutes, travelToTownMinutes: minutes })
  return {
    ground,
    operation: input.operation,
    situation,
    communityClasses: ground.communityIds.map((_, i) => (i % 9 === 0 ? 'town' : 'village')),
    baselineMinutes: situation.responseMinutes,
    incidents: incidentRecordOf({ ...input, grid: ground.grid }),
    visits: visitsIn(input),
    surveys: input.surveys,
    protectedIncidents: [],
    signals: [],
    engagements: [],
    grievances: [],
    bases: [[-9.5, 6.7]],
    posts: [{ id: 'base-west', name: 'West Base', position: [-9.5, 6.7] }],
    restrictions: [],
    vehicles: input.vehicles,
    landingSites: [],
    facilities: [],
    medicalUnits: [{ id: 'hospital', name: 'Level 2 Hospital', position: [-9.5, 6.7] }],
    teams: [
      {
        id: 'base-west',
        name: 'West Base',
        position: [-9.5, 6.7],
        typeId: 'medical-team',
        typeName: 'Medical team',
        count: 2,
      },
    ],
  }
}

/** Text with plain spaces, where figures are tied to their units. */
export function plain(text: string): string {
  return text.replaceAll('\u00a0', ' ')
}

function crowdedIncidents(): TestIncident[] {
  const random = createRandom(7)
  const within = (from: number, to: number) => from + random.next() * (to - from)
  return Array.from({ length: 600 }, (_, i) => ({
    at: i % 3 === 0 ? [within(-9.6, -9), within(6.4, 7)] : [within(-9.2, -9.05), within(6.6, 6.75)],
    ageDays: within(0, 1100),
    category: (['violence', 'theft', 'rumour', 'landDispute'] as const)[i % 4]!,
    detection: i % 7 === 0 ? 'discovered' : 'reported',
  }))
}
