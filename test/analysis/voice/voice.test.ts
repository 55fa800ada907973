import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groupGap } from '#analysis/voice/group-gap.ts'
import { pooledShare } from '#analysis/voice/pooled-share.ts'
import {
  effectiveSampleCount,
  relativeErrorShare,
  shareDifference,
  weightingEffect,
  wilsonInterval,
} from '#analysis/voice/share-estimate.ts'
import { surveyFigure } from '#analysis/voice/survey-figure.ts'
import { hasReferences, referenceValues } from '../reference-values.ts'

type Intervals = { expected: { wilson_ci95: { x: number; n: number; ci: [number, number] }[] } }
type Rule = { expected: { survey_rule: { n: number; rse?: number; show: string }[] } }

const sampled = fc.record({
  share: fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100),
  sampleCount: fc.integer({ min: 1, max: 2000 }),
  designEffect: fc.oneof(fc.double({ min: 0.5, max: 6, noNaN: true }), fc.constant(Number.NaN)),
})

describe('wilsonInterval', () => {
  it.skipIf(!hasReferences)('is R prop.test', () => {
    const { expected } = referenceValues<Intervals>('02-spacetime/monthly_counts_alarm_trend.json')
    for (const { x, n, ci } of expected.wilson_ci95) {
      const { lower, upper } = wilsonInterval({ share: x / n, sampleCount: n })
      expect(lower).toBeCloseTo(ci[0], 12)
      expect(upper).toBeCloseTo(ci[1], 12)
    }
  })

  it('holds the share, within 0 to 1, and widens with the design effect', () => {
    fc.assert(
      fc.property(sampled, (answers) => {
        const { lower, upper } = wilsonInterval(answers)
        expect(lower >= 0 && lower <= answers.share).toBe(true)
        expect(upper <= 1 && upper >= answers.share).toBe(true)
        const wider = wilsonInterval({ ...answers, designEffect: 7 })
        expect(wider.upper - wider.lower).toBeGreaterThan(upper - lower)
        expect(effectiveSampleCount(answers)).toBeLessThanOrEqual(answers.sampleCount)
      }),
    )
    expect(wilsonInterval({ share: 0.5, sampleCount: 0 }).lower).toBeNaN()
  })

  it('is where the score test just does not tell the share from a limit', () => {
    fc.assert(
      fc.property(sampled, (answers) => {
        const n = effectiveSampleCount(answers)
        const { lower, upper } = wilsonInterval(answers)
        for (const limit of [lower, upper]) {
          if (limit === 0 || limit === 1 || limit === answers.share) continue
          const z = Math.abs(answers.share - limit) / Math.sqrt((limit * (1 - limit)) / n)
          expect(z).toBeCloseTo(1.959963984540054, 6)
        }
      }),
    )
  })
})

describe('design and error', () => {
  it('takes unequal weights for fewer people, never more', () => {
    const weights = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(weights, (list) => {
        expect(weightingEffect(list)).toBeGreaterThanOrEqual(1 - 1e-12)
        expect(weightingEffect(list.map(() => 3))).toBeCloseTo(1, 12)
      }),
    )
    expect(weightingEffect([1, 3])).toBeCloseTo(1.25, 12)
  })

  it('has a relative error that grows as yes gets rare', () => {
    expect(relativeErrorShare({ share: 0.5, sampleCount: 100 })).toBeCloseTo(0.1, 12)
    const doubled = { share: 0.5, sampleCount: 400, designEffect: 4 }
    expect(relativeErrorShare(doubled)).toBeCloseTo(0.1, 12)
    expect(relativeErrorShare({ share: 0, sampleCount: 80 })).toBe(Number.POSITIVE_INFINITY)
  })
})

describe('shareDifference', () => {
  it('has Newcombe’s own example: 56 of 70 and 48 of 80', () => {
    const found = shareDifference(
      { share: 56 / 70, sampleCount: 70 },
      { share: 48 / 80, sampleCount: 80 },
    )
    expect(found.difference).toBeCloseTo(0.2, 12)
    expect(found.lower).toBeCloseTo(0.0524, 4)
    expect(found.upper).toBeCloseTo(0.3339, 4)
    expect(found.isSeen).toBe(true)
  })

  it('turns over with its sides and stays within −1 to 1', () => {
    fc.assert(
      fc.property(sampled, sampled, (a, b) => {
        const [there, back] = [shareDifference(a, b), shareDifference(b, a)]
        expect(there.lower).toBeCloseTo(-back.upper, 12)
        expect(there.lower <= there.difference && there.difference <= there.upper).toBe(true)
        expect(there.lower >= -1 - 1e-9 && there.upper <= 1 + 1e-9).toBe(true)
      }),
    )
  })
})

describe('surveyFigure', () => {
  it.skipIf(!hasReferences)('follows the rule of the reference', () => {
    const { expected } = referenceValues<Rule>('10-disclosure/min_cell_k_anonymity.json')
    const words = {
      suppressed: 'suppressed',
      noValue: 'no value',
      withWarning: 'with warning',
      value: 'value',
    }
    for (const { n, rse, show } of expected.survey_rule) {
      const share = rse === undefined ? 0.5 : 1 / (1 + n * rse * rse)
      expect(show).toContain(words[surveyFigure({ share, sampleCount: n }).display])
    }
  })

  it('shows no value where none may be, nor how many were asked where they were few', () => {
    fc.assert(
      fc.property(sampled, (answers) => {
        const figure = surveyFigure(answers)
        const effective = effectiveSampleCount(answers)
        expect(figure.share === null).toBe(answers.sampleCount < 10 || effective < 30)
        expect(figure.interval === null).toBe(figure.share === null)
        expect(figure.sampleCount === null).toBe(answers.sampleCount < 10)
        if (figure.display === 'value') {
          expect(effective >= 60 && relativeErrorShare(answers) < 0.3).toBe(true)
        }
      }),
    )
    expect(surveyFigure({ share: Number.NaN, sampleCount: 200 }).display).toBe('noValue')
  })
})

describe('groupGap', () => {
  it('finds who feels least safe, which the mean hides, and names the suppressed', () => {
    const { figures, widest } = groupGap([
      { group: 'women', share: 0.3, sampleCount: 220, designEffect: 1.6 },
      { group: 'men', share: 0.7, sampleCount: 240, designEffect: 1.6 },
      { group: 'notSaid', share: 1, sampleCount: 6 },
    ])
    expect(widest).toMatchObject({ highGroup: 'men', lowGroup: 'women', isSeen: true })
    expect(widest!.difference).toBeCloseTo(0.4, 12)
    expect(figures[2]).toMatchObject({ group: 'notSaid', display: 'suppressed', share: null })
    expect(groupGap([{ group: 'men', share: 0.7, sampleCount: 240 }]).widest).toBeNull()
  })

  it('never makes a gap with a group that may not be shown', () => {
    fc.assert(
      fc.property(fc.array(sampled, { maxLength: 5 }), (list) => {
        const { figures, widest } = groupGap(list.map((one, i) => ({ ...one, group: `g${i}` })))
        const shown = figures.filter(({ share }) => share !== null)
        expect(widest === null).toBe(shown.length < 2)
        if (!widest) return
        const shares = shown.map(({ share }) => share!)
        expect(widest.difference).toBeCloseTo(Math.max(...shares) - Math.min(...shares), 12)
        const names = shown.map(({ group }) => group)
        expect(names).toContain(widest.highGroup)
        expect(names).toContain(widest.lowGroup)
        expect(widest.highGroup).not.toBe(widest.lowGroup)
      }),
    )
  })
})

describe('pooledShare', () => {
  it('weighs areas by their people and says for whom it speaks', () => {
    const found = pooledShare([
      { share: 0.2, sampleCount: 400, peopleCount: 1000 },
      { share: 0.8, sampleCount: 40, peopleCount: 3000 },
      { share: 0.9, sampleCount: 4, peopleCount: 6000 },
    ])
    expect(found.share).toBeCloseTo(0.65, 12)
    expect(found.coveredShare).toBeCloseTo(0.4, 12)
    expect(found.sampleCount).toBe(440)
    expect(pooledShare([]).share).toBeNaN()
  })

  it('lies among the shares of its areas, its interval around it', () => {
    const area = fc.tuple(sampled, fc.integer({ min: 1, max: 5000 }))
    fc.assert(
      fc.property(fc.array(area, { minLength: 1, maxLength: 6 }), (list) => {
        const areas = list.map(([answers, peopleCount]) => ({ ...answers, peopleCount }))
        const asked = areas.filter(({ sampleCount }) => sampleCount >= 10)
        const { share, interval } = pooledShare(areas)
        if (asked.length === 0) {
          expect(share).toBeNaN()
          return
        }
        const shares = asked.map((one) => one.share)
        expect(share).toBeGreaterThanOrEqual(Math.min(...shares) - 1e-9)
        expect(share).toBeLessThanOrEqual(Math.max(...shares) + 1e-9)
        expect(interval.lower).toBeLessThanOrEqual(share)
        expect(interval.upper).toBeGreaterThanOrEqual(share - 1e-12)
      }),
    )
  })
})
