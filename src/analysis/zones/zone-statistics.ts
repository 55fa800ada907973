import { areaSquareKilometres } from '#core/geo/polygon.ts'
import type { Polygon } from '#core/place.ts'
import { ROAD_CLASSES } from '#core/records/road.ts'
import type { Zone } from '#core/records/zone.ts'
import { type PreparedOutline, prepareOutline } from '../cells/prepared-outline.ts'
import { zoneCells } from '../cells/zone-cells.ts'
import { UNDERSERVED_SCORE } from '../compare/underserved-score.ts'
import { type CellSums, cellSums, groundSums, SUM_UNITS } from './cell-sums.ts'
import { compactness } from './compactness.ts'
import { eachWithin, roadPieces } from './place-index.ts'
import type { ZoneFacts } from './zone-facts.ts'
import { type ZoneStrength, zoneStrength } from './zone-strength.ts'
import { type ZoneTravel, zoneTravel } from './zone-travel.ts'

/** Incidents of these many last days are counted. */
export const INCIDENT_WINDOWS_DAYS = [30, 90, 365] as const

/** What lies in a zone. Sums over cells take the part of each cell that lies in it. */
export type ZoneStatistics = {
  /** Of the outline, ground beyond the theatre included. */
  readonly areaSquareKilometres: number
  readonly peopleCount: number
  readonly communityCount: number
  /** Communities in cells with an underserved score of 5 or more. */
  readonly underservedCommunityCount: number
  /** Weighted by people, over cells with known need; NaN without any. */
  readonly needMean: number
  /** Of all need of the theatre, weighted by people, that is known. */
  readonly needShare: number
  /** People of cells whose need is not known. */
  readonly unknownPeopleCount: number
  /** People of cells with an underserved score of 5 or more. */
  readonly underservedPeopleCount: number
  /** Over people within reach; NaN without any. */
  readonly meanResponseMinutes: number
  readonly withinStandardPeopleCount: number
  readonly outOfReachPeopleCount: number
  /** Visits by patrols in the window, by cell and patrol. */
  readonly visitCount: number
  /** Share of the zone's ground under restrictions in force. */
  readonly restrictedShare: number
  /** One for each of INCIDENT_WINDOWS_DAYS. */
  readonly incidentCounts: readonly number[]
  /** The same by what they were, in the order of the record's labels, then those that nobody named. */
  readonly incidentsByType: readonly {
    readonly label: string | null
    readonly counts: readonly number[]
  }[]
  /** One for each of ROAD_CLASSES, without ferries. */
  readonly roadKilometres: readonly number[]
  /** Polsby–Popper, 0 to 1. */
  readonly compactness: number
  readonly baseCount: number
  /** Communities where people are posted. */
  readonly postCount: number
  /** From its base; null until travel is worked out. */
  readonly travel: ZoneTravel | null
  readonly strength: ZoneStrength
  /** Patrol-days that its people need in 30 days; NaN until it is known. */
  readonly neededPatrolDays: number
  /** Of what its units can put out; NaN where either is not known. */
  readonly workloadShare: number
  /** Whole numbers behind the figures: of parts they add up to the whole, bit for bit. */
  readonly sums: CellSums
}

const NOTHING_NAMED = { baseId: null, unitIds: [] }

/**
 * What lies within an outline, quick enough for every move of the pointer: only cells, communities,
 * incidents and roads about it are looked at (`test/bench/zones.ts`). Cells count in parts of 1/25,
 * the rest by position; on a border that two zones share, everything counts in exactly one.
 *
 * @param named what the zone says of its base and units.
 */
export function zoneStatistics(
  facts: ZoneFacts,
  outline: Polygon,
  named: Pick<Zone, 'baseId' | 'unitIds'> = NOTHING_NAMED,
): ZoneStatistics {
  const { ground, force } = facts
  const prepared = prepareOutline(outline)
  const { holds } = prepared
  const cells = zoneCells(ground.grid, prepared)
  const travel = zoneTravel(facts, cells, { zone: named, holds })
  const strength = zoneStrength(force, named, holds)
  const neededPatrolDays = (travel?.neededSum ?? Number.NaN) / SUM_UNITS
  const baseIds = new Set(force.bases.map(({ id }) => id))
  const posts = force.moves.filter(({ to, placeId }) => !baseIds.has(placeId) && to && holds(...to))
  return {
    ...figuresOf(facts, cellSums(facts, cells)),
    ...communitiesIn(facts, prepared),
    ...incidentsIn(facts, prepared),
    roadKilometres: roadsIn(facts, prepared),
    areaSquareKilometres: areaSquareKilometres([outline]),
    compactness: compactness(outline),
    baseCount: force.bases.filter(({ position }) => holds(...position)).length,
    postCount: new Set(posts.map(({ placeId }) => placeId)).size,
    travel,
    strength,
    neededPatrolDays,
    workloadShare: neededPatrolDays / strength.patrolDays,
  }
}

function figuresOf(facts: ZoneFacts, sums: CellSums) {
  return {
    sums,
    peopleCount: sums.people / SUM_UNITS,
    needMean: sums.needPeople / sums.knownPeople,
    needShare: sums.needPeople / groundSums(facts).needPeople,
    unknownPeopleCount: (sums.people - sums.knownPeople) / SUM_UNITS,
    underservedPeopleCount: sums.underservedPeople / SUM_UNITS,
    meanResponseMinutes: sums.responseMinutesPeople / sums.reachedPeople,
    withinStandardPeopleCount: sums.withinPeople / SUM_UNITS,
    outOfReachPeopleCount: (sums.people - sums.reachedPeople) / SUM_UNITS,
    visitCount: sums.visits / SUM_UNITS,
    restrictedShare: sums.restrictedSquareKilometres / sums.squareKilometres,
  }
}

function communitiesIn({ ground, situation }: ZoneFacts, prepared: PreparedOutline) {
  let communityCount = 0
  let underservedCommunityCount = 0
  const places = {
    lonDegrees: ground.communityLonDegrees,
    latDegrees: ground.communityLatDegrees,
  }
  eachWithin(places, prepared, (i) => {
    communityCount++
    const score = situation.underservedScore[ground.communityCell[i]!]
    if (score !== undefined && score >= UNDERSERVED_SCORE) underservedCommunityCount++
  })
  return { communityCount, underservedCommunityCount }
}

function incidentsIn({ incidents, atEpochMinutes }: ZoneFacts, prepared: PreparedOutline) {
  const windowCount = INCIDENT_WINDOWS_DAYS.length
  const labels: readonly (string | null)[] = [...incidents.categoryLabels, null]
  const counts = new Uint32Array(labels.length * windowCount)
  eachWithin(incidents, prepared, (i) => {
    const ageDays = (atEpochMinutes - incidents.occurredEpochMinutes[i]!) / 1440
    if (!(ageDays >= 0)) return
    const code = incidents.categoryCode[i]!
    const type = code < 0 ? labels.length - 1 : code
    for (let w = 0; w < windowCount; w++) {
      if (ageDays <= INCIDENT_WINDOWS_DAYS[w]!) counts[type * windowCount + w]!++
    }
  })
  const incidentsByType = labels.map((label, type) => ({
    label,
    counts: INCIDENT_WINDOWS_DAYS.map((_, w) => counts[type * windowCount + w]!),
  }))
  return {
    incidentsByType,
    incidentCounts: INCIDENT_WINDOWS_DAYS.map((_, w) =>
      incidentsByType.reduce((sum, type) => sum + type.counts[w]!, 0),
    ),
  }
}

function roadsIn({ ground }: ZoneFacts, prepared: PreparedOutline): number[] {
  const pieces = roadPieces(ground.network)
  const metres = ROAD_CLASSES.map(() => 0)
  eachWithin(pieces, prepared, (i) => {
    metres[pieces.roadClass[i]!]! += pieces.metres[i]!
  })
  return metres.map((sum) => sum / 1000)
}
