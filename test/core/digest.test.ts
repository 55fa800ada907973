import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '#core/canonical-json.ts'
import { digestOf, digestOfAll } from '#core/digest.ts'

const member = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.string(),
  fc.jsonValue(),
)

describe('a digest', () => {
  it('is the same for equal data in any order of members, and another for other data', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), member),
        fc.dictionary(fc.string(), member),
        (a, b) => {
          const turned = Object.fromEntries(Object.entries(a).reverse())
          expect(digestOf({ ...turned, left: undefined })).toBe(digestOf(a))
          expect(digestOf(a) === digestOf(b)).toBe(canonicalJson(a) === canonicalJson(b))
        },
      ),
      { numRuns: 300 },
    )
  })

  it('meets no other among a hundred thousand that differ by a letter or a hair', () => {
    const rows = Array.from({ length: 50_000 }, (_, i) => [{ at: i / 1000 }, { name: `C ${i}` }])
    const digests = rows.flat().map(digestOf)
    expect(new Set(digests).size).toBe(100_000)
    expect(digests.every((digest) => digest < 2 ** 48 && Number.isInteger(digest))).toBe(true)
    // Halves of all bits are set: none of the 48 stands still.
    for (let bit = 0; bit < 48; bit++) {
      const set = digests.filter((digest) => Math.floor(digest / 2 ** bit) % 2 === 1).length
      expect(set / 100_000).toBeCloseTo(0.5, 1)
    }
    expect(digestOfAll(digests)).toBe(digestOfAll(digests.toReversed()))
  })

  it('tells apart what runs together as text', () => {
    const apart = [
      ['ab', 'c'],
      ['a', 'bc'],
      ['abc'],
      [['ab'], 'c'],
      [[], []],
      [[[]]],
      [null],
      [0],
      [false],
      [''],
    ]
    expect(new Set(apart.map(digestOf)).size).toBe(apart.length)
  })
})
