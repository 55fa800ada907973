import { describe, expect, it } from 'vitest'
import { createDrafting } from '#state/desk/drafting.ts'
import { aRestriction, someContents } from '#support/build.ts'

const [first, second] = [aRestriction({ severity: 1 }), aRestriction({ severity: 3 })]

describe('a restriction in hand', () => {
  it('stands in for its row, with one table for one draft', () => {
    const facts = someContents({ restrictions: [aRestriction(), aRestriction({ id: 'other' })] })
    const { factsWith } = createDrafting()
    const { tables } = factsWith(facts, first).document
    expect([...tables.restrictions.values()]).toEqual([first, aRestriction({ id: 'other' })])
    expect(factsWith(facts, first).document.tables.restrictions).toBe(tables.restrictions)
    expect(factsWith(facts, second).document.tables.restrictions).not.toBe(tables.restrictions)
    expect(tables.zones).toBe(facts.document.tables.zones)
    expect(factsWith(facts, null).document).toBe(facts.document)
    expect(facts.document.tables.restrictions.get(first.id)).toEqual(aRestriction())
  })

  it('waits while an answer is worked out, the last one wins, and letting go does not wait', () => {
    const drafting = createDrafting()
    expect(drafting.next(first, false)).toBeNull()
    expect(drafting.next(first, true)).toBe(first)
    expect(drafting.next(second, false)).toBe(first)
    expect(drafting.next(second, true)).toBe(second)
    expect(drafting.next(null, false)).toBeNull()
  })
})
