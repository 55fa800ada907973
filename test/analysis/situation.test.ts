import { describe, expect, it } from 'vitest'
import { postureOf, reachedFrom } from '#analysis/compare/posture.ts'
import type { Ground } from '#analysis/ground.ts'
import type { SituationInput } from '#analysis/situation.ts'
import { situationOf } from '#analysis/situation-of.ts'
import { DEFAULT_INDICATORS } from '#core/defaults/indicators.ts'
import { DEFAULT_RESOURCE_TYPES } from '#core/defaults/resource-types.ts'
import type { LonLat } from '#core/place.ts'
import type { Base } from '#core/records/base.ts'
import type { Measure } from '#core/records/indicator.ts'
import type { Posting } from '#core/records/posting.ts'
import type { Unit } from '#core/records/unit.ts'
import {
  incidentColumns,
  patrolColumns,
  situationInput,
  surveyColumns,
  twoCounties,
} from './small-ground.ts'

const ground = twoCounties()
const { grid } = ground
const count = grid.cells.length
const centre = (cell: number): LonLat => [grid.lonDegrees[cell]!, grid.latDegrees[cell]!]
const inner = grid.cells.findIndex(
  (_, cell) => grid.neighbourOffsets[cell + 1]! - grid.neighbourOffsets[cell]! === 6,
)
const near = [
  ...grid.neighbours.subarray(grid.neighbourOffsets[inner]!, grid.neighbourOffsets[inner + 1]!),
]
const travel = {
  responseMinutes: new Float64Array(count).fill(60),
  travelToTownMinutes: new Float64Array(count).fill(90),
}

/** The scores of one measure alone. */
function scores(measure: Measure, facts: Partial<SituationInput>, on: Ground = ground) {
  const indicators = DEFAULT_INDICATORS.filter((one) => one.measure === measure)
  return situationOf(situationInput(on, { indicators, ...facts }), travel).need.score
}

describe('measures of incidents', () => {
  const oneIncident = incidentColumns([{ at: centre(inner), ageDays: 10 }])

  it('leaves silence unknown: only cells from which somebody could have reported have a rate', () => {
    const score = scores('violenceRate', { incidents: [oneIncident] })
    const known = [...score.keys()].filter((cell) => !Number.isNaN(score[cell]!))
    expect(known.sort()).toEqual([inner, ...near].sort())
  })

  it('takes a report from somewhere in a district for no opportunity at its centre', () => {
    const from = (positionErrorMetres: number) =>
      scores('violenceRate', {
        incidents: [
          incidentColumns([
            { at: centre(inner), ageDays: 10, category: 'protest', positionErrorMetres },
          ]),
        ],
      })
    expect(from(100)[inner]).not.toBeNaN()
    expect([...from(40_000)].every(Number.isNaN)).toBe(true)
  })

  it('takes a patrol that passed for an opportunity: then silence says something', () => {
    const far = grid.cells.findIndex((_, cell) => ![inner, ...near].includes(cell))
    const patrols = [patrolColumns([{ line: [centre(far), centre(far)], endedDaysAgo: 3 }])]
    const score = scores('violenceRate', { incidents: [oneIncident], patrols })
    expect(scores('violenceRate', { incidents: [oneIncident] })[far]).toBeNaN()
    expect(score[far]).toBeLessThanOrEqual(score[inner]!)
  })

  it('does not count what a patrol discovered, or patrols would follow patrols', () => {
    const detection = (how: string) =>
      scores('violenceRate', {
        incidents: [incidentColumns([{ at: centre(inner), ageDays: 10, detection: how }])],
      })[inner]!
    expect(detection('discovered')).toBe(0)
    expect(detection('reported')).toBeGreaterThan(0)
    expect(detection('remote')).toBe(detection('reported'))
  })

  it('counts per 10,000 people a year: where all rates are equal nothing is drawn anywhere', () => {
    const everywhere = grid.cells.flatMap((_, cell) =>
      [1, 2, 3].map((ageDays) => ({ at: centre(cell), ageDays })),
    )
    const incidents = [incidentColumns(everywhere)]
    const indicators = [{ ...DEFAULT_INDICATORS[0]!, hi: 60 }]
    const score = scores('violenceRate', { incidents, indicators })
    const rate = 3 / (1000 / 10_000) / (365 / 365.25)
    expect(score[inner]).toBeCloseTo((10 * rate) / 60, 6)
  })

  it('forgets what is older than the window and what has not happened', () => {
    for (const ageDays of [366, -1]) {
      const score = scores('violenceRate', {
        incidents: [oneIncident, incidentColumns([{ at: centre(near[0]!), ageDays }])],
      })
      expect(score[inner]).toBe(scores('violenceRate', { incidents: [oneIncident] })[inner])
    }
  })

  it('does not let an incident known to a district fall on one cell', () => {
    const loose = [{ at: centre(inner), ageDays: 1, positionErrorMetres: 15_000 }]
    const score = scores('violenceRate', { incidents: [incidentColumns(loose)] })
    const sharp = scores('violenceRate', { incidents: [oneIncident] })
    const touched = score.filter((value) => value > 0).length
    expect(touched).toBeGreaterThan(7)
    expect(score[inner]).toBeLessThan(sharp[inner]!)
  })

  it('counts people displaced per 1,000 of the cell and, by half, its neighbours', () => {
    const incidents = [
      incidentColumns([
        { at: centre(inner), ageDays: 9, category: 'displacement', affectedPeopleCount: 80 },
      ]),
    ]
    const score = scores('displacement', { incidents })
    expect(score[inner]).toBeCloseTo((10 * ((1000 * 80) / 4000)) / 50, 9)
  })
})

describe('the other measures', () => {
  it('takes the latest survey with 30 asked or more, and weighs it less as it ages', () => {
    const surveys = [
      surveyColumns([
        { areaId: 'a-west', ageDays: 400, sampleCount: 200, feelSafeShare: 0.9 },
        { areaId: 'a-west', ageDays: 365, sampleCount: 200, feelSafeShare: 0.7 },
        { areaId: 'a-west', ageDays: 10, sampleCount: 29, feelSafeShare: 0.1 },
        { areaId: 'b-east', ageDays: -5, sampleCount: 200, feelSafeShare: 0.1 },
      ]),
    ]
    const indicators = DEFAULT_INDICATORS.filter(({ measure }) => measure === 'feelUnsafe')
    const { need } = situationOf(
      situationInput(ground, {
        surveys,
        indicators,
        operation: { ...situationInput(ground).operation, needDataThresholdShare: 0.4 },
      }),
      travel,
    )
    grid.areaIndex.forEach((area, cell) => {
      if (area === 0) {
        expect(need.score[cell]).toBeCloseTo(5, 9)
        expect(need.evidenceShare[cell]).toBeCloseTo(0.5, 9)
      } else expect(need.score[cell]).toBeNaN()
    })
  })

  it('takes a place without a way to any town for the worst, and no roads at all for unknown', () => {
    const travelToTownMinutes = new Float64Array(count).fill(30)
    travelToTownMinutes[3] = Number.NaN
    const indicators = DEFAULT_INDICATORS.filter(({ measure }) => measure === 'travelToTown')
    const input = situationInput(ground, { indicators })
    const { score } = situationOf(input, { ...travel, travelToTownMinutes }).need
    expect([score[2], score[3]]).toEqual([0, 10])
    const unknown = new Float64Array(count).fill(Number.NaN)
    const without = situationOf(input, { ...travel, travelToTownMinutes: unknown }).need
    expect(without.score.every(Number.isNaN)).toBe(true)
  })

  it('divides a project among the people near it; without one the need is greatest', () => {
    const project = {
      id: 'p',
      name: 'Well',
      sector: 'water',
      kind: 'qip',
      organisation: null,
      positionErrorMetres: null,
      position: centre(inner),
      costUsd: 1,
      beneficiaryCount: null,
      startsAt: null,
      endsAt: null,
    } as const
    const one = scores('peoplePerProject', { projects: [{ ...project, status: 'active' }] })
    const planned = scores('peoplePerProject', { projects: [{ ...project, status: 'planned' }] })
    expect(one[inner]).toBeGreaterThan(0)
    expect(one[inner]).toBeLessThan(10)
    expect(planned[inner]).toBe(10)
    expect(scores('peoplePerProject', {}).every(Number.isNaN)).toBe(true)
  })

  it('measures restricted access by the share of the cell, in force only', () => {
    const restriction = {
      id: 'r',
      name: 'Closed',
      kind: 'closedArea',
      effect: { type: 'closed' },
      severity: 3,
      months: null,
      hours: null,
      shockId: null,
      confidenceShare: 1,
      source: '',
      lastVerifiedAt: null,
      validFrom: null,
    } as const
    const west: LonLat[] = [
      [-9.7, 6.3],
      [-9.3, 6.3],
      [-9.3, 7.1],
      [-9.7, 7.1],
      [-9.7, 6.3],
    ]
    const area = { type: 'area', polygon: [west] } as const
    const open = { ...restriction, geometry: area, validTo: null }
    const score = scores('restrictedAccess', { restrictions: [open] })
    const covered = score.reduce(
      (sum, value, cell) => sum + (value / 10) * grid.areaSquareKilometres[cell]!,
      0,
    )
    const all = grid.areaSquareKilometres.reduce((sum, one) => sum + one, 0)
    expect(covered / all).toBeCloseTo(0.5, 1)
    const over = { ...open, validTo: '2026-11-22T12:00:00Z' }
    expect(scores('restrictedAccess', { restrictions: [over] }).every((one) => one === 0)).toBe(
      true,
    )
    const point = { type: 'point', position: centre(inner), radiusMetres: 50 } as const
    const bridge = scores('restrictedAccess', { restrictions: [{ ...open, geometry: point }] })
    expect([bridge[inner], bridge[near[0]!]]).toEqual([5, 0])
  })
})

describe('situationOf', () => {
  it('puts the unknown in a list of its own, by people and worst case', () => {
    const incidents = [incidentColumns([{ at: centre(inner), ageDays: 1 }])]
    const indicators = DEFAULT_INDICATORS.filter(({ measure }) => measure === 'violenceRate')
    const crowded = { ...ground, communityPeopleCount: ground.communityPeopleCount.slice() }
    const far = grid.cells.findIndex((_, cell) => ![inner, ...near].includes(cell))
    crowded.communityPeopleCount[far] = 9000
    const found = situationOf(situationInput(crowded, { incidents, indicators }), {
      ...travel,
      responseMinutes: new Float64Array(count).fill(Number.NaN),
    })
    expect(found.underservedCommunities.length).toBe(7)
    expect(found.underservedCommunities[0]).toBe(inner)
    expect(found.unknownCommunities.length).toBe(count - 7)
    expect(found.unknownCommunities[0]).toBe(far)
  })

  it('says when anybody last could have told us, apart for patrol, report and survey', () => {
    const far = grid.cells.findIndex((_, cell) => ![inner, ...near].includes(cell))
    const { evidence } = situationOf(
      situationInput(ground, {
        incidents: [
          incidentColumns([
            { at: centre(inner), ageDays: 5 },
            { at: centre(inner), ageDays: 2, detection: 'discovered' },
            { at: centre(far), ageDays: 1, positionErrorMetres: 50_000 },
          ]),
        ],
        patrols: [patrolColumns([{ line: [centre(inner), centre(inner)], endedDaysAgo: 3 }])],
        surveys: [
          surveyColumns([
            {
              areaId: ground.areaIds[grid.areaIndex[inner]!]!,
              ageDays: 30,
              sampleCount: 100,
              feelSafeShare: 0.5,
            },
          ]),
        ],
      }),
      travel,
    )
    expect(evidence.daysSinceReport[inner]).toBe(5)
    expect(evidence.daysSincePatrol[inner]).toBeCloseTo(3, 9)
    expect(evidence.daysSinceSurvey[inner]).toBe(30)
    expect(evidence.daysSinceAny[inner]).toBeCloseTo(3, 9)
    expect(evidence.daysSinceReport[far]).toBeNaN()
  })
})

describe('reachedFrom', () => {
  const base = (id: string, position: LonLat, validTo: string | null = null): Base => ({
    id,
    name: id,
    position,
    kind: 'cob',
    capacityUnits: 100,
    validFrom: null,
    validTo,
  })
  const unit = (baseId: string, typeId: string, elements: number): Unit => ({
    id: `${baseId}-${typeId}`,
    name: typeId,
    contributor: null,
    kind: 'infantry',
    echelon: 'company',
    role: 'line',
    baseId,
    parentId: null,
    strengthCount: null,
    elements: [{ typeId, count: elements }],
    validFrom: null,
    validTo: null,
  })
  const posting = (part: Partial<Posting>): Posting => ({
    id: 'p',
    scenarioId: 's',
    typeId: 'platoon',
    count: 1,
    fromBaseId: 'a',
    placeId: ground.communityIds[5]!,
    startsAt: null,
    endsAt: null,
    reason: '',
    planHash: null,
    ...part,
  })
  const from = (facts: Partial<SituationInput>) =>
    reachedFrom(situationInput(ground, { resourceTypes: DEFAULT_RESOURCE_TYPES, ...facts }))
  const bases = [
    base('a', [-9.5, 6.5]),
    base('b', [-9.2, 6.9]),
    base('c', [-9, 6], '2026-01-01T00:00:00Z'),
  ]

  it('starts from bases that hold people now', () => {
    const units = [unit('a', 'platoon', 2), unit('b', 'patrol-vehicle', 4), unit('c', 'platoon', 1)]
    expect(from({ bases, units })).toEqual([[-9.5, 6.5]])
  })

  it('leaves a base once its last platoon is posted away, and starts from the new place too', () => {
    const units = [unit('a', 'platoon', 2)]
    const new5 = centre(5)
    expect(from({ bases, units, postings: [posting({ count: 1 })] })).toEqual([[-9.5, 6.5], new5])
    expect(from({ bases, units, postings: [posting({ count: 2 })] })).toEqual([new5])
    const ended = posting({ endsAt: '2026-11-01T00:00:00Z' })
    expect(from({ bases, units, postings: [ended] })).toEqual([[-9.5, 6.5]])
  })

  const posture = (facts: Partial<SituationInput>) =>
    postureOf(situationInput(ground, { bases, resourceTypes: DEFAULT_RESOURCE_TYPES, ...facts }))
  const platoons = ({ countAt }: ReturnType<typeof postureOf>) =>
    [...countAt.values()].reduce((sum, counts) => sum + (counts.get('platoon') ?? 0), 0)

  it('moves no more than a base has, and says how many are missing', () => {
    const units = [unit('a', 'platoon', 2)]
    const found = posture({ units, postings: [posting({ count: 100 })] })
    expect([platoons(found), found.missingCount]).toEqual([2, 98])
  })

  it('neither makes nor keeps units at a base that is closed, but lets them be posted away', () => {
    const toClosed = posting({ placeId: 'c' })
    expect(platoons(posture({ units: [unit('a', 'platoon', 2)], postings: [toClosed] }))).toBe(1)
    const fromClosed = posting({ fromBaseId: 'c', count: 1 })
    const found = posture({ units: [unit('c', 'platoon', 3)], postings: [fromClosed] })
    expect([platoons(found), found.missingCount]).toEqual([1, 0])
    const starts = from({ bases, units: [unit('a', 'platoon', 1)], postings: [toClosed] })
    expect(starts).toEqual([])
  })

  it('carries out postings in whatever order they need each other', () => {
    const onward = posting({ id: 'a-onward', fromBaseId: 'b', placeId: 'a', count: 1 })
    const there = posting({ id: 'b-there', fromBaseId: 'a', placeId: 'b', count: 1 })
    const found = posture({ units: [unit('a', 'platoon', 1)], postings: [onward, there] })
    expect([found.countAt.get('a')?.get('platoon'), found.missingCount]).toEqual([1, 0])
  })
})
