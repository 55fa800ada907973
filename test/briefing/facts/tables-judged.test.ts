import { describe, expect, it } from 'vitest'
import { shallow } from 'zustand/shallow'
import { tablesJudged } from '#briefing/facts/use-matrix.ts'
import { applyChange } from '#core/change.ts'
import { recordVerdict } from '#core/commands/verdicts/record-verdict.ts'
import { aCriterion, aGivenVerdict, anOperation, aZone } from '#support/build.ts'

describe('what the matrix on a slide is judged by', () => {
  it('stays the same when somebody decides or draws a zone, and not when a weight changes', () => {
    const document = anOperation()
    const put = (table: 'zones' | 'criteria', after: { readonly id: string }) =>
      applyChange(document, {
        note: '',
        rows: [{ table, id: after.id, before: null, after } as never],
      })
    const same = (other: typeof document) => shallow(tablesJudged(other), tablesJudged(document))
    const decided = recordVerdict.change(document, aGivenVerdict())
    expect(same(applyChange(document, decided))).toBe(true)
    expect(same(put('zones', aZone()))).toBe(true)
    expect(same(put('criteria', aCriterion()))).toBe(false)
  })
})
