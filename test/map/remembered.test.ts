import { describe, expect, it } from 'vitest'
import { remembered, rememberedParts } from '#map/remembered.ts'

describe('remembered', () => {
  it('gives the same object for equal arguments, member by member', () => {
    const list = remembered((...items: readonly unknown[]) => [...items])
    const a = {}
    expect(list(a, 1)).toBe(list(a, 1))
    expect(list({}, 1)).not.toBe(list(a, 1))
  })

  it('does not take fewer arguments for more', () => {
    const list = remembered((...items: readonly number[]) => [...items])
    expect(list()).toEqual([])
    expect(list(1)).toEqual([1])
    expect(list(1, 2)).toEqual([1, 2])
  })

  it('keeps as many as it was told to', () => {
    const box = remembered((value: number) => ({ value }), 2)
    const first = box(1)
    box(2)
    expect(box(1)).toBe(first)
    box(3)
    expect(box(1)).toBe(first)
    box(4)
    box(5)
    expect(box(1)).not.toBe(first)
  })

  it('compares the members of one object', () => {
    const made = rememberedParts((parts: { a?: number; b?: number }) => ({ ...parts }))
    expect(made({ a: 1, b: 2 })).toBe(made({ b: 2, a: 1 }))
    expect(made({ a: 1 })).not.toBe(made({ a: 1, b: 2 }))
  })
})
