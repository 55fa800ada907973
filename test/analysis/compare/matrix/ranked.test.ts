import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matrixOf } from '#analysis/compare/matrix/matrix-of.ts'
import { rankedPart, unlikeIn, unlikeText } from '#analysis/compare/matrix/ranked.ts'
import { argumentOf } from '#analysis/compare/words/argument.ts'
import { plainText } from '#analysis/compare/words/phrase.ts'
import { recommendationOf } from '#analysis/compare/words/recommendation.ts'
import { anOperation, aScenario, aShock } from '#support/build.ts'
import { someTwo } from '../words/some-two.ts'
import { matrixFacts, NAMES, someMatrixFacts } from './some-matrix.ts'

const WET = { head: 'under Wet season', whole: 'under Wet season, against the others without it' }

/** The current posture and three COAs under the shocks named. */
function under(...shocks: readonly (readonly string[])[]) {
  return anOperation({
    shocks: ['wet', 'flood'].map((id) =>
      aShock({ id, name: id === 'wet' ? 'Wet season' : 'Flood' }),
    ),
    scenarios: shocks.map((shockIds, at) =>
      aScenario({ id: `s${at}`, name: `COA ${at}`, isBaseline: at === 0, shockIds: [...shockIds] }),
    ),
  })
}

describe('a COA under other shocks than the others', () => {
  it('takes no place, and the places of the others are as if it were not there', () => {
    fc.assert(
      fc.property(someMatrixFacts(), fc.nat(3), (facts, which) => {
        const { scenarioIds } = facts
        const id = scenarioIds[which % scenarioIds.length]!
        const matrix = matrixOf({ ...facts, unlike: { [id]: WET } })
        const alone = matrixOf({ ...facts, scenarioIds: scenarioIds.filter((each) => each !== id) })
        const own = matrix.totals.find((total) => total.scenarioId === id)!
        expect(own).toMatchObject({ place: null, isTie: false, dominatedById: null })
        expect(own.score).toBe(
          matrixOf(facts).totals.find((total) => total.scenarioId === id)!.score,
        )
        expect(matrix.totals.filter((total) => total !== own)).toEqual(alone.totals)
        expect(rankedPart(matrix).totals).toEqual(alone.totals)
        const asked = { figures: { baselineId: 's0' }, names: NAMES }
        const said = recommendationOf({ matrix, ...asked })
        expect(said.scenarioId).not.toBe(id)
        if (alone.totals.filter(({ place }) => place !== null).length > 1) {
          expect(said.scenarioId).toBe(recommendationOf({ matrix: alone, ...asked }).scenarioId)
        }
        expect(plainText(said.sentence)).toMatch(
          / Not ranked: .*under Wet season, against the others/,
        )
      }),
      { numRuns: 60 },
    )
  })

  it('is recommended by nobody where the others would be one alone', () => {
    const matrix = matrixOf({ ...matrixFacts({ Reach: [4, 6] }), unlike: { s1: WET } })
    const asked = { matrix, figures: { baselineId: 's0' }, names: NAMES }
    expect(plainText(recommendationOf(asked).sentence)).toBe(
      'No COA is recommended: no two COAs with a score are tried under the same. Not ranked: COA 1 (under Wet season, against the others without it).',
    )
  })

  it('is told from the others by its shocks, and by nothing where all have the same', () => {
    const ids = ['s0', 's1', 's2']
    expect(unlikeIn(under([], ['wet'], []), ids)).toEqual({ s1: WET })
    expect(unlikeIn(under(['wet'], ['wet'], ['wet']), ids)).toEqual({})
    expect(unlikeIn(under([], ['wet'], ['wet']), ids.slice(1))).toEqual({})
    expect(unlikeIn(under(['wet'], ['wet', 'flood'], []), ids)).toEqual({
      s1: { head: 'under Flood', whole: 'under Flood, against the others without it' },
      s2: { head: 'without Wet season', whole: 'without Wet season, against the others under it' },
    })
    const document = under(['wet'], ['flood'])
    expect(unlikeText(document, 's1', { id: 's0', name: 'Current posture' })?.whole).toBe(
      'under Flood, against Current posture under Wet season',
    )
  })

  it('says so in the first words of its argument', () => {
    const asked = { ...someTwo(4), isDrawn: false, stale: [] }
    const plain = plainText(argumentOf({ ...asked, unlike: null }).because)
    expect(plainText(argumentOf({ ...asked, unlike: WET }).because)).toBe(`${WET.whole}: ${plain}`)
  })
})
