import { describe, expect, it } from 'vitest'
import type { Comparison } from '#analysis/compare/scenario-measures.ts'
import { askOnce, type Compare } from '#briefing/facts/kept-comparisons.ts'
import type { ScenariosToCompare } from '#jobs/compare.ts'
import { compare } from '#jobs/compare.ts'
import { aDeck, answersOf } from '../a-briefing.tsx'

async function someSides(): Promise<ScenariosToCompare> {
  const { pictures } = await answersOf(aDeck())
  const [a, b] = [pictures['current-posture'], pictures['coa-1']]
  if (!a || !b) throw new Error('no pictures')
  return { a, b, baseline: a }
}

describe('askOnce', () => {
  it('asks once for equal keys, and has the answer at once when it is asked again', async () => {
    const sides = await someSides()
    let count = 0
    const counting: Compare = async (asked) => {
      count++
      return compare(asked)
    }
    const first = askOnce(counting, [1, sides.a], sides)
    expect(first.value).toBeNull()
    const value: Comparison = await first.work
    expect(askOnce(counting, [1, sides.a], sides).value).toBe(value)
    expect(count).toBe(1)
    await askOnce(counting, [2, sides.a], sides).work
    expect(count).toBe(2)
  })

  it('asks again after a failure', async () => {
    const sides = await someSides()
    let count = 0
    const failing: Compare = async (asked) => {
      if (++count === 1) throw new Error('the worker died')
      return compare(asked)
    }
    await expect(askOnce(failing, ['key'], sides).work).rejects.toThrow('died')
    await expect(askOnce(failing, ['key'], sides).work).resolves.toBeTruthy()
  })
})
