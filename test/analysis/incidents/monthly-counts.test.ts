import { describe, expect, it } from 'vitest'
import { monthlyCounts } from '#analysis/incidents/monthly-counts.ts'
import { epochMinutesOf } from '#core/time/instant.ts'

describe('monthlyCounts', () => {
  const occurred = [
    '2024-01-31T23:59:00Z',
    '2024-02-01T00:00:00Z',
    '2024-02-29T23:59:00Z',
    '2024-04-10T12:00:00Z',
    '2024-05-02T00:00:00Z',
  ].map(epochMinutesOf)
  const records = (from: string, until: string) => ({
    fromEpochMinutes: epochMinutesOf(from),
    untilEpochMinutes: epochMinutesOf(until),
  })

  it('counts whole months, empty ones among them', () => {
    const found = monthlyCounts(occurred, records('2024-02-01T00:00:00Z', '2024-05-20T00:00:00Z'))
    expect(found.firstMonth).toBe(2024 * 12 + 1)
    expect([...found.counts]).toEqual([2, 0, 1])
  })

  it('leaves out a month that was recorded in part, and one that is not over', () => {
    const found = monthlyCounts(occurred, records('2024-02-02T00:00:00Z', '2024-05-01T00:00:00Z'))
    expect(found.firstMonth).toBe(2024 * 12 + 2)
    expect([...found.counts]).toEqual([0, 1])
    const none = monthlyCounts(occurred, records('2024-05-02T00:00:00Z', '2024-05-20T00:00:00Z'))
    expect(none.counts.length).toBe(0)
  })
})
