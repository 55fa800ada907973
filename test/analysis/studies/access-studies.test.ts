import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groundOf } from '#analysis/ground-of.ts'
import { CASEVAC } from '#analysis/studies/casevac/index.ts'
import { CATCHMENT } from '#analysis/studies/catchment/index.ts'
import { ROUTE } from '#analysis/studies/route/index.ts'
import type { Study, StudyChoices, StudyFacts } from '#analysis/studies/study.ts'
import { TRAVEL_TIME } from '#analysis/studies/travel-time/index.ts'
import { WET_DRY } from '#analysis/studies/wet-dry/index.ts'
import { aCommunity, aRestriction } from '#support/build.ts'
import { at } from '../reach/small-roads.ts'
import { accessFacts, allClosed, cellOf, closedAt, VILLAGES } from './access-facts.ts'
import { blockOf, sentencesOf } from './answers.ts'
import { plain } from './study-facts.ts'

const facts = accessFacts()
const STUDIES = [TRAVEL_TIME, WET_DRY, CASEVAC, CATCHMENT]

function valuesOf(study: Study, parts: Partial<StudyFacts> = {}, choices: StudyChoices = {}) {
  return study.ask(accessFacts(parts), choices).values!
}

const saying = (study: Study, parts: Partial<StudyFacts> = {}, choices: StudyChoices = {}) =>
  plain(sentencesOf(study.ask(accessFacts(parts), choices)).join(' '))

describe('travel time', () => {
  it('is that of the road: 89 km of gravel at 40 km/h, then a track at 20', () => {
    const values = valuesOf(TRAVEL_TIME)
    expect(values[cellOf(95)]).toBeCloseTo(133.5, 0)
    expect(values[cellOf(115)]).toBeCloseTo((94 * 60) / 40 + (15 * 60) / 20, 0)
  })

  it('never gets longer by a faster road, and never shorter by a closed one', () => {
    const truck = facts.vehicles.find(({ id }) => id === 'truck-8t')!
    const place = fc.integer({ min: 8, max: 112 })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 80 }), place, place, (more, x, y) => {
        const { secondary } = truck.roadSpeeds
        const dryKilometresPerHour = secondary.gravel.dryKilometresPerHour + more
        const faster = {
          ...truck,
          roadSpeeds: {
            ...truck.roadSpeeds,
            secondary: { ...secondary, gravel: { ...secondary.gravel, dryKilometresPerHour } },
          },
        }
        const usual = valuesOf(TRAVEL_TIME)
        const quick = valuesOf(TRAVEL_TIME, { vehicles: [faster] })
        const closed = valuesOf(TRAVEL_TIME, { restrictions: [closedAt(x)] })
        const closedTwice = valuesOf(TRAVEL_TIME, { restrictions: [closedAt(x), closedAt(y)] })
        usual.forEach((minutes, cell) => {
          expect(quick[cell]! <= minutes + 1e-9 || Number.isNaN(minutes)).toBe(true)
          expect(closed[cell]! >= minutes - 1e-9 || Number.isNaN(closed[cell]!)).toBe(true)
          expect(
            closedTwice[cell]! >= closed[cell]! - 1e-9 || Number.isNaN(closedTwice[cell]!),
          ).toBe(true)
        })
      }),
      { numRuns: 12 },
    )
  })

  it('counts everybody once: in a band or out of reach, whole or by county', () => {
    const answer = TRAVEL_TIME.ask(accessFacts({ restrictions: [closedAt(60)] }), {})
    const bands = blockOf(answer, 'table', 'People by band')
    const counts = bands.rows.map(({ cells }) => Number(cells[1]!.replaceAll('\u202f', '')))
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(12_000)
    // The first village beyond is still a walk away.
    expect(counts.at(-1)).toBe(5000)
    expect(plain(sentencesOf(answer).join(' '))).toContain(
      '5\u202f000 people (42 %) are out of reach',
    )
    const east = blockOf(answer, 'table', 'By county').rows.find(({ cells }) => cells[0] === 'East')
    expect(plain(east!.cells.at(-1)!)).toBe('83 %')
    const { minutes, lines } = blockOf(answer, 'within')
    for (const { shares } of lines) {
      expect(shares).toHaveLength(minutes.length)
      expect([...shares].sort((a, b) => a - b)).toEqual(shares)
      expect(shares.at(-1)).toBeCloseTo(7 / 12, 9)
    }
  })

  it('starts from the chosen post alone, known by its name, in the chosen season and bands', () => {
    const posts = [...facts.posts, { id: 'far', name: 'Far Post', position: at(115, 0) }]
    const nearest = valuesOf(TRAVEL_TIME, { posts })
    const far = valuesOf(TRAVEL_TIME, { posts }, { from: 'far post' })
    expect(far[cellOf(115)]).toBeLessThan(2)
    expect(far[cellOf(5)]).toBeGreaterThan(nearest[cellOf(5)]! + 60)
    const wet = valuesOf(TRAVEL_TIME, {}, { season: 'wet' })
    expect(wet[cellOf(95)]).toBeCloseTo((89 * 60) / 25, 0)
    const answer = TRAVEL_TIME.ask(facts, { bands: '60-120-240-480' })
    expect(answer.classes).toEqual({
      breaks: [60, 120, 240, 480],
      classNames: ['Up to 1 h', '1 h to 2 h', '2 h to 4 h', '4 h to 8 h', 'Over 8 h'],
    })
  })
})

describe('wet against dry', () => {
  it('is the wet minutes less the dry ones', () => {
    const dry = valuesOf(TRAVEL_TIME, {}, { season: 'dry' })
    const wet = valuesOf(TRAVEL_TIME, {}, { season: 'wet' })
    const differences = valuesOf(WET_DRY)
    differences.forEach((difference, cell) => {
      if (Number.isFinite(difference)) expect(difference).toBe(wet[cell]! - dry[cell]!)
    })
    expect(differences[cellOf(95)]).toBeGreaterThan(60)
  })

  it('keeps those that the rains cut off in a class of their own, and says how many they are', () => {
    const truck = facts.vehicles.find(({ id }) => id === 'truck-8t')!
    const earth = { dryKilometresPerHour: 20, wetKilometresPerHour: 0 }
    const { track } = truck.roadSpeeds
    const roadSpeeds = {
      ...truck.roadSpeeds,
      track: { ...track, earth, gravel: earth, paved: earth },
    }
    const vehicles = [{ ...truck, roadSpeeds }]
    const values = valuesOf(WET_DRY, { vehicles })
    expect(values[cellOf(115)]).toBe(Number.POSITIVE_INFINITY)
    expect(WET_DRY.surface!.valueText(values[cellOf(115)]!)).toBe('Cut off by the rains')
    const words = saying(WET_DRY, { vehicles })
    expect(words).toMatch(/The rains cut off 1\u202f000 people, 8 % of those within reach/)
    const answer = WET_DRY.ask(accessFacts({ vehicles }), {})
    const east = blockOf(answer, 'table', 'By county').rows.find(({ cells }) => cells[0] === 'East')
    expect(east!.cells[1]!.replaceAll('\u202f', '')).toBe('1000')
    expect(blockOf(answer, 'intervals').rows.map(({ name }) => name)).toEqual(['East', 'West'])
  })
})

describe('casualty evacuation', () => {
  it('tells the furthest standard that fails: first aid after 10 min, surgery after 2 h', () => {
    const values = valuesOf(CASEVAC)
    const classes = VILLAGES.map((village) => values[cellOf(village)])
    // At 40 km/h an hour is 40 km and two are 80, whoever is nearer than 7 km is within 10 min.
    expect(classes).toEqual([0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3])
    const words = saying(CASEVAC)
    expect(words).toContain(
      '8 % are within 10 min of first aid, 42 % are within 1 h 00 of advanced care and 75 % are within 2 h 00 of surgery',
    )
    expect(words).toContain('No landing site is on record')
  })

  it('takes the standards that a planner sets', () => {
    const values = valuesOf(
      CASEVAC,
      {},
      { firstAidWithin: 60, advancedWithin: 240, surgeryWithin: 480 },
    )
    expect(VILLAGES.map((village) => values[cellOf(village)])).toEqual([
      ...[0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1],
    ])
  })

  it('flies where a helicopter can land, out and back for surgery, and is never later for it', () => {
    const landingSites = [at(85, 0), at(115, 0)]
    const ground = CASEVAC.ask(accessFacts({ landingSites }), { way: 'ground' })
    const both = CASEVAC.ask(accessFacts({ landingSites }), {})
    // 110 km at 220 km/h are half an hour, 20 min before: 50 min out, 80 with the way back.
    const row = blockOf(both, 'table', 'Largest').rows
    expect(row.map(({ cells }) => cells[0])).not.toContain('Village 115')
    both.values!.forEach((value, cell) => {
      if (!Number.isNaN(value)) expect(value).toBeLessThanOrEqual(ground.values![cell]!)
    })
    expect(both.values![cellOf(115)]).toBe(1)
    expect(ground.values![cellOf(115)]).toBe(3)
    expect(plain(sentencesOf(both).join(' '))).toContain('On the ground alone, 8 %')
  })

  it('is asked for our own posts too, each counting once', () => {
    const posts = [...facts.posts, { id: 'far', name: 'Far Post', position: at(115, 0) }]
    const answer = CASEVAC.ask(accessFacts({ posts }), { patients: 'posts' })
    expect(blockOf(answer, 'table', 'Posts outside').rows.map(({ cells }) => cells[0])).toEqual([
      'Far Post',
    ])
    expect(plain(sentencesOf(answer)[0]!)).toContain('Of all posts, 100 % are within 10 min')
  })

  it('says what is not known of the care: no surgery, no level', () => {
    const clinic = {
      name: 'Zorzor Clinic',
      position: at(45, 0),
      class: 'health',
      status: 'open',
      capacityCount: null,
    } as const
    const parts = { medicalUnits: [], facilities: [clinic] }
    const words = saying(CASEVAC, parts)
    expect(words).toContain('Nobody on record is known to give surgery')
    expect(words).toContain('Nobody on record is known to give advanced care')
    expect(words).toContain('1 health facility of 1 say nothing of their level')
    expect(saying(CASEVAC, parts, { unstated: 'advanced' })).not.toContain('to give advanced care')
    const closed = { ...parts, facilities: [{ ...clinic, status: 'closed' as const }] }
    expect(saying(CASEVAC, closed)).toContain('No health facility is on record')
  })
})

describe('floating catchments', () => {
  const clinics = [15, 105].map((x, i) => ({
    name: `Clinic ${x}`,
    position: at(x, 0),
    class: 'health' as const,
    status: 'open' as const,
    capacityCount: 10 * (i + 1),
  }))

  it.each(['2sfca', 'e2sfca', '3sfca'])('shares out all that can be reached, by %s', (method) => {
    const { values } = CATCHMENT.ask(accessFacts({ facilities: clinics }), { method })
    const { peopleCount } = facts.ground
    const shared = values!.reduce((sum, ratio, cell) => sum + ratio * peopleCount[cell]!, 0)
    // The map is over the supply a person of all, so that the parts add up to everybody.
    expect(shared).toBeCloseTo(12_000, 6)
  })

  it('is 0 and "none in reach" where nothing is in reach, never unknown', () => {
    const values = valuesOf(CATCHMENT, { facilities: [clinics[0]!] }, { thresholds: '10-20-30' })
    expect(values[cellOf(115)]).toBe(0)
    expect(CATCHMENT.surface!.valueText(0)).toBe('None in reach')
    expect(values.some(Number.isNaN)).toBe(false)
    expect(values[cellOf(15)]).toBeGreaterThan(1)
  })

  it('says where capacities are not known, and shares out teams where there is no facility', () => {
    const mixed = [clinics[0]!, { ...clinics[1]!, capacityCount: null }]
    expect(saying(CATCHMENT, { facilities: mixed })).toContain(
      'The capacity of 1 of 2 health facilities is not known, so each counts as one.',
    )
    expect(saying(CATCHMENT)).toContain('No health facility is on record, so the teams')
    expect(saying(CATCHMENT)).toContain('Teams posted: 3 for 12 k people')
  })
})

describe('a route in words', () => {
  it('tells the lowest tonnage and the lowest load class on the way', () => {
    const geometry = (x: number) =>
      ({ type: 'point', position: at(x, 0), radiusMetres: 300 }) as const
    const restrictions = [
      aRestriction({ geometry: geometry(20), effect: { type: 'massLimit', maxTonnes: 10 } }),
      aRestriction({ geometry: geometry(30), effect: { type: 'classLimit', maxLoadClass: 24 } }),
      aRestriction({ geometry: geometry(40), effect: { type: 'classLimit', maxLoadClass: 12 } }),
    ]
    const asked = { to: 'Village 55' }
    expect(saying(ROUTE, { restrictions }, asked)).toContain(
      'The lowest limits on the way are 10 t and load class 12 (Truck, 8 t, class 9, passes).',
    )
    expect(saying(ROUTE, { restrictions: restrictions.slice(0, 1) }, asked)).toContain(
      'The lowest limit on the way is 10 t (Truck, 8 t passes).',
    )
  })
})

describe('with little to go by', () => {
  const oneCell = groundOf({
    areas: [
      {
        id: 'a',
        name: 'Speck',
        level: 1,
        placeCode: null,
        parentId: null,
        aliases: [],
        outline: [[[at(0, 0), at(3, 0), at(3, 3), at(0, 3), at(0, 0)]]],
        populationCount: null,
      },
    ],
    communities: [aCommunity({ id: 'v', position: at(1, 1), areaId: 'a', populationCount: 700 })],
    population: null,
    roads: [],
    gridResolution: 5,
  })
  const nobody = facts.ground.peopleCount.map(() => 0)
  const CASES: Readonly<Record<string, Partial<StudyFacts>>> = {
    'no roads': { ground: { ...facts.ground, network: oneCell.network } },
    'no posts': { posts: [], bases: [], teams: [], medicalUnits: [] },
    'no people': {
      ground: { ...facts.ground, peopleCount: nobody, communityPeopleCount: nobody.slice(0, 12) },
    },
    'no care': { medicalUnits: [], teams: [], facilities: [] },
    'everything closed': { restrictions: [allClosed] },
    'one cell': { ground: oneCell },
    'posts off the ground': { posts: [{ id: 'p', name: 'At sea', position: at(900, 900) }] },
  }

  it.each(
    Object.entries(CASES).flatMap(([name, parts]) =>
      STUDIES.map((study) => [study.id, name, study, parts] as const),
    ),
  )('%s, %s: a sentence, and no broken figure', (_, __, study, parts) => {
    for (const choices of [{}, { patients: 'posts' }]) {
      const answer = study.ask(accessFacts(parts), choices)
      expect(sentencesOf(answer)[0]).toMatch(/\w+ .*\.$/s)
      const shown = JSON.stringify(answer.blocks.filter(({ type }) => type !== 'intervals'))
      expect(shown).not.toMatch(/NaN|Infinity|undefined|null %/)
      for (const value of answer.values!) {
        if (!Number.isNaN(value)) expect(study.surface!.valueText(value)).toMatch(/\S/)
      }
    }
  })

  it('says so where there are no roads, and where all is closed', () => {
    for (const study of STUDIES)
      expect(saying(study, CASES['no roads'])).toContain('No roads are on record')
    expect(saying(TRAVEL_TIME, CASES['everything closed'])).toContain('Nobody can be reached')
    expect(saying(WET_DRY, CASES['everything closed'])).toContain('Nobody can be reached')
    expect(saying(CATCHMENT, CASES['everything closed'])).toContain('(100 %) have none in reach')
    expect(saying(CASEVAC, CASES['everything closed'])).toContain('have no way on record')
  })
})
