import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keyBetween, spreadKeys } from '#core/order-key.ts'

describe('order keys', () => {
  it('fall strictly between their neighbours, wherever rows are put', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: 200 }), (places) => {
        const keys: string[] = []
        for (const place of places) {
          const at = place % (keys.length + 1)
          keys.splice(at, 0, keyBetween(keys[at - 1] ?? null, keys[at] ?? null))
        }
        expect(keys).toEqual([...new Set(keys)].sort((a, b) => (a < b ? -1 : 1)))
      }),
    )
  })

  it('grow slowly when rows keep coming to the same place', () => {
    let last: string | null = null
    for (let i = 0; i < 1000; i++) last = keyBetween(last, null)
    expect(last!.length).toBeLessThan(300)
    let first: string | null = 'a'
    for (let i = 0; i < 50; i++) first = keyBetween(null, first)
    expect(first! < 'a').toBe(true)
  })

  it('are refused between keys in the wrong order', () => {
    expect(() => keyBetween('b', 'a')).toThrow(RangeError)
    expect(() => keyBetween('a', 'a')).toThrow(RangeError)
  })

  it('spread evenly over a new list', () => {
    for (const count of [1, 2, 61, 62, 500]) {
      const keys = spreadKeys(count)
      expect(new Set(keys).size).toBe(count)
      expect(keys).toEqual([...keys].sort((a, b) => (a < b ? -1 : 1)))
    }
  })
})
