import { describe, expect, it } from 'vitest'
import { changedSince } from '#briefing/place/changed-since.ts'
import type { BigNumber, Page } from '#core/records/page.ts'
import { aFrozenPage } from '#support/build.ts'

const number = (id: string, value: string): BigNumber => ({
  id,
  value,
  unit: '%',
  label: `Need ${id}`,
  comparison: '',
  status: null,
})
const page = (numbers: readonly BigNumber[], parts: Partial<Page> = {}): Page => ({
  ...aFrozenPage('a').page,
  blocks: [{ type: 'numbers', numbers }],
  ...parts,
})

describe('what a page says otherwise than when it was frozen', () => {
  it('is nothing while it is the same', () => {
    expect(changedSince(page([number('a', '61')]), page([number('a', '61')]))).toEqual([])
  })

  it('is told figure by figure, with what came and went', () => {
    const before = page([number('a', '61'), number('b', '5')])
    const after = page([number('a', '58'), number('c', '7')], { headline: 'Less' })
    expect(changedSince(before, after)).toEqual([
      'Headline: Less',
      'Need a: 61 % → 58 %',
      'Need c: new, 7 %',
      'Need b: no longer said',
    ])
  })

  it('names other blocks once, and never more than eight lines', () => {
    const text = (words: string) => ({ type: 'text', paragraphs: [words] }) as const
    const before = page([], { blocks: [text('a'), text('b')] })
    const after = page([], { blocks: [text('c'), text('d')], window: '1–22 NOV 26' })
    expect(changedSince(before, after)).toEqual(['Dates: 1–22 NOV 26', 'Text: other than it was'])
    const many = Array.from({ length: 12 }, (_, at) => number(String(at), '1'))
    const changes = changedSince(page([]), page(many))
    expect(changes).toHaveLength(8)
    expect(changes.at(-1)).toBe('and 5 more')
  })
})
