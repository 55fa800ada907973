import { describe, expect, it } from 'vitest'
import { printAlternatives, regretWords } from '#cli/plan-choices.ts'
import { printProof, proofFacts } from '#cli/plan-proof.ts'
import type { Plan } from '#planner/plan.ts'

/** What is printed. */
function printedBy(print: (terminal: Parameters<typeof printProof>[2]) => void): string {
  const lines: string[] = []
  print({ print: (text) => lines.push(text), warn: () => {}, now: () => '', newId: () => '' })
  return lines.join('\n')
}

describe('words about a plan', () => {
  it('tell whether a proof was cut short, how long it ran and what it came upon', () => {
    const plan = { objective: 40, gapShare: 0.01 } as Plan
    const proof = { bound: 41, engine: 'prices', metObjective: 40.5, ranSeconds: 12.2 } as const
    const cut = { ...proof, wasCutShort: true }
    expect(proofFacts(plan, cut)).toMatchObject({
      wasCutShort: true,
      ranSeconds: 12.2,
      metBetterPlan: true,
      betterPoints: 0.5,
    })
    expect(printedBy((terminal) => printProof(plan, cut, terminal))).toBe(
      'The proof was cut short after 12 s; more seconds might show more.\nThe proof came upon a plan worth 0.5 points more: more search steps may find it.',
    )
    const closed = { ...plan, gapShare: 0 }
    const same = { ...cut, metObjective: null }
    expect(printedBy((terminal) => printProof(closed, same, terminal))).toBe('')
    expect(proofFacts(closed, same)).toMatchObject({ wasCutShort: false, metBetterPlan: false })
  })

  it('say of draws that hardly another plan is better, and how much where one is', () => {
    expect(regretWords({ regretPoints: [0, 0.04] })).toBe(
      'hardly any draw, 1 of 20 at most, would have another plan be noticeably better',
    )
    expect(regretWords({ regretPoints: [0.3, 1.2] })).toBe(
      'one made for a draw is worth 0.3 points more as a rule, in the worst twentieth at least 1.2 points',
    )
  })

  it('list twelve of what stands in some plans, and count the others', () => {
    const standings = Array.from({ length: 20 }, (_, at) => ({
      kind: at < 3 ? ('always' as const) : ('sometimes' as const),
      planCount: at < 3 ? 4 : at < 18 ? 2 : 1,
      placeId: `${at}`,
      placeName: `Place ${at}`,
      typeId: 'a',
      typeName: 'Platoon',
      leastCount: 1,
      mostCount: 1,
    }))
    const text = printedBy((terminal) => printAlternatives({ plans: [], standings }, terminal))
    expect(text.match(/^always/gm)).toHaveLength(3)
    expect(text.match(/^sometimes/gm)).toHaveLength(12)
    expect(text).toContain('\nand 3 more that stand in several\n2 postings in one plan alone.')
  })
})
