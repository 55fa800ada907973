import { beforeAll, describe, expect, it } from 'vitest'
import { prepareOutline } from '#analysis/cells/prepared-outline.ts'
import { type Columns, numbersOf } from '#core/columns/columns.ts'
import { operationOf, type Tables } from '#core/document.ts'
import { metresBetween } from '#core/geo/distance.ts'
import type { OperationContents } from '#core/operation-file.ts'
import type { LonLat } from '#core/place.ts'
import { epochMinutesOf, isWithin } from '#core/time/instant.ts'
import { LIBERIA_GEOGRAPHY } from '#data/liberia-exercise/index.ts'
import { theSample } from '#support/sample.ts'
import {
  countsOf,
  labelsOf,
  linesOf,
  MINUTES_PER_DAY,
  PLANNED_EPOCH_MINUTES,
  pointsOf,
  vertexAt,
} from './reading.ts'

let contents: OperationContents
let tables: Tables

beforeAll(() => {
  contents = theSample()
  tables = contents.document.tables
})

const columnsOf = (id: string): Columns => contents.columns.get(id)!

function isWet(epochMinutes: number): boolean {
  const month = new Date(epochMinutes * 60_000).getUTCMonth() + 1
  return month >= 5 && month <= 10
}

function nearestBaseMetres(position: LonLat): number {
  return Math.min(
    ...[...tables.bases.values()].map((base) => metresBetween(base.position, position)),
  )
}

describe('incidents of the exercise', () => {
  it('are some 6,000 over five years, half as many again in the dry season', () => {
    const at = numbersOf(columnsOf('incidents'), 'occurredEpochMinutes')
    expect(at.length).toBeGreaterThanOrEqual(5_700)
    expect(at.length).toBeLessThanOrEqual(6_300)
    const days = (at.at(-1)! - at[0]!) / MINUTES_PER_DAY
    expect(days).toBeGreaterThan(5 * 365 - 5)
    expect(days).toBeLessThan(5 * 365 + 10)
    expect(at.at(-1)!).toBeLessThan(PLANNED_EPOCH_MINUTES)
    expect(at.every((minute, i) => i === 0 || minute >= at[i - 1]!)).toBe(true)
    const wet = at.filter(isWet).length
    const ratio = (at.length - wet) / wet
    expect(ratio).toBeGreaterThan(1.35)
    expect(ratio).toBeLessThan(1.75)
  })

  it('have two hot spots that move: one down from the north, one up in the east to the frontier', () => {
    const north = yearlyCentres([-10.7, 7.2, -9.4, 8.6])
    const east = yearlyCentres([-9.2, 5.2, -7.4, 7.6])
    for (const centres of [north, east]) {
      const moved = metresBetween(centres[0]!.centre, centres[4]!.centre)
      expect(moved).toBeGreaterThan(30_000)
      for (const { count } of centres) expect(count).toBeGreaterThan(200)
      const lats = centres.map(({ centre }) => centre[1])
      expect(lats).toEqual([...lats].sort((a, b) => b - a))
    }
    expect(north[4]!.count).toBeLessThan(0.8 * north[0]!.count)
    expect(east[4]!.count).toBeGreaterThan(1.2 * east[0]!.count)
  })

  it('are known less the further from a base they happen', () => {
    const columns = columnsOf('incidents')
    const detection = labelsOf(columns, 'detection')
    const metres = pointsOf(columns).map(nearestBaseMetres)
    const bands = [0, 15_000, 30_000, 50_000, 120_000]
    const known = bands.slice(1).map((to, i) => {
      const inBand = detection.filter((_, row) => metres[row]! >= bands[i]! && metres[row]! < to)
      const counts = countsOf(inBand)
      return {
        reportedShare: 1 - (counts['remote'] ?? 0) / inBand.length,
        discoveredShare: (counts['discovered'] ?? 0) / inBand.length,
      }
    })
    for (const share of ['reportedShare', 'discoveredShare'] as const) {
      const values = known.map((each) => each[share])
      expect(values).toEqual([...values].sort((a, b) => b - a))
    }
    expect(known[0]!.reportedShare).toBeGreaterThan(0.95)
    expect(known[3]!.reportedShare).toBeLessThan(0.87)
  })

  it('lie on land, with a kind, a severity and how far off they may be', () => {
    const columns = columnsOf('incidents')
    const kinds = countsOf(labelsOf(columns, 'category'))
    expect(Object.keys(kinds).sort()).toEqual([
      'displacement',
      'landDispute',
      'other',
      'protest',
      'roadblock',
      'rumour',
      'theft',
      'violence',
    ])
    const land = LIBERIA_GEOGRAPHY.outline.map(prepareOutline)
    const points = pointsOf(columns)
    const dry = points.filter(([lon, lat]) => land.some((part) => part.holds(lon, lat)))
    expect(dry.length / points.length).toBeGreaterThan(0.99)
    const isShare = (value: number) => value >= 0 && value <= 1
    expect(numbersOf(columns, 'severityShare').every(isShare)).toBe(true)
    expect(numbersOf(columns, 'confidenceShare').every(isShare)).toBe(true)
    expect(numbersOf(columns, 'positionErrorMetres').every((metres) => metres > 0)).toBe(true)
  })
})

describe('roads and restrictions of the exercise', () => {
  it('join every town in one net: paved, gravel and tracks', () => {
    const columns = columnsOf('roads')
    const lines = linesOf(columns)
    const surfaces = labelsOf(columns, 'surface')
    const kilometres: Record<string, number> = {}
    const joined = new Map<string, string>()
    const rootOf = (key: string): string => {
      const above = joined.get(key) ?? key
      return above === key ? key : rootOf(above)
    }
    for (let row = 0; row < columns.rowCount; row++) {
      for (let vertex = lines.offsets[row]! + 1; vertex < lines.offsets[row + 1]!; vertex++) {
        const [a, b] = [vertexAt(lines, vertex - 1), vertexAt(lines, vertex)]
        const name = surfaces[row]!
        kilometres[name] = (kilometres[name] ?? 0) + metresBetween(a, b) / 1000
        joined.set(rootOf(String(a)), rootOf(String(b)))
      }
    }
    expect(kilometres['paved']).toBeGreaterThan(650)
    expect(kilometres['gravel']).toBeGreaterThan(2_900)
    expect(kilometres['earth']).toBeGreaterThan(3_900)
    const roots = LIBERIA_GEOGRAPHY.towns.map(({ position }) => rootOf(String(position)))
    expect(new Set(roots).size).toBe(1)
  })

  it('are restricted in time: wet tracks, a broken bridge, denied ground, escorts, hazards', () => {
    const restrictions = [...tables.restrictions.values()].filter(({ shockId }) => shockId === null)
    const ofKind = (kind: string) => restrictions.filter((row) => row.kind === kind)
    for (const { months, effect, geometry } of ofKind('seasonalTrack')) {
      expect(months).toEqual([5, 6, 7, 8, 9, 10])
      expect(['speedFactor', 'footOnly', 'closed']).toContain(effect.type)
      expect(geometry.type === 'segment' && geometry.line.length).toBeGreaterThan(2)
    }
    expect(ofKind('seasonalTrack').length).toBe(3)
    const limits = ofKind('brokenBridge').map(({ effect }) =>
      effect.type === 'massLimit' ? effect.maxTonnes : null,
    )
    expect(limits).toEqual([5, 7, 0])
    const { vehicleId } = operationOf(contents.document)
    const vehicle = contents.document.tables.vehicles.get(vehicleId)
    expect(limits[0]).toBeLessThan(vehicle?.massTonnes ?? 0)
    expect(ofKind('closedArea').length).toBeGreaterThanOrEqual(3)
    expect(ofKind('closedArea').every(({ effect }) => effect.type === 'closed')).toBe(true)
    for (const { effect } of ofKind('escortRoad')) {
      expect(effect.type === 'escortOnly' && effect.delayMinutes).toBeGreaterThan(0)
    }
    expect(ofKind('escortRoad').length).toBeGreaterThanOrEqual(2)
    for (const { name, confidenceShare } of ofKind('hazard')) {
      expect(name).toContain('suspected hazardous area')
      expect(confidenceShare).toBeLessThan(0.8)
    }
    expect(ofKind('hazard').length).toBeGreaterThanOrEqual(1)
    const isOver = restrictions.filter(
      ({ validTo }) => validTo && epochMinutesOf(validTo) < PLANNED_EPOCH_MINUTES,
    )
    const isToCome = restrictions.filter(
      ({ validFrom }) => validFrom && epochMinutesOf(validFrom) > PLANNED_EPOCH_MINUTES,
    )
    expect([isOver.length, isToCome.length]).toEqual([2, 1])
  })
})

describe('projects, patrols and surveys of the exercise', () => {
  it('are 120 projects of five sectors with status, cost and dates that fit each other', () => {
    const projects = [...tables.projects.values()]
    expect(projects.length).toBe(120)
    const sectors = countsOf(projects.map(({ sector }) => sector))
    expect(Object.keys(sectors).sort()).toEqual(['education', 'health', 'jobs', 'roads', 'water'])
    for (const count of Object.values(sectors)) expect(count).toBeGreaterThanOrEqual(12)
    expect(Object.keys(countsOf(projects.map(({ status }) => status))).sort()).toEqual([
      'active',
      'completed',
      'planned',
      'suspended',
    ])
    for (const project of projects) {
      const [from, to] = [epochMinutesOf(project.startsAt!), epochMinutesOf(project.endsAt!)]
      expect(to).toBeGreaterThan(from)
      if (project.status === 'planned') expect(from).toBeGreaterThan(PLANNED_EPOCH_MINUTES)
      if (project.status === 'active')
        expect(from < PLANNED_EPOCH_MINUTES && to > PLANNED_EPOCH_MINUTES).toBe(true)
      if (project.status === 'completed') expect(to).toBeLessThan(PLANNED_EPOCH_MINUTES)
      if (project.kind !== 'qip') continue
      expect(project.costUsd).toBeLessThanOrEqual(50_000)
      expect(to - from).toBeLessThanOrEqual(184 * MINUTES_PER_DAY)
    }
  })

  it('are 18 months of patrols whose times only go forward, at speeds that roads and rotors allow', () => {
    const columns = columnsOf('patrols')
    const lines = linesOf(columns)
    const types = labelsOf(columns, 'type')
    const started = numbersOf(columns, 'startedEpochMinutes')
    expect((PLANNED_EPOCH_MINUTES - started[0]!) / MINUTES_PER_DAY).toBeGreaterThan(540)
    expect((PLANNED_EPOCH_MINUTES - started[0]!) / MINUTES_PER_DAY).toBeLessThan(550)
    expect(columns.rowCount).toBeGreaterThan(5_000)
    const times = lines.vertexEpochMinutes!
    for (let row = 0; row < columns.rowCount; row++) {
      const top = types[row] === 'air' ? 135 : 60
      for (let vertex = lines.offsets[row]! + 1; vertex < lines.offsets[row + 1]!; vertex++) {
        const minutes = times[vertex]! - times[vertex - 1]!
        const metres = metresBetween(vertexAt(lines, vertex - 1), vertexAt(lines, vertex))
        if (!(minutes > 0) || metres / 1000 / (minutes / 60) > top) {
          expect({ row, vertex, minutes, metres }).toBeNull()
        }
      }
      expect(times[lines.offsets[row + 1]! - 1]).toBeLessThanOrEqual(PLANNED_EPOCH_MINUTES)
    }
    expect(Object.keys(countsOf(types)).sort()).toEqual([
      'air',
      'city',
      'escort',
      'joint',
      'longRange',
      'market',
      'night',
      'shortRange',
    ])
  })

  it('set out from bases that were open and went further in the dry season', () => {
    const columns = columnsOf('patrols')
    const lines = linesOf(columns)
    const started = numbersOf(columns, 'startedEpochMinutes')
    const bases = labelsOf(columns, 'baseId').map((id) => tables.bases.get(id!)!)
    bases.forEach(({ validFrom, validTo, position }, row) => {
      const day = Math.floor(started[row]! / MINUTES_PER_DAY) * MINUTES_PER_DAY
      expect(isWithin(day, validFrom, validTo)).toBe(true)
      expect(metresBetween(vertexAt(lines, lines.offsets[row]!), position)).toBeLessThan(3_000)
    })
    const wet = started.filter(isWet).length
    const wetDays = countDays(started[0]!, PLANNED_EPOCH_MINUTES, isWet)
    const dryDays = countDays(started[0]!, PLANNED_EPOCH_MINUTES, (minute) => !isWet(minute))
    expect((started.length - wet) / dryDays).toBeGreaterThan(1.1 * (wet / wetDays))
  })

  it('ask every county each quarter how safe people feel, some in vain and some too few', () => {
    const columns = columnsOf('surveys')
    const areas = labelsOf(columns, 'areaId')
    const samples = numbersOf(columns, 'sampleCount')
    const waves = new Set(
      Array.from(numbersOf(columns, 'heldEpochMinutes'), (at) =>
        Math.round((PLANNED_EPOCH_MINUTES - at) / (91 * MINUTES_PER_DAY)),
      ),
    )
    expect(waves.size).toBe(20)
    expect(new Set(areas).size).toBe(15)
    expect(columns.rowCount).toBeGreaterThan(260)
    expect(columns.rowCount).toBeLessThan(300)
    const thin = samples.filter((count) => count < 30).length
    expect(thin).toBeGreaterThan(0)
    expect(thin).toBeLessThan(columns.rowCount / 10)
    for (const field of ['feelSafeShare', 'trustMissionShare']) {
      numbersOf(columns, field).forEach((share, row) => {
        expect(share > 0 && share < 1).toBe(true)
        const people = share * samples[row]!
        expect(Math.abs(people - Math.round(people))).toBeLessThan(0.05)
      })
    }
    expect(numbersOf(columns, 'designEffect').every((effect) => effect >= 1)).toBe(true)
  })
})

/** Count and centre of incidents in a box, by year of five. */
function yearlyCentres([west, south, east, north]: readonly [number, number, number, number]) {
  const columns = columnsOf('incidents')
  const at = numbersOf(columns, 'occurredEpochMinutes')
  const years = Array.from({ length: 5 }, () => ({ count: 0, lon: 0, lat: 0 }))
  pointsOf(columns).forEach(([lon, lat], row) => {
    if (lon < west || lon > east || lat < south || lat > north) return
    const age = (PLANNED_EPOCH_MINUTES - at[row]!) / MINUTES_PER_DAY / 365.25
    const year = years[Math.min(4, Math.max(0, Math.floor(5 - age)))]!
    year.count += 1
    year.lon += lon
    year.lat += lat
  })
  return years.map(({ count, lon, lat }) => ({
    count,
    centre: [lon / count, lat / count] as LonLat,
  }))
}

function countDays(from: number, to: number, isCounted: (minute: number) => boolean): number {
  let count = 0
  for (let minute = from; minute < to; minute += MINUTES_PER_DAY) count += isCounted(minute) ? 1 : 0
  return count
}
