import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decisionFit, fittedText } from '#briefing/slides/decision/decision-fit.ts'
import { totalNote } from '#briefing/slides/decision/decision-matrix.tsx'

describe('the room that a decision has', () => {
  it('is never under one rem, and always holds a criterion', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 20, max: 120 }),
        (bodyRem, rootPixels) => {
          const frame = { widthPixels: 3840, heightPixels: 2160, rootPixels }
          const fit = decisionFit(frame, bodyRem)
          expect(fit.textRem).toBeGreaterThanOrEqual(1)
          expect(fit.criterionCount).toBeGreaterThanOrEqual(1)
          expect(fit.criterionCount).toBeLessThanOrEqual(6)
        },
      ),
    )
  })

  it('says the longest that a line holds, and never nothing', () => {
    const point = { lead: 'However', text: 'a; b; c.', shorter: ['a; 2 more.'], status: null }
    expect(fittedText({ ...point, shorter: ['a; b.', 'a.'] }, 6)).toBe('a; b.')
    expect([fittedText(point, 8), fittedText(point, 1)]).toEqual(['a; b; c.', 'a; 2 more.'])
    const { shorter: _, ...whole } = point
    expect(fittedText(whole, 1)).toBe('a; b; c.')
  })

  it('says of how many criteria a score is, and how many there is no room for', () => {
    expect(totalNote({ note: 'of 11 criteria' }, 5)).toBe('of 11 criteria, 5 not shown')
    expect(totalNote({ note: 'of 6 criteria' }, 0)).toBe('of 6 criteria')
  })
})
