import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Course } from '#analysis/compare/course.ts'
import { type CourseFigures, courseFigures, termsFrom } from '#analysis/compare/course-figures.ts'
import { judgedCriteria } from '#analysis/compare/matrix/criteria.ts'
import { matrixOf } from '#analysis/compare/matrix/matrix-of.ts'
import { besideText, measureText } from '#analysis/compare/measure-text.ts'
import { COMPARE_MEASURES, compareMeasureNamed } from '#analysis/compare/measures/registry.ts'
import type { CourseRanges } from '#analysis/compare/ranges/course-ranges.ts'
import { argumentOf } from '#analysis/compare/words/argument.ts'
import { changeSentences, type Two } from '#analysis/compare/words/change-sentences.ts'
import { type LinkedSentence, plainText, type SaidFigure } from '#analysis/compare/words/phrase.ts'
import { recommendationOf } from '#analysis/compare/words/recommendation.ts'
import { type FigureWorld, figureParts, figureValue } from '#analysis/compare/words/said-figure.ts'
import { operationOf } from '#core/document.ts'
import { newOperation } from '#core/new-operation.ts'
import type { Criterion } from '#core/records/criterion.ts'
import { matrixFacts, NAMES, ownRow, rangesAround } from './matrix/some-matrix.ts'
import { randomWhole, seeds } from './random-courses.ts'

const operation = operationOf(
  newOperation({ id: 'test', name: 'Test', planningAt: '2026-11-22T12:00:00Z' }),
)

type Set = {
  readonly weights?: Readonly<Record<string, number>>
  readonly ranges?: CourseRanges | null
  readonly rows?: readonly Criterion[]
}

/** The argument by all measures, and by what people judge. */
function arguedFor(two: Two, figures: CourseFigures, set: Set = {}) {
  const { rows = [], ranges = null, weights = {} } = set
  const criteria = judgedCriteria({ measures: COMPARE_MEASURES, rows, figures, operation })
  const matrix = matrixOf({
    ...{ criteria, rows, figures, ranges, scenarioIds: figures.scenarioIds, names: {} },
    weights: Object.fromEntries(
      Object.entries(weights).map(([id, weight]) => [`criterion-${id}`, weight]),
    ),
  })
  return argumentOf({ two, matrix, figures, isDrawn: ranges !== null, stale: [], unlike: null })
}

/** Two courses of a random theatre, and all that is said of them. */
function told(seed: number) {
  const { courses, whole, terms } = randomWhole(seed)
  const [now, first, second] = whole as [Course, Course, Course]
  const figures = courseFigures(courses)
  const world: FigureWorld = {
    courseOf: (id) => whole.find(({ scenarioId }) => scenarioId === id),
    nameOf: (id) => `<${id}>`,
    terms,
  }
  const pairs: Two[] = [
    { course: first, against: now, againstName: 'Current posture', isAgainstNow: true },
    { course: second, against: first, againstName: 'COA 1', isAgainstNow: false },
  ]
  const sentences = pairs.flatMap((two) => [
    ...changeSentences(two),
    ...Object.values(arguedFor(two, figures)),
  ])
  return { world, pairs, figures, sentences }
}

const figuresIn = (sentences: readonly LinkedSentence[]) =>
  sentences.flatMap(({ phrases }) =>
    phrases.flatMap((phrase) => (typeof phrase === 'string' ? [] : [phrase])),
  )

/** Whether a text is a value to as many decimals as it has: finer where two figures would read the same. */
function isRoundedTo(text: string, value: number): boolean {
  const [, digits = '', decimals = '', unit = ''] =
    text.replace(/\s/g, '').match(/^\+?(−?\d+(?:\.(\d+))?)(min|%|pts)?$/) ?? []
  if (decimals === '') return false
  const shown = Number(digits.replace('−', '-'))
  const scale = unit === '%' || unit === 'pts' ? 100 : 1
  return Math.abs(shown - scale * value) <= 0.5 * 10 ** -decimals.length + 1e-9
}

describe('sentences of a comparison', () => {
  it('say in every figure what its measure says, and what its records add up to', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { world, sentences } = told(seed)
        const said = figuresIn(sentences)
        expect(said.length).toBeGreaterThan(10)
        for (const { figure, text } of said) {
          expect(figureValue(figure, world), JSON.stringify(figure)).toBe(figure.value)
          const isUsual = text.includes(shownAs(figure, world))
          expect(isUsual || isRoundedTo(text, figure.value), `${text}: ${figure.value}`).toBe(true)
          const parts = figureParts(figure, world)!
          if (figure.value !== 0) expect(parts.rows, JSON.stringify(figure)).not.toEqual([])
          if (parts.kind !== 'sum') continue
          expect(parts.rows.reduce((sum, { amount }) => sum + amount, 0)).toBe(figure.value)
        }
      }),
      { numRuns: 5 },
    )
  })

  it('have no number that cannot be opened, but for what counts as a change', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        for (const { phrases } of told(seed).sentences) {
          const words = phrases.filter((phrase) => typeof phrase === 'string').join(' ')
          const plain = words
            .replace(/(Village|Camp|COA) \d+/g, '')
            .replace('under 500 people', '')
            .replace(/CASEVAC 10-1-2|cost for 30 days/g, '')
          expect(plain).not.toMatch(/\d|undefined|NaN|null/)
        }
      }),
      { numRuns: 5 },
    )
  })

  it('name the five counties with most people first, and whoever is left', () => {
    const { pairs } = told(21)
    const sentences = changeSentences(pairs[0]!)
    const sizes = sentences.map((sentence) =>
      figuresIn([sentence])
        .filter(({ figure }) => figure.people)
        .reduce((sum, { figure }) => sum + figure.value, 0),
    )
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a))
    expect(sentences.map(({ lead }) => lead)).toContain('West County:')
    const same = { ...pairs[0]!, course: pairs[0]!.against }
    expect(changeSentences(same).map(plainText)).toEqual([
      'Everywhere: no material change (under 500 people) within the standard.',
    ])
  })

  it('say which place it hangs on: the one that is manned now, or is no longer', () => {
    const { pairs } = told(33)
    const { against } = pairs[0]!
    const cell = 40
    const { ground } = against.input
    const place = { ...against.input.bases[0]!, id: 'new', name: 'Fort Hope' }
    const base = {
      ...place,
      position: [ground.grid.lonDegrees[cell]!, ground.grid.latDegrees[cell]!] as const,
    }
    const posting = {
      ...{ id: 'p', scenarioId: 'coa-1', typeId: 'platoon', count: 2, fromBaseId: null },
      ...{ placeId: 'new', startsAt: null, endsAt: null, reason: '', planHash: null },
    }
    const bases = [...against.input.bases, base]
    const near = ground.peopleCount.map(() => 60)
    const far = ground.peopleCount.map(() => 267)
    const withFort = {
      ...against,
      scenarioId: 'coa-1',
      input: { ...against.input, bases, postings: [posting] },
      situation: { ...against.situation, responseMinutes: near },
    }
    const without = {
      ...against,
      input: { ...against.input, bases },
      situation: { ...against.situation, responseMinutes: far },
    }
    const names = { againstName: 'Current posture', isAgainstNow: true }
    const gain = plainText(changeSentences({ course: withFort, against: without, ...names })[0]!)
    expect(gain).toMatch(
      /people come within the standard, most in Village \d+, 1 h 00 \(now 4 h 27\), reached from Fort Hope \(Infantry platoon\)\.$/,
    )
    const loss = plainText(changeSentences({ course: without, against: withFort, ...names })[0]!)
    expect(loss).toMatch(/fall out of the standard, .* as nobody stands at Fort Hope\.$/)
    const second = { ...base, id: 'second', name: 'Fort Far', position: [-60, 60] as const }
    const both = {
      ...withFort.input,
      bases: [...bases, second],
      postings: [posting, { ...posting, id: 'q', placeId: 'second' }],
    }
    const withBoth = { ...withFort, input: both }
    const several = plainText(changeSentences({ course: withBoth, against: without, ...names })[0]!)
    // A straight line does not say where help comes from.
    expect(several).toContain('nearest of the places newly held: Fort Hope (')
    expect(several).not.toContain('reached from')
    const nowhere = { ...without.situation, responseMinutes: near.map(() => Number.NaN) }
    const unreached = { ...without, situation: nowhere }
    const lost = changeSentences({ course: unreached, against: withFort, ...names })[0]!
    expect(plainText(lost)).toContain(', cannot be reached (now 1 h 00)')
    const won = changeSentences({ course: withFort, against: unreached, ...names })[0]!
    expect(plainText(won)).toContain(', 1 h 00 (now out of reach)')
    const wet = { ...withFort.input.operation, season: 'wet' as const }
    const inRains = { ...withFort, input: { ...withFort.input, operation: wet } }
    const other = plainText(changeSentences({ course: inRains, against: without, ...names })[0]!)
    expect(other).not.toContain('Fort Hope')
  })
})

function shownAs(figure: SaidFigure, world: FigureWorld): string {
  const { measureId, againstId, value, people, scenarioId } = figure
  const { unit } = compareMeasureNamed(measureId)!
  if (people) return measureText(value, 'people')
  if (againstId === null) return measureText(value, unit)
  const worthOf = (id: string) => figureValue({ ...figure, scenarioId: id, againstId: null }, world)
  return besideText(worthOf(scenarioId), worthOf(againstId), unit).difference
}

describe('the argument for a course', () => {
  const measuresIn = (sentence: LinkedSentence) =>
    new Set(figuresIn([sentence]).map(({ figure }) => figure.measureId))

  it('puts what is better for it and what is worse against it, and what weighs most first', () => {
    const { pairs, figures } = told(4)
    const two = pairs[0]!
    const { because, however } = arguedFor(two, figures)
    for (const [sentence, isFor] of [
      [because, true],
      [however, false],
    ] as const) {
      for (const { figure } of figuresIn([sentence])) {
        if (figure.againstId === null) continue
        const { isHighGood } = compareMeasureNamed(figure.measureId)!
        expect(figure.value > 0 === isHighGood).toBe(isFor)
      }
    }
    const weights = Object.fromEntries(COMPARE_MEASURES.map(({ id }) => [id, 0]))
    const [worse] = [...measuresIn(however)].slice(-1)
    const unweighed = arguedFor(two, figures, { weights })
    expect(plainText(unweighed.because)).toMatch(
      /^nothing that is weighed gets better; without weight: /,
    )
    expect(plainText(unweighed.because)).not.toContain('beyond the standard')
    const alone = arguedFor(two, figures, { weights: { ...weights, [worse!]: 1 } })
    expect([...measuresIn(alone.however)][0]).toBe(worse)
  })

  it('never puts forward what could be turned round by what is not known', () => {
    const { pairs, figures } = told(4)
    const two = pairs[0]!
    const measureIds = [...measuresIn(arguedFor(two, figures).because)]
    const [unsure] = measureIds as [string]
    const pair = { difference: [-1e9, 1e9] as const, betterShare: 0.5, sameShare: 0 }
    const ranges: CourseRanges = {
      ...{ drawCount: 100, seed: 1, wasStopped: false, ranges: {} },
      scenarioIds: figures.scenarioIds,
      pairs: { [unsure]: Array.from({ length: 9 }, () => pair) },
    }
    const { because, however, unknowns } = arguedFor(two, figures, { ranges })
    expect(measuresIn(because)).not.toContain(unsure)
    expect(measuresIn(however)).not.toContain(unsure)
    const name = compareMeasureNamed(unsure)!.name.toLowerCase()
    expect(plainText(because).toLowerCase()).not.toContain(`${name} `)
    expect(plainText(unknowns).toLowerCase()).toContain(name)
    expect(plainText(unknowns)).toContain('no material difference')
  })

  it('takes in what people judge, in plain figures, and says what they have not judged', () => {
    const { pairs, figures } = told(4)
    const two = pairs[0]!
    const [own, now] = [two.course.scenarioId, two.against.scenarioId]
    const weights = Object.fromEntries(COMPARE_MEASURES.map(({ id }) => [id, 0]))
    const judgedAs = (values: Readonly<Record<string, number>>, parts: Partial<Criterion> = {}) =>
      arguedFor(two, figures, {
        weights,
        rows: [ownRow('Consent of hosts', { unit: 'of 10', weight: 5, values, ...parts })],
      })
    const worse = judgedAs({ [own]: 6, [now]: 7 })
    expect(plainText(worse.however)).toMatch(/^Consent of hosts 6\u00a0of 10 against 7(;|\.)/)
    expect(plainText(worse.because)).toMatch(/^nothing that is weighed gets better/)
    expect(plainText(judgedAs({ [own]: 8, [now]: 7 }).because)).toMatch(/^Consent of hosts 8/)
    const light = judgedAs({ [own]: 6, [now]: 7 }, { weight: 0 })
    expect(plainText(light.however)).toMatch(/without weight: .*Consent of hosts/)
    const unjudged = judgedAs({ [now]: 7 })
    expect(plainText(unjudged.however)).not.toContain('Consent')
    expect(plainText(unjudged.unknowns)).toContain(
      'Consent of hosts is not judged for the proposed COA',
    )
    expect(plainText(judgedAs({ [own]: 7 }).unknowns)).toContain('not judged for Current posture')
    expect(plainText(judgedAs({ [own]: 7, [now]: 7 }).unknowns)).not.toContain('Consent')
  })

  it('always says what it does to civilians', () => {
    const { pairs, figures } = told(4)
    const two = pairs[0]!
    const same = { ...two, course: two.against }
    const { because, however, civilianImpact } = arguedFor(same, figures)
    expect(plainText(because)).toBe('nothing measured here gets better.')
    expect(plainText(however)).toBe('nothing measured here gets worse.')
    expect(plainText(civilianImpact)).toMatch(/^nobody falls out of the response standard; nobody/)
    const [lost] = figuresIn([arguedFor(two, figures).civilianImpact])
    const terms = termsFrom({ ...two.against, careMinutes: [] })
    const measured = compareMeasureNamed('civilianImpact')!.measure(
      { ...two.course, careMinutes: [] },
      terms,
    )
    expect(lost!.figure.value).toBe(measured.value)
  })
})

describe('the recommendation', () => {
  type Values = Readonly<Record<string, readonly (number | null)[]>>
  const recommended = (values: Values, margin: number | null = null) => {
    const ranges = margin === null ? null : rangesAround(values as Record<string, number[]>, margin)
    const matrix = matrixOf({ ...matrixFacts(values), ranges })
    const { scenarioId, sentence } = recommendationOf({
      ...{ matrix, figures: { baselineId: 's0' }, names: NAMES },
    })
    return [scenarioId, plainText(sentence)]
  }

  it('is the course that comes first, and never more than that', () => {
    expect(recommended({ Reach: [4, 6, 5] })).toEqual([
      's1',
      'COA 1 is recommended: it comes first by the weights set, before COA 2.',
    ])
    expect(recommended({ Reach: [6, 5, 4] })[1]).toBe(
      'No change is recommended: Current posture comes first by the weights set, before COA 1.',
    )
  })

  it('is none for a tie, for no value, and within what is not known', () => {
    const equal = 'No COA is recommended: COA 1 and COA 2 come out equal by the weights set.'
    expect(recommended({ Reach: [4, 6, 6] })).toEqual([null, equal])
    expect(recommended({ Reach: [4, 6, 5] }, 1.2)).toEqual([null, equal])
    expect(recommended({ Reach: [4, 6, 5] }, 0.4)[0]).toBe('s1')
    expect(recommended({ Reach: [null, null] })).toEqual([
      null,
      'No COA is recommended: no criterion has both a weight and a value to judge by.',
    ])
  })

  it('is none where only values that are missing put one first', () => {
    const apart =
      'No COA is recommended: Current posture and COA 1 cannot be compared: no weighed criterion that both have a value for puts Current posture first.'
    expect(recommended({ Reach: [9, null], Cost: [null, 3] })).toEqual([null, apart])
    expect(recommended({ Reach: [5, null], Cost: [4, 4] })[1]).toBe(apart)
    expect(recommended({ Reach: [9, null], Cost: [4, 3] })).toEqual([
      's0',
      'No change is recommended: Current posture comes first by the weights set, before COA 1.',
    ])
  })
})
