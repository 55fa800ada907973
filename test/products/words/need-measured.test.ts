import { describe, expect, it } from 'vitest'
import { DEFAULT_INDICATORS } from '#core/defaults/indicators.ts'
import { needMeasured } from '#products/words/need-measured.ts'
import { anOperation } from '../../support/build.ts'

describe('needMeasured', () => {
  it('says in two sentences what need is made of and what is said where too little is known', () => {
    const [made = '', missing = '', ...more] = needMeasured(anOperation())
    expect(more).toEqual([])
    expect(made).toMatch(
      /^Need runs from 0 to 10 and is the inverted geometric mean, .* \d+ indicators, the heaviest first: .* and .*\.$/,
    )
    expect(missing).toMatch(/^Where less than \d+ % of their weight is known, need is not known/)
  })

  it('names the heaviest first and leaves out what weighs nothing', () => {
    const [a, b, ...others] = DEFAULT_INDICATORS
    const weighed = [
      { ...a!, name: 'Water', weight: 1 },
      { ...b!, name: 'Violence', weight: 2 },
      ...others.map((each) => ({ ...each, weight: 0 })),
    ]
    expect(needMeasured(anOperation({ indicators: weighed }))[0]).toContain(
      'of 2 indicators, the heaviest first: violence and water.',
    )
    expect(needMeasured(anOperation({ indicators: [] }))).toEqual([
      'No indicators of need are set, so need is not measured.',
    ])
  })
})
