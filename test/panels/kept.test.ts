import { expect, it } from 'vitest'
import { kept } from '#panels/compare/kept.ts'

it('gives one object for the same arguments, and forgets the oldest', () => {
  const pairOf = kept((...names: readonly string[]) => ({ names }), 2)
  const first = pairOf('a', 'b')
  expect(pairOf('a', 'b')).toBe(first)
  expect(pairOf('a')).not.toBe(first)
  expect(pairOf('a', 'b')).toBe(first)
  pairOf('c')
  expect(pairOf('a', 'b')).not.toBe(first)
})
