import { describe, expect, it } from 'vitest'
import { cellSentence } from '#panels/compare/matrix/cell-text.ts'
import { aCell, aRow } from '#support/compared.ts'

describe('what a cell says of draws', () => {
  const said = (betterShare: number, sameShare: number) =>
    cellSentence(
      aRow().criterion,
      aCell({ betterShares: [null, betterShare], sameShares: [null, sameShare] }),
      ['COA 1', 'COA 2'],
    )
      .split('; ')
      .at(-1)

  it('is never that a copy is better in half of them', () => {
    expect(said(0.5, 1)).toBe('the same as COA 2 in every draw')
    expect(said(0.47, 0.7)).toBe('better than COA 2 in 12 % of draws, the same in 70 %')
    expect(said(0.35, 0.7)).toBe('better than COA 2 in no draw, the same in 70 %')
    expect(said(1, 0)).toBe('better than COA 2 in all draws')
  })
})
