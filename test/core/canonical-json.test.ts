import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  canonicalJson,
  hashOf,
  hashOfBytes,
  hashOfNumbers,
  hashOfText,
} from '#core/canonical-json.ts'

describe('canonical JSON', () => {
  it('reads back as the same value, whatever it was', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })

  it('does not depend on the order of members', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const reversed = Object.fromEntries(Object.entries(value).reverse())
        expect(canonicalJson(reversed)).toBe(canonicalJson(value))
      }),
    )
  })

  it('leaves out what is undefined, as JSON.stringify does', () => {
    expect(canonicalJson({ b: undefined, a: [undefined, 1] })).toBe('{"a":[null,1]}')
  })

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
    'refuses %s, which would come back as null',
    (value) => {
      expect(() => canonicalJson({ deep: [value] })).toThrow(TypeError)
    },
  )
})

describe('hashes', () => {
  it('are SHA-256 (FIPS 180-2, appendix B.1 and the empty message)', () => {
    const abc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
    const empty = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
    expect(hashOfText('abc')).toBe(abc)
    expect(hashOfBytes(new Uint8Array([97, 98, 99]))).toBe(abc)
    expect(hashOfText('')).toBe(empty)
    expect(hashOf({ b: 1, a: 2 })).toBe(hashOf({ a: 2, b: 1 }))
  })

  it('hashes numbers by their values, whatever array holds them and however many there are', () => {
    const many = Array.from({ length: 70_001 }, (_, i) => i / 4)
    expect(hashOfNumbers(Float32Array.from(many))).toBe(hashOfNumbers(many))
    expect(hashOfNumbers([...many.slice(0, -1), 0])).not.toBe(hashOfNumbers(many))
    expect(hashOfNumbers([1, 2])).not.toBe(hashOfNumbers([1, 2, 0]))
    // SHA-256 of the eight bytes 00 00 00 00 00 00 f0 3f.
    expect(hashOfNumbers([1])).toBe(
      createHash('sha256')
        .update(Buffer.from(Float64Array.of(1).buffer))
        .digest('hex'),
    )
  })
})
