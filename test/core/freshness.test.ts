import { describe, expect, it } from 'vitest'
import { ageText, freshnessOf, oldText } from '#core/time/freshness.ts'

const NOW = '2026-11-22T12:00:00Z'

describe('freshnessOf', () => {
  it('is fresh before the interval, ageing from it, stale from twice it', () => {
    expect(freshnessOf('2026-11-22T00:01:00Z', 12, NOW)).toBe('fresh')
    expect(freshnessOf('2026-11-22T00:00:00Z', 12, NOW)).toBe('ageing')
    expect(freshnessOf('2026-11-21T12:00:00Z', 12, NOW)).toBe('stale')
  })

  it('does not take silence for freshness', () => {
    expect(freshnessOf(null, 12, NOW)).toBe('unknown')
    expect(freshnessOf('2001-01-01T00:00:00Z', null, NOW)).toBe('fresh')
  })
})

describe('ageText', () => {
  it('speaks in the largest whole unit', () => {
    expect(ageText('2026-11-22T11:20:00Z', NOW)).toBe('40 min')
    expect(ageText('2026-11-22T06:00:00Z', NOW)).toBe('6 h')
    expect(ageText('2026-11-13T12:00:00Z', NOW)).toBe('9 d')
    expect(ageText(null, NOW)).toBe('–')
    expect(oldText('2026-11-22T06:00:00Z', NOW)).toBe('6 h old')
    expect(oldText(null, NOW)).toBe('age not known')
  })

  it('does not call what is newer than the planning time new', () => {
    expect(ageText('2026-11-23T06:00:00Z', NOW)).toBe('later')
    expect(oldText('2026-11-23T06:00:00Z', NOW)).toBe('after planning time')
  })
})
