import { type Columns, categoryColumn, numberColumn, textColumn } from '#core/columns/columns.ts'
import { metresBetween } from '#core/geo/distance.ts'
import type { LonLat } from '#core/place.ts'
import type { Base } from '#core/records/base.ts'
import type { Community } from '#core/records/community.ts'
import type { Chance } from '../chance.ts'
import { isWetMonth, MINUTES_PER_DAY, monthOf, PLANNING_EPOCH_MINUTES } from '../clock.ts'
import { type ExerciseGround, roundedPlace } from '../land/exercise-ground.ts'
import { HOT_SPOTS, hotSpotPull } from './hot-spots.ts'
import { INCIDENT_KINDS, type IncidentKind, kindWeights } from './incident-kinds.ts'

export type IncidentFacts = {
  readonly ground: ExerciseGround
  readonly peopleCount: Float64Array
  readonly communities: readonly Community[]
  readonly bases: readonly Base[]
  readonly chance: Chance
}

type Incident = {
  readonly position: LonLat
  readonly occurredEpochMinutes: number
  readonly kind: IncidentKind
  readonly detection: 'reported' | 'discovered' | 'remote'
  readonly severityShare: number
  readonly confidenceShare: number
  readonly affectedPeopleCount: number | null
  readonly positionErrorMetres: number
  readonly communityName: string
}

const YEARS = 5
const STEP_DAYS = 15
/** What happens in a step of half a month; only a part of it comes to be known. */
const HAPPENING_PER_STEP = 80
/** A city counts as this many people: it has other ways of settling things. */
const MOST_PEOPLE_OF_CELL = 45_000

/**
 * Five years of incidents. More happens in the dry season and about the hot spots; what is known
 * of it falls with the distance from a base, so that silence far out means nothing.
 */
export function exerciseIncidents(facts: IncidentFacts): Columns {
  const stepCount = Math.round((YEARS * 365.25) / STEP_DAYS)
  const first = PLANNING_EPOCH_MINUTES - stepCount * STEP_DAYS * MINUTES_PER_DAY
  const reach = facts.ground.grid.cells.map((_, cell) => baseMetres(facts, cell))
  const named = communitiesByCell(facts)
  const incidents: Incident[] = []
  for (let step = 0; step < stepCount; step++) {
    const from = first + step * STEP_DAYS * MINUTES_PER_DAY
    const draw = placesDuring(facts, (step + 0.5) / stepCount)
    const season = isWetMonth(monthOf(from)) ? 0.78 : 1.22
    const count = Math.round(HAPPENING_PER_STEP * season * (1 + 0.12 * facts.chance.bell()))
    for (let i = 0; i < count; i++) {
      const at = from + facts.chance.below(STEP_DAYS * MINUTES_PER_DAY)
      const { cell, isHot } = draw()
      const detection = detectionAt(reach[cell]!, facts.chance)
      if (!detection || at >= PLANNING_EPOCH_MINUTES) continue
      incidents.push(
        incidentIn(facts, { cell, isHot, detection, at, named: named.get(cell) ?? [] }),
      )
    }
  }
  return incidentColumns(incidents.sort((a, b) => a.occurredEpochMinutes - b.occurredEpochMinutes))
}

function baseMetres({ ground, bases }: IncidentFacts, cell: number): number {
  const place: LonLat = [ground.grid.lonDegrees[cell]!, ground.grid.latDegrees[cell]!]
  return Math.min(...bases.map(({ position }) => metresBetween(position, place)))
}

function communitiesByCell({ ground, communities }: IncidentFacts) {
  const named = new Map<number, Community[]>()
  for (const community of communities) {
    const cell = ground.cellNear(community.position)
    named.set(cell, [...(named.get(cell) ?? []), community])
  }
  return named
}

function placesDuring({ ground, peopleCount, chance }: IncidentFacts, progressShare: number) {
  const { grid } = ground
  const calm = cumulative(peopleCount.map((people) => Math.min(people, MOST_PEOPLE_OF_CELL)))
  const hot = HOT_SPOTS.map((spot) =>
    cumulative(
      peopleCount.map((people, cell) => {
        const place: LonLat = [grid.lonDegrees[cell]!, grid.latDegrees[cell]!]
        return Math.sqrt(people) * hotSpotPull(spot, place, progressShare) ** 2
      }),
    ),
  )
  const shares = HOT_SPOTS.map(
    ({ fromShare, toShare }) => fromShare + (toShare - fromShare) * progressShare,
  )
  const weights = [1 - shares.reduce((sum, share) => sum + share, 0), ...shares]
  const sources = [calm, ...hot]
  return () => {
    const source = chance.weighted(weights)
    const sums = sources[source]!
    return { cell: firstAbove(sums, chance.next() * sums.at(-1)!), isHot: source > 0 }
  }
}

function cumulative(values: Float64Array): Float64Array {
  let sum = 0
  return values.map((value) => {
    sum += value
    return sum
  })
}

function firstAbove(sums: Float64Array, value: number): number {
  let low = 0
  let high = sums.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (sums[middle]! > value) high = middle
    else low = middle + 1
  }
  return low
}

/** Reports reach a base that can be reached; patrols find what lies near theirs; media see little. */
function detectionAt(metres: number, chance: Chance): Incident['detection'] | null {
  if (chance.next() < 0.08 + 0.82 * Math.exp(-metres / 45_000)) {
    return chance.next() < 0.3 * Math.exp(-metres / 25_000) ? 'discovered' : 'reported'
  }
  return chance.next() < 0.1 ? 'remote' : null
}

type Happening = {
  readonly cell: number
  readonly isHot: boolean
  readonly detection: Incident['detection']
  readonly at: number
  readonly named: readonly Community[]
}

function incidentIn(facts: IncidentFacts, happening: Happening): Incident {
  const { ground, chance } = facts
  const { cell, isHot, detection, at, named } = happening
  const kind = INCIDENT_KINDS[chance.weighted(kindWeights(isHot, detection))]!
  const community = named.length > 0 && chance.next() < 0.7 ? chance.pick(named) : null
  const centre = community?.position ?? [
    ground.grid.lonDegrees[cell]!,
    ground.grid.latDegrees[cell]!,
  ]
  const stray = community ? 0.008 : 0.024
  const lon = centre[0] + chance.between(-stray, stray)
  const lat = centre[1] + chance.between(-stray, stray)
  const isOnGround = ground.isLand(lon, lat)
  const certainty = { reported: 0.62, discovered: 0.88, remote: 0.4 }[detection]
  return {
    position: isOnGround ? roundedPlace(lon, lat) : roundedPlace(centre[0], centre[1]),
    occurredEpochMinutes: at,
    kind,
    detection,
    severityShare: share(kind.severityShare + 0.14 * chance.bell() + (isHot ? 0.06 : 0)),
    confidenceShare: share(certainty + 0.13 * chance.bell()),
    affectedPeopleCount: affectedPeople(kind, chance),
    positionErrorMetres: positionError(detection, chance),
    communityName: community?.name ?? ground.areaOfCell(cell).name,
  }
}

function share(value: number): number {
  return Math.round(100 * Math.min(1, Math.max(0.02, value))) / 100
}

function affectedPeople({ affectedMedian }: IncidentKind, chance: Chance): number | null {
  if (affectedMedian === null || chance.next() < 0.15) return null
  return Math.max(1, Math.round(affectedMedian * Math.exp(0.8 * chance.bell())))
}

/** Some reports name no more than the district. */
function positionError(detection: Incident['detection'], chance: Chance): number {
  if (detection === 'discovered') return chance.pick([50, 100, 250])
  if (chance.next() < 0.07) return 15_000
  return chance.pick([250, 500, 1000, 2000])
}

const SOURCES: Readonly<Record<Incident['detection'], string>> = {
  reported: 'community',
  discovered: 'patrol',
  remote: 'media',
}

function incidentColumns(incidents: readonly Incident[]): Columns {
  const each = <T>(value: (incident: Incident) => T) => incidents.map(value)
  return {
    rowCount: incidents.length,
    geometry: {
      type: 'points',
      positions: Float64Array.from(incidents.flatMap(({ position }) => position)),
    },
    fields: {
      occurredEpochMinutes: numberColumn(each(({ occurredEpochMinutes }) => occurredEpochMinutes)),
      category: categoryColumn(each(({ kind }) => kind.category)),
      severityShare: numberColumn(each(({ severityShare }) => severityShare)),
      confidenceShare: numberColumn(each(({ confidenceShare }) => confidenceShare)),
      affectedPeopleCount: numberColumn(each(({ affectedPeopleCount }) => affectedPeopleCount)),
      detection: categoryColumn(each(({ detection }) => detection)),
      source: categoryColumn(each(({ detection }) => SOURCES[detection])),
      positionErrorMetres: numberColumn(each(({ positionErrorMetres }) => positionErrorMetres)),
      title: textColumn(
        each(({ kind, communityName }) => `Exercise: ${kind.title}, ${communityName}`),
      ),
    },
  }
}
