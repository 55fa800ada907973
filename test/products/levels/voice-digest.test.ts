import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { documentOf } from '#core/document.ts'
import type { ReleaseLevel } from '#core/records/deck.ts'
import { VOICE_GROUPS, VOICE_TOPICS } from '#core/records/engagement.ts'
import { GRIEVANCE_STATUSES, type Grievance } from '#core/records/grievance.ts'
import { documentAt } from '#products/levels/document-at.ts'
import { type VoiceDigest, voiceDigest } from '#products/levels/voice-digest.ts'
import { theSample } from '../../support/sample.ts'

const DAY = 1440
const at = Date.parse('2026-11-22T12:00:00Z') / 60_000
const ASKED = { from: at - 30 * DAY, until: at }
const ALL = { from: 0, until: at }
const COUNTY = { level: 1, placeCode: null, parentId: null, aliases: [], populationCount: null }
const counties = ['a', 'b', 'c', 'd'].map((id) => ({ ...COUNTY, id, name: id, outline: [] }))

type Raised = { county: number; topic: number; status: number; isProtected: boolean }
function grievance({ county, topic, status, isProtected }: Raised, index: number): Grievance {
  return {
    id: `g${index}`,
    raisedAt: '2026-10-12T00:00:00Z',
    communityId: null,
    areaId: counties[county]?.id ?? null,
    topic: VOICE_TOPICS[topic]!,
    raisedBy: 'mixed',
    status: GRIEVANCE_STATUSES[status]!,
    respondedAt: null,
    summary: '',
    via: null,
    isProtectedCase: isProtected,
  }
}

function digestOf(rows: readonly Raised[], level: ReleaseLevel = 'public'): VoiceDigest {
  const grievances = rows.map(grievance)
  const document = documentOf('o', { areas: counties as never, grievances })
  return voiceDigest(document, { level, ...(level === 'public' ? ASKED : ALL) })
}

const raised = fc.array(
  fc.record({
    county: fc.integer({ min: 0, max: 4 }),
    topic: fc.integer({ min: 0, max: 3 }),
    status: fc.integer({ min: 0, max: 3 }),
    isProtected: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  }),
  { maxLength: 60 },
)

describe('voiceDigest', () => {
  it('tells no count under five, and no line with a total has exactly one hidden', () => {
    fc.assert(
      fc.property(raised, (rows) => {
        const { total, ...parts } = digestOf(rows).raised
        for (const part of Object.values(parts)) {
          const line = [...part.map(({ count }) => count), total]
          expect(line.every((count) => count === null || count === 0 || count >= 5)).toBe(true)
          expect(line.filter((count) => count === null).length).not.toBe(1)
        }
      }),
      { numRuns: 150 },
    )
  })

  it('tells outside the staff nothing but whole fives', () => {
    fc.assert(
      fc.property(raised, (rows) => {
        const { total, ...parts } = digestOf(rows).raised
        const told = [total, ...Object.values(parts).flatMap((part) => part.map((p) => p.count))]
        expect(told.filter((count) => (count ?? 0) % 5 !== 0)).toEqual([])
      }),
      { numRuns: 60 },
    )
    const of = (count: number) =>
      Array.from({ length: count }, () => ({ county: 0, topic: 0, status: 0, isProtected: false }))
    expect([8, 9, 12].map((count) => digestOf(of(count)).raised.total)).toEqual([10, 10, 10])
  })

  it('counts what is told right: parts are those of a plain count, protected cases in none', () => {
    fc.assert(
      fc.property(raised, (rows) => {
        const { total, byCounty, byTopic, byStatus } = digestOf(rows, 'internal').raised
        const open = rows.filter(({ isProtected }) => !isProtected)
        const count = (is: (row: Raised) => boolean) => open.filter(is).length
        expect([null, open.length]).toContain(total)
        for (const { of, count: told } of byCounty) {
          const all = count((row) => (counties[row.county]?.id ?? null) === (of?.id ?? null))
          expect([null, all]).toContain(told)
        }
        for (const { of, count: told } of byTopic) {
          expect([null, count((row) => VOICE_TOPICS[row.topic] === of)]).toContain(told)
        }
        for (const { of, count: told } of byStatus) {
          expect([null, count((row) => GRIEVANCE_STATUSES[row.status] === of)]).toContain(told)
        }
        for (const part of [byCounty, byTopic, byStatus]) {
          if (part.some((one) => one.count === null)) continue
          expect(part.reduce((sum, one) => sum + (one.count ?? 0), 0)).toBe(total)
        }
      }),
      { numRuns: 100 },
    )
  })

  it('tells the last whole month outside the staff, and what was asked for to the staff', () => {
    const { document } = theSample()
    const told = voiceDigest(documentAt(document, 'public'), { level: 'public', ...ASKED })
    expect(told.monthText).toBe('October 2026')
    expect(told.raised.total).toBe(
      5 *
        Math.round(
          [...document.tables.grievances.values()].filter(
            (row) => row.raisedAt.startsWith('2026-10') && !row.isProtectedCase,
          ).length / 5,
        ),
    )
    const own = voiceDigest(document, { level: 'internal', ...ASKED })
    expect(own.monthText).toBeNull()
    expect(own.period).toEqual(ASKED)
    const early = { from: ASKED.from, until: Date.parse('2026-11-02T12:00:00Z') / 60_000 }
    expect(voiceDigest(document, { level: 'partners', ...early }).monthText).toBe('September 2026')
  })

  it('counts meetings that took place, and says what nobody wrote down', () => {
    const { document } = theSample()
    const { met } = voiceDigest(document, { level: 'internal', from: 0, until: at + 90 * DAY })
    expect(met.total).toBe(55)
    expect(met.byGroup.map(({ of }) => of)).toEqual(VOICE_GROUPS)
    const nothing = digestOf([])
    expect(nothing.hasGrievances).toBe(false)
    expect(nothing.raised.total).toBe(0)
  })
})
