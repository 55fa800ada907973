import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JudgedCriterion, Standing } from '#analysis/compare/matrix/matrix.ts'
import { matrixOf } from '#analysis/compare/matrix/matrix-of.ts'
import type { Comparison } from '#analysis/compare/scenario-measures.ts'
import {
  becauseSaid,
  civilianSaid,
  decisionHeadline,
  howeverSaid,
} from '#products/pages/decision/decision-words.ts'
import { wallFigure, wallPeopleText } from '#products/words/wall-figure.ts'
import { aMatrix, aRow } from '#support/compared.ts'
import { judged, matrixFacts, rangesAround } from '../../analysis/compare/matrix/some-matrix.ts'

const SIDES = {
  scenario: { id: 'coa-1', name: 'COA 1' },
  against: { id: 'current-posture', name: 'Current posture', isBaseline: true },
  nameOf: (id: string) => (id === 'coa-1' ? 'COA 1' : 'Current posture'),
}
const OF_PEOPLE = { unit: 'people', measureId: 'peopleOutOfReach' }
const STANDARD = { responseStandardMinutes: 120 }

function comparisonOf(lost: readonly (readonly [string, number])[], gained = 280_000): Comparison {
  return {
    gainedPeopleCount: gained,
    lostPeopleCount: lost.reduce((sum, [, count]) => sum + count, 0),
    counties: lost.map(([name, lostPeopleCount], areaIndex) => ({
      areaIndex,
      name,
      gainedPeopleCount: 0,
      lostPeopleCount,
    })),
    gainedCommunities: new Uint32Array(),
    lostCommunities: new Uint32Array(),
    measures: [],
    difference: new Float64Array(),
  }
}

/** Rows of the current posture and COA 1, as a matrix has them. */
function matrixOfRows(
  rows: readonly {
    readonly name: string
    readonly weight: number
    readonly values: readonly [now: number, own: number]
    readonly parts?: Partial<JudgedCriterion>
    readonly isSure?: boolean
  }[],
) {
  return aMatrix(
    rows.map(({ name, weight, values, parts = {}, isSure = true }) => {
      const criterion = { id: name, name, weight, benchmark: null, ...parts }
      const { worst, best } = parts.scale ?? { worst: 0, best: 1 }
      const row = aRow(
        criterion,
        values.map((value) => ({ value, score: (10 * (value - worst)) / (best - worst) })),
      )
      const standing = isSure ? values[1] > values[0] === row.criterion.isHighGood : null
      const own: Standing = standing === null ? 'same' : standing ? 'better' : 'worse'
      const other: Standing = own === 'same' ? own : own === 'better' ? 'worse' : 'better'
      return {
        ...row,
        standings: [
          ['same', other],
          [own, 'same'],
        ] as const,
      }
    }),
  )
}

const PEOPLE = {
  ...{ unit: 'people', isHighGood: false, scale: { worst: 1_000_000, best: 0 } },
} as const
const MATRIX = matrixOfRows([
  { name: 'Need met', weight: 30, values: [0.34, 0.45] },
  { name: 'People out of reach', weight: 20, values: [801_000, 435_000], parts: PEOPLE },
  {
    ...{ name: 'Consent of hosts', weight: 5, values: [7, 6] },
    parts: { measureId: null, unit: 'of 10', scale: { worst: 0, best: 10 } },
  },
  { name: 'CASEVAC 10-1-2', weight: 15, values: [0.786, 0.792] },
  { name: 'Worst county', weight: 15, values: [0.3, 0.2], isSure: false },
])
const JUDGED = { matrix: MATRIX, recommendedId: 'coa-1' }

describe('what a decision says', () => {
  it('is for it what gets better, that which weighs most first, and against it what gets worse', () => {
    expect(becauseSaid(MATRIX, SIDES).text).toBe(
      'people out of reach 435\u00a0k (now 801\u00a0k); need met 45\u00a0% (now 34\u00a0%); CASEVAC 10-1-2 79.2\u00a0% (now 78.6\u00a0%).',
    )
    expect(howeverSaid(JUDGED, SIDES).text).toBe('Consent of hosts 6\u00a0of 10 (now 7).')
    expect(becauseSaid(MATRIX, SIDES).shorter).toEqual([
      'people out of reach 435\u00a0k (now 801\u00a0k); need met 45\u00a0% (now 34\u00a0%); 1 more.',
      'people out of reach 435\u00a0k (now 801\u00a0k); 2 more.',
    ])
  })

  it('holds nothing against it that is the same in both, whatever the benchmark', () => {
    const over = { benchmark: 40_000, ...PEOPLE }
    const same = matrixOfRows([
      {
        name: 'People out of reach',
        weight: 20,
        values: [75_000, 75_000],
        parts: over,
        isSure: false,
      },
    ])
    expect(howeverSaid({ matrix: same, recommendedId: 'coa-1' }, SIDES).text).toBe(
      'no weighed criterion gets worse.',
    )
  })

  it('puts forward only what is material between these two, whatever a third one is worth', () => {
    const criteria = [judged('Reach', { scale: { worst: 0, best: 10_000 } })]
    const sides = {
      scenario: { id: 's1', name: 'COA 1' },
      against: { id: 's0', name: 'Current posture', isBaseline: true },
      nameOf: (id: string) => id,
    }
    const said = (values: readonly number[], margin: number) => {
      const ranges = rangesAround({ Reach: values }, margin)
      const matrix = matrixOf({ ...matrixFacts({ Reach: values }, criteria), ranges })
      expect(matrix.rows[0]!.isTelling).toBe(values.length > 2 || margin < 40)
      return becauseSaid(matrix, sides).text
    }
    const nothing = 'no weighed criterion gets better.'
    expect(said([500, 540], 100)).toBe(nothing)
    expect(said([500, 540, 9000], 100)).toBe(nothing)
    expect(said([500, 540, 9000], 10)).toBe('reach 540 (now 500).')
  })

  it('takes a word that people gave for no unit of a measure', () => {
    expect(wallFigure(7, { unit: 'share', measureId: null })).toBe('7\u00a0share')
    expect(wallFigure(3, { unit: 'people', measureId: null })).toBe('3\u00a0people')
    expect(wallFigure(0.07, { unit: 'share', measureId: 'needMet' })).toBe('7.0\u00a0%')
  })

  it('says who is first where that is another, and that there is a tie', () => {
    const stay = { ...SIDES, scenario: SIDES.against, against: SIDES.scenario }
    const other = { ...stay, against: { ...SIDES.scenario, isBaseline: false } }
    expect(howeverSaid(JUDGED, other).shorter.at(-1)).toBe(
      'COA 1 is first by weighted score, 6.0 against 4.0; 3 more.',
    )
    const tied = {
      ...MATRIX,
      totals: MATRIX.totals.map((total) => ({ ...total, place: 1, isTie: true })),
    }
    expect(howeverSaid({ matrix: tied, recommendedId: null }, SIDES).shorter).toEqual([
      'Current posture and COA 1 tie by weighted score; 1 more.',
    ])
    expect(
      decisionHeadline({ matrix: tied, recommendedId: null }, comparisonOf([]), SIDES, STANDARD),
    ).not.toMatch(/^Recommended/)
    expect(decisionHeadline(JUDGED, comparisonOf([]), SIDES, STANDARD)).toBe(
      'Recommended: COA 1 brings help within 2\u00a0h to 280\u202f000 more people; nobody loses it',
    )
    expect(howeverSaid({ matrix: MATRIX, recommendedId: null }, SIDES).shorter).toEqual([
      'not recommended: values are missing that would tell it from the next; 1 more.',
    ])
  })

  it('always says who loses help and who gains it, with places where there is room for them', () => {
    const two = comparisonOf([
      ['Bomi', 60_000],
      ['Grand Cape Mount', 58_000],
    ])
    expect(civilianSaid(two, STANDARD)).toEqual({
      text: '118\u00a0k people lose help within 2\u00a0h, most in Bomi and Grand Cape Mount; 280\u00a0k people gain it.',
      shorter: [
        '118\u00a0k people lose help within 2\u00a0h, most in Bomi; 280\u00a0k people gain it.',
        '118\u00a0k people lose help within 2\u00a0h; 280\u00a0k people gain it.',
      ],
    })
    expect(civilianSaid(comparisonOf([], 0), STANDARD).text).toBe(
      'nobody loses help within 2\u00a0h; nobody gains it.',
    )
    const few = civilianSaid(comparisonOf([['Bomi', 3]]), STANDARD).text
    expect(few).toMatch(/^under\u00a05 people lose help/)
  })

  it('tells few people as few, in every figure', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 4.49, noNaN: true }), (count) => {
        expect(wallPeopleText(count)).toBe('under\u00a05')
      }),
    )
    expect([
      wallFigure(0, OF_PEOPLE),
      wallFigure(5, OF_PEOPLE),
      wallFigure(null, OF_PEOPLE),
    ]).toEqual(['0', '5', '–'])
  })
})
