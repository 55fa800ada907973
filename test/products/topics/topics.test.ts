import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Columns } from '#core/columns/columns.ts'
import { documentOf, type OperationDocument } from '#core/document.ts'
import { newOperation } from '#core/new-operation.ts'
import { incidentTrend, trendWord } from '#products/counts/incident-trend.ts'
import { incidentsByCounty } from '#products/counts/incidents-by-county.ts'
import { periodOf } from '#products/counts/period-of.ts'
import { toldTrend } from '#products/counts/told-trend.ts'
import { unknownPeople } from '#products/counts/unknown-people.ts'
import { documentAt } from '#products/levels/document-at.ts'
import { accessChanges } from '#products/topics/access.ts'
import { TOPICS, topicNamed } from '#products/topics/registry.ts'
import { roundedPeople } from '#products/words/headline.ts'
import { aDataset, anOperation, aRestriction, PLANNING_AT } from '../../support/build.ts'
import { theSample } from '../../support/sample.ts'
import { aGround, aSituation, factsOf, incidentsAgo } from '../a-report.ts'

const at = Date.parse(PLANNING_AT) / 60_000

function withIncidents(
  rows: readonly (readonly [number, string])[],
  asOf: string | null = PLANNING_AT,
) {
  const batch = incidentsAgo(at, rows)
  const datasets = [aDataset(batch, { id: 'i', asOf, sensitivity: 'high' })]
  return { document: anOperation({ datasets }), columns: new Map([['i', batch]]) }
}

function saidBy(
  topicId: string,
  { document, columns }: { document: OperationDocument; columns: ReadonlyMap<string, Columns> },
  deck: Parameters<typeof factsOf>[2] = {},
) {
  return topicNamed(topicId)!.say(factsOf(document, columns, deck), 'current-posture')
}

describe('incidents against what is usual', () => {
  it('sets this period beside the mean of the four before, by hand', () => {
    const week = [0.5, 1, 6.9].map((ago) => [ago, 'violence'] as const)
    const before = [8, 9, 15, 22, 29, 34].map((ago) => [ago, 'theft'] as const)
    const far = [[36, 'theft'] as const, [60, 'theft'] as const]
    const facts = withIncidents([...week, ...before, ...far])
    const trend = incidentTrend(
      factsOf(facts.document, facts.columns, { deck: { periodDays: 7 } }),
    )!
    expect(trend.all).toEqual({ nowCount: 3, usualCount: 1.5 })
    expect(trend.types).toEqual([
      { type: 'violence', nowCount: 3, usualCount: 0 },
      { type: 'theft', nowCount: 0, usualCount: 1.5 },
    ])
  })

  it('says that it is not known, not that there were none, where records end before', () => {
    const facts = withIncidents([[40, 'theft']], '2026-10-13T12:00:00Z')
    const said = saidBy('incidents', facts, { deck: { periodDays: 1 } })!
    expect(said.headline).toBe(
      'What happened in the last 24 hours is not known: no report reaches so far',
    )
    const quiet = saidBy('incidents', withIncidents([[40, 'theft']]), { deck: { periodDays: 1 } })!
    expect(quiet.headline).toBe('No incidents on record in 24 hours, as before')
    const young = saidBy('incidents', withIncidents([[2, 'theft']]), { deck: { periodDays: 1 } })!
    expect(young.headline).toContain('what is usual is not known')
  })

  it('has types that add up to all', () => {
    const rows = fc.array(
      fc.tuple(
        fc.integer({ min: 1, max: 72_000 }).map((minutes) => minutes / 1440),
        fc.constantFrom('a', 'b', 'c'),
      ),
    )
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 12 }), (list, periodDays) => {
        const { document, columns } = withIncidents([...list, [400, 'a']])
        const { all, types } = incidentTrend(factsOf(document, columns, { deck: { periodDays } }))!
        const now = types.reduce((sum, { nowCount }) => sum + nowCount, 0)
        expect(now).toBe(all.nowCount)
        expect(now).toBe(list.filter(([ago]) => ago > 0 && ago <= periodDays).length)
        expect(types.reduce((sum, each) => sum + each.usualCount!, 0)).toBeCloseTo(all.usualCount!)
      }),
      { numRuns: 60 },
    )
  })

  it('tells partners no line of 1 to 4, and none that is all less the others', () => {
    const ok = (count: number) => count === 0 || count >= 5
    const rows = fc.array(
      fc.tuple(
        fc.integer({ min: 1, max: 34 }).map((day) => day - 0.5),
        fc.constantFrom(...'aaaaaaaabbbbbbc'),
      ),
      { minLength: 40, maxLength: 120 },
    )
    fc.assert(
      fc.property(rows, (list) => {
        const { document, columns } = withIncidents([...list, [400, 'a']])
        const trend = incidentTrend(factsOf(document, columns, { deck: { periodDays: 7 } }))!
        const told = toldTrend(trend)
        if (!told) return
        const isFew = (one: { nowCount: number; usualCount: number | null }) =>
          !ok(one.nowCount) || !ok(4 * one.usualCount!)
        const named = trend.types.filter(({ type }) =>
          told.types.some((line) => line.type === type),
        )
        const sum = (of: (one: (typeof named)[number]) => number) =>
          named.reduce((all, one) => all + of(one), 0)
        const rest = {
          nowCount: trend.all.nowCount - sum((one) => one.nowCount),
          usualCount: trend.all.usualCount! - sum((one) => one.usualCount!),
        }
        expect([trend.all, ...named, rest].filter(isFew)).toEqual([])
        for (const { nowCount, usualCount } of [told.all, ...told.types]) {
          expect([nowCount % 5, (4 * usualCount!) % 5]).toEqual([0, 0])
        }
      }),
      { numRuns: 80 },
    )
  })

  it('tells partners of a quiet week that they are few, and not how few', () => {
    const few = withIncidents([
      [4, 'theft'],
      [5, 'theft'],
      [80, 'theft'],
    ])
    const said = saidBy('incidents', few, { deck: { periodDays: 7, level: 'partners' } })!
    expect(said.headline).toContain('too few to tell of')
    expect(said.blocks).toEqual([])
  })

  it('ends three days before the clock where the picture is of a later day', () => {
    const { document, columns } = withIncidents([])
    const told = (clockAt: string, level: 'internal' | 'public' = 'public') =>
      periodOf(factsOf(document, columns, { deck: { level, periodDays: 7 }, clockAt })).until
    const days = (clockAt: string) => Math.floor(Date.parse(clockAt) / 86_400_000 - 3) * 1440
    const early = '2026-11-10T08:00:00Z'
    expect(told(early)).toBe(days(early))
    expect(told('2026-12-24T08:00:00Z')).toBe(days(PLANNING_AT))
    expect(told(early, 'internal')).toBe(at)
    const [operation] = document.tables.operation.values()
    const exercise = {
      ...document,
      tables: {
        ...document.tables,
        operation: new Map([[operation!.id, { ...operation!, isExercise: true }]]),
      },
    }
    const facts = factsOf(exercise, columns, { deck: { level: 'public' }, clockAt: early })
    expect(periodOf(facts).until).toBe(days(PLANNING_AT))
  })

  it('calls only more than chance more', () => {
    expect(trendWord({ nowCount: 12, usualCount: 10 })).toBe('usual')
    expect(trendWord({ nowCount: 17, usualCount: 10 })).toBe('more')
    expect(trendWord({ nowCount: 3, usualCount: 10 })).toBe('fewer')
    expect(trendWord({ nowCount: 4, usualCount: 0 })).toBe('usual')
    expect(trendWord({ nowCount: 4, usualCount: null })).toBeNull()
  })
})

describe('incidents by county', () => {
  const { document, columns } = theSample()

  it('tells the public no count under five and no line with one hidden', () => {
    const told = incidentsByCounty(factsOf(document, columns, { deck: { level: 'public' } }))!
    const line = [...told.counties.map(({ count }) => count), told.total]
    expect(line.every((count) => count === null || count === 0 || count >= 5)).toBe(true)
    expect(line.filter((count) => count === null).length).not.toBe(1)
    expect(line.filter((count) => count !== null && count > 0).length).toBeGreaterThan(2)
  })

  it('has parts that add up for the staff', () => {
    const told = incidentsByCounty(factsOf(document, columns, { deck: { level: 'internal' } }))!
    expect(told.counties.reduce((sum, { count }) => sum + count!, 0)).toBe(told.total)
  })
})

describe('what is not known', () => {
  it('counts people without known need by county, adding up to all', () => {
    const { document } = theSample()
    const ground = aGround(document)
    const unknown = unknownPeople(ground, aSituation(ground))
    expect(unknown.unknownCount).toBe(1000)
    expect(unknown.counties).toEqual([
      { name: ground.areaNames[0], unknownCount: 1000, allCount: 1000 },
    ])
    expect(unknown.allCount).toBe(1000 * ((15 * 16) / 2))
  })

  it('says what is missing and what is old', () => {
    const { document, columns } = theSample()
    const said = saidBy('notKnown', { document, columns }, { deck: { level: 'public' } })!
    expect(said.headline).toBe(
      `We do not know the needs of ${roundedPeople(1000)} of ${roundedPeople(120_000)} people`,
    )
    expect(JSON.stringify(said.blocks)).toContain('The newest is of 13 November 2026')
    const bare = saidBy('notKnown', withIncidents([]))!
    expect(JSON.stringify(bare.blocks)).toContain('No data on patrols, surveys, roads')
  })
})

describe('changes of access', () => {
  it('tells what began, ended and is due, and no supposition', () => {
    const day = (n: number) => `2026-11-${String(n).padStart(2, '0')}T00:00:00Z`
    const rows = [
      aRestriction({ id: 'began', validFrom: day(20), validTo: null }),
      aRestriction({ id: 'ended', validFrom: day(1), validTo: day(18) }),
      aRestriction({ id: 'due', validFrom: day(24), validTo: null }),
      aRestriction({ id: 'far', validFrom: day(30), validTo: null }),
      aRestriction({ id: 'shock', validFrom: day(20), validTo: null, shockId: 'shock-1' }),
    ]
    const document = anOperation({ restrictions: rows })
    const changes = accessChanges(factsOf(document, new Map(), { deck: { periodDays: 7 } }))
    const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id)
    expect(ids(changes.began)).toEqual(['began'])
    expect(ids(changes.ended)).toEqual(['ended'])
    expect(ids(changes.due)).toEqual(['due'])
    expect(ids(changes.inForce)).toEqual(['began'])
  })
})

describe('access, for partners', () => {
  it('is as it stood three days ago, without what is due and when it was verified', () => {
    const day = (n: number) => `2026-11-${String(n).padStart(2, '0')}T00:00:00Z`
    const lastVerifiedAt = day(21)
    const rows = [
      aRestriction({ id: 'began', validFrom: day(17), validTo: day(25), lastVerifiedAt }),
      aRestriction({ id: 'young', name: 'Young', validFrom: day(21), validTo: null }),
      aRestriction({ id: 'due', name: 'Due', validFrom: day(24), validTo: null }),
    ]
    const document = anOperation({ restrictions: rows })
    const facts = factsOf(document, new Map(), { deck: { periodDays: 7, level: 'partners' } })
    const told = documentAt(document, 'partners').tables.restrictions
    expect([...told.values()]).toMatchObject([{ id: 'began', validTo: null, lastVerifiedAt: null }])
    const { blocks } = topicNamed('access')!.say(facts, 'current-posture')!
    expect(JSON.stringify(blocks)).not.toMatch(/erified|Young|Due|25\d{4}Z/)
    // Nor where the whole document is given.
    const changes = accessChanges({ ...facts, document })
    expect([changes.due, changes.began.map(({ id }) => id)]).toEqual([[], ['began']])
  })
})

describe('every topic', () => {
  it('says something, or why not, of an operation of which nothing is known', () => {
    const empty = newOperation({ id: 'x', name: 'New', planningAt: PLANNING_AT })
    for (const topic of TOPICS) {
      const facts = factsOf(empty, new Map())
      if (topic.fault(facts.document) !== null) continue
      expect(topic.say(facts, 'current-posture')?.headline).toMatch(/^[A-Z]/)
    }
    expect(documentOf('y', {}).tables.areas.size).toBe(0)
  })
})
