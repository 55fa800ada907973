import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { operationOf } from '#core/document.ts'
import type { KeepingRule } from '#core/records/keeping.ts'
import { monthsAfter } from '#core/retention/days.ts'
import { expiriesAt } from '#core/retention/holdings.ts'
import { PROPOSED_RULES } from '#core/retention/proposals.ts'
import { aDataset, aGrievance, anEngagement, anOperation, someIncidents } from '#support/build.ts'

const GRIEVANCES: KeepingRule = { subject: 'grievances', label: 'high', months: 24 }
const PROTECTED: KeepingRule = { subject: 'grievances', label: 'severe', months: 12 }
const ENGAGEMENTS: KeepingRule = { subject: 'engagements', label: 'high', months: 24 }

const expiredIds = (...[document, now, rules]: Parameters<typeof expiriesAt>) =>
  expiriesAt(document, now, rules).expired.map(({ id }) => id)

describe('months after a day', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
  ])('%s and %i are %s', (day, months, then) => {
    expect(monthsAfter(day, months)).toBe(then)
  })

  it('lie in the month that many further, on the same day or the last there is', () => {
    const days = fc.date({
      min: new Date('1990-01-01'),
      max: new Date('2080-01-01'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 600 }), (date, months) => {
        const day = date.toISOString().slice(0, 10)
        const then = monthsAfter(day, months)
        const index = (text: string) => 12 * Number(text.slice(0, 4)) + Number(text.slice(5, 7))
        expect(index(then) - index(day)).toBe(months)
        const next = new Date(Date.parse(then) + 86_400_000).toISOString().slice(0, 10)
        if (then.slice(8) !== day.slice(8)) expect(next.slice(8)).toBe('01')
      }),
    )
  })
})

describe('what has expired', () => {
  it('is nothing where nobody set a rule or a date', () => {
    const document = anOperation({ grievances: [aGrievance({ status: 'resolved' })] })
    expect(operationOf(document).keeping.rules).toEqual([])
    expect(expiriesAt(document, '2099-01-01T00:00:00Z')).toEqual({ expired: [], soon: [] })
  })

  it('is kept through its last day, is told thirty days before, and expires with the next', () => {
    const document = anOperation({ engagements: [anEngagement({ keepUntil: '2026-11-22' })] })
    const at = (now: string) => {
      const { expired, soon } = expiriesAt(document, now)
      return [expired.length, soon.length]
    }
    expect(at('2026-10-23T23:59:59Z')).toEqual([0, 0])
    expect(at('2026-10-24T00:00:00Z')).toEqual([0, 1])
    expect(at('2026-11-22T23:59:59Z')).toEqual([0, 1])
    expect(at('2026-11-23T00:00:00Z')).toEqual([1, 0])
  })

  it('is a dataset of protected incidents too, from its import on', () => {
    const columns = someIncidents([[-9.41, 6.61]])
    const parts = { kind: 'protectedIncidents', sensitivity: 'severe', asOf: null } as const
    const dataset = aDataset(columns, { ...parts, id: 'apart', importedAt: '2020-01-01T00:00:00Z' })
    const document = anOperation({ datasets: [dataset] })
    const rule: KeepingRule = { subject: 'protectedIncidents', label: 'severe', months: 36 }
    expect(expiredIds(document, '2022-12-31T00:00:00Z', [rule])).toEqual([])
    expect(expiredIds(document, '2023-01-03T00:00:00Z', [rule])).toEqual(['apart'])
  })

  it('never is an open grievance; the time of others runs from the day of their answer', () => {
    const raisedAt = '2020-01-01T00:00:00Z'
    const document = anOperation({
      grievances: [
        aGrievance({ id: 'open', raisedAt, respondedAt: '2020-02-01T00:00:00Z' }),
        aGrievance({ id: 'worked on', raisedAt, status: 'inProgress' }),
        aGrievance({ id: 'referred', raisedAt, status: 'referred' }),
        aGrievance({
          id: 'answered late',
          raisedAt,
          status: 'resolved',
          respondedAt: '2025-01-01T00:00:00Z',
        }),
      ],
    })
    expect(expiredIds(document, '2026-11-22T12:00:00Z', [GRIEVANCES])).toEqual([])
    expect(expiredIds(document, '2027-01-02T00:00:00Z', [GRIEVANCES])).toEqual(['answered late'])
  })

  it('is a protected case by the shorter of two rules, whichever is named first', () => {
    const closed = { status: 'resolved', respondedAt: '2026-01-10T00:00:00Z' } as const
    const document = anOperation({
      grievances: [
        aGrievance({ id: 'protected', ...closed, isProtectedCase: true, communityId: null }),
        aGrievance({ id: 'other', ...closed }),
      ],
    })
    for (const rules of [
      [GRIEVANCES, PROTECTED],
      [PROTECTED, GRIEVANCES],
    ]) {
      expect(expiredIds(document, '2027-01-11T00:00:00Z', rules)).toEqual(['protected'])
    }
    expect(expiriesAt(document, '2027-01-11T00:00:00Z', [PROTECTED]).expired[0]).toMatchObject({
      label: 'severe',
      lastDay: '2027-01-10',
      rule: PROTECTED,
    })
  })

  it('is not what a person gave a later day, and is what was given an earlier one', () => {
    const document = anOperation({
      engagements: [
        anEngagement({ id: 'longer', heldAt: '2020-01-01T00:00:00Z', keepUntil: '2030-01-01' }),
        anEngagement({ id: 'shorter', keepUntil: '2026-11-10' }),
        anEngagement({ id: 'by rule', heldAt: '2020-01-01T00:00:00Z' }),
        anEngagement({
          id: 'promised',
          heldAt: '2020-01-01T00:00:00Z',
          followUpAt: '2026-01-01T00:00:00Z',
        }),
      ],
    })
    expect(expiredIds(document, '2026-11-22T12:00:00Z', [ENGAGEMENTS])).toEqual([
      'by rule',
      'shorter',
    ])
  })

  it('are datasets of a label or higher, by the newest that they tell of, else by their import', () => {
    const columns = someIncidents([[-9.5, 6.5]])
    const old = { asOf: '2020-01-01T00:00:00Z', importedAt: '2026-11-01T00:00:00Z' }
    const document = anOperation({
      datasets: [
        aDataset(columns, { id: 'low', ...old, sensitivity: 'low' }),
        aDataset(columns, { id: 'high', ...old, sensitivity: 'high' }),
        aDataset(columns, { id: 'severe', ...old, sensitivity: 'severe' }),
        aDataset(columns, { id: 'undated', ...old, asOf: null, sensitivity: 'high' }),
        aDataset(columns, {
          id: 'roads',
          ...old,
          kind: 'roads',
          sensitivity: 'severe',
          keepUntil: '2020-01-01',
        }),
      ],
    })
    const rule = { subject: 'incidents', label: 'high', months: 36 } as const
    expect(expiredIds(document, '2026-11-22T12:00:00Z', [rule]).sort()).toEqual(['high', 'severe'])
  })

  it('stays expired as time goes on, and a rule more never keeps anything longer', () => {
    const instant = fc
      .date({ min: new Date('2015-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString())
    const grievance = fc.record({
      raisedAt: instant,
      status: fc.constantFrom('open', 'resolved', 'referred'),
      isProtectedCase: fc.boolean(),
    })
    const rules = fc.subarray([...PROPOSED_RULES])
    fc.assert(
      fc.property(
        fc.array(grievance, { maxLength: 12 }),
        instant,
        instant,
        rules,
        (rows, one, other, some) => {
          const grievances = rows.map((row, i) => aGrievance({ id: `g${i}`, ...row }))
          const document = anOperation({ grievances })
          const [earlier, later] = [one, other].sort() as [string, string]
          const gone = expiredIds(document, earlier, some)
          expect(expiredIds(document, later, some)).toEqual(expect.arrayContaining(gone))
          expect(expiredIds(document, earlier, PROPOSED_RULES)).toEqual(
            expect.arrayContaining(gone),
          )
        },
      ),
      { numRuns: 60 },
    )
  })
})
