// @vitest-environment happy-dom
import { act, fireEvent, screen as page, waitFor } from '@testing-library/react'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { hasScale, scoreOf } from '#analysis/compare/matrix/score.ts'
import { weightText } from '#analysis/compare/matrix/weight-text.ts'
import type { CourseRanges } from '#analysis/compare/ranges/course-ranges.ts'
import { ComparePanel } from '#panels/compare/compare-panel.tsx'
import { scaleRound, spreadOf } from '#panels/compare/criteria/scale-round.ts'
import { cellText } from '#panels/compare/matrix/cell-text.ts'
import { equalWeights, weightsWith } from '#panels/compare/matrix/weights.ts'
import { withoutUnits } from '#panels/compare/without-units.ts'
import { aCriterion, aScenario, aShock } from '#support/build.ts'
import { CONSENT, compareContents, figures, RESULTS, SCREEN } from './compare-stand.tsx'
import { drag, giveSize, ready, stand } from './stand.tsx'

beforeAll(async () => {
  giveSize()
  // Fetched late on screen; here it is there before it is asked for.
  await import('#panels/compare/criteria/criterion-dialog.tsx')
})

function standMatrix({ criteria = [CONSENT], results = {}, parts = {} } = {}) {
  return stand(<ComparePanel />, {
    contents: compareContents(criteria, parts),
    screen: SCREEN,
    results: { ...RESULTS, ...results },
  })
}

// Asking by role reads the whole table each time; these are quicker.
const table = () => document.querySelector('table.matrix')!
const all = (selector: string, within: Element = document.body) => [
  ...within.querySelectorAll<HTMLElement>(selector),
]
const findRow = (name: string) =>
  all('tr', table()).find((row) => row.querySelector('.matrix-name')?.textContent === name)
const rowNamed = (name: string) => findRow(name)!
const buttonNamed = (name: string) =>
  all('button').find((button) => button.textContent!.trim().startsWith(name))!
const sliderOf = (name: string) => rowNamed(name).querySelector<HTMLInputElement>('[type="range"]')!
const fieldNamed = (name: string) => page.getByLabelText<HTMLInputElement>(name)
const totals = () =>
  [...table().querySelectorAll('tfoot .matrix-total')].map((cell) => cell.textContent!.trim())
const folds = () => [...table().querySelectorAll('.matrix-fold')]

async function chooseWeights(name: string) {
  fireEvent.click(table().querySelector('.matrix-weight > button')!)
  fireEvent.click(await page.findByText(name))
}

describe('the matrix of COAs by criteria', () => {
  it('shows raw value, score and a column for each COA, the proposed one marked', () => {
    standMatrix()
    const heads = [...table().querySelectorAll('thead .matrix-course')].map((th) => th.textContent)
    expect(heads).toEqual([
      '– Current posture',
      '1 COA 1Forward, north and east',
      '2 COA 2As today',
    ])
    expect(table().querySelector('[aria-pressed="true"]')!.textContent).toContain('COA 1')
    const [now, first] = figures.measured['needMet']!
    expect(first!.value).toBeGreaterThan(now!.value!)
    const row = rowNamed('Need met')
    const cells = all('[aria-label*="Opens the records"]', row)
    expect(cells.length).toBe(3)
    expect(cells[1]!.getAttribute('aria-label')).toMatch(
      /^Need met, COA 1: [\d.]+ %( \(no unit is in place[^)]*\))?; known of 41 % of the people alone; score [\d.]+ of 10/,
    )
    expect(row.querySelectorAll('[data-best]').length).toBe(1)
  })

  it('folds what does not tell and what has no weight under lines that name them, and unfolds in place', () => {
    standMatrix()
    const [same, weightless] = folds()
    expect(same!.textContent).toMatch(
      /criteria do not tell the COAs apart(, [\d.]+ % of the weight)?: .*reserve left/,
    )
    expect(weightless!.textContent).toMatch(/more measures without weight: .*vehicles/)
    expect(findRow('Vehicles moved')).toBeUndefined()
    fireEvent.click(weightless!)
    expect(rowNamed('Vehicles moved')).toBeTruthy()
    fireEvent.click(weightless!)
    expect(findRow('Vehicles moved')).toBeUndefined()
  })

  it('never folds civilian impact, whatever its weight', () => {
    standMatrix({
      criteria: [
        aCriterion({ id: 'criterion-civilianImpact', measureId: 'civilianImpact', weight: 0 }),
      ],
    })
    expect(rowNamed('Civilian impact')).toBeTruthy()
  })

  it('says ties as ties: COA 2 is what stands today', () => {
    standMatrix({ criteria: [] })
    expect(totals()[0]).toMatch(/^tie /)
    expect(totals()[0]).toBe(totals()[2])
    expect(totals()[1]).not.toContain('tie')
  })

  it('says no material difference where all differences lie inside what is not known', () => {
    const pair = { difference: [-1, 1] as const, betterShare: 0.5, sameShare: 0 }
    const ranges: CourseRanges = {
      drawCount: 100,
      seed: 1,
      wasStopped: false,
      scenarioIds: figures.scenarioIds,
      ranges: { civilianImpact: figures.scenarioIds.map(() => [0, 99_999] as const) },
      pairs: {
        civilianImpact: Array.from({ length: 9 }, () => ({ ...pair, difference: [-1e9, 1e9] })),
      },
    }
    standMatrix({ results: { courseRanges: ready(ranges) } })
    const row = rowNamed('Civilian impact')
    expect(row.textContent).toContain('no material difference')
    expect(row.querySelectorAll('[data-best]').length).toBe(0)
    expect(row.querySelectorAll('.score-whisker').length).toBe(3)
    const [button] = [...row.querySelectorAll('.matrix-value')].slice(-1)
    expect(button?.getAttribute('title')).toMatch(
      /; better than .+ in 50 % of draws; better than .+ in 50 % of draws\. Opens/,
    )
  })

  it('says what has not been judged, and that the total leaves it out', () => {
    standMatrix()
    expect(rowNamed('Consent').textContent).toContain('not judged yet')
    expect(page.getByText(/Consent is not judged for COA 2; its total leaves it out/)).toBeTruthy()
    expect(document.body.textContent).not.toMatch(/NaN|undefined/)
  })

  it('with all weights 0 adds nothing up, says so, and still shows what tells', () => {
    const zero = Object.keys(figures.measured).map((measureId) =>
      aCriterion({ id: `criterion-${measureId}`, measureId, weight: 0 }),
    )
    standMatrix({ criteria: zero })
    expect(totals().every((text) => text.startsWith('no score'))).toBe(true)
    expect(page.getAllByText(/No criterion has a weight/).length).toBeGreaterThan(0)
    expect(rowNamed('Need met')).toBeTruthy()
  })

  it('moves a weight live, and keeps it as one step that undoes', () => {
    const room = standMatrix()
    const slider = sliderOf('Need met')
    const before = totals()
    const seen = new Set<string>()
    drag(slider.closest('.slider-thumb')!, [60, 120, 200], () => {
      seen.add(totals().join(' '))
      expect(room.documents.getState().done).toEqual([])
    })
    expect(seen.size).toBe(3)
    const { done } = room.documents.getState()
    expect(done.map(({ note }) => note)).toEqual(['Weigh criteria'])
    expect(totals()).not.toEqual(before)
    const shown = [...table().querySelectorAll<HTMLInputElement>('.weight-input')].map((input) =>
      Number(input.value),
    )
    expect(shown.reduce((sum, weight) => sum + weight, 0)).toBeGreaterThan(50)
    act(() => room.documents.getState().undo())
    expect(totals()).toEqual(before)
  })

  it('takes a weight by key, and typed', () => {
    const room = standMatrix()
    const field = rowNamed('Need met').querySelector<HTMLInputElement>('.weight-input')!
    fireEvent.focus(field)
    fireEvent.change(field, { target: { value: '50' } })
    fireEvent.blur(field)
    expect(field.value).toBe('50')
    expect(room.documents.getState().done.length).toBe(1)
    const slider = sliderOf('Need met')
    fireEvent.keyDown(slider, { key: 'ArrowRight' })
    fireEvent.keyUp(slider, { key: 'ArrowRight' })
    expect(field.value).toBe('51')
    expect(room.documents.getState().done.length).toBe(2)
  })

  it('says what the folded criteria weigh, so that the weights make 100', () => {
    standMatrix()
    const [, said] = folds()[0]!.textContent!.match(/apart, ([\d.]+) % of the weight/)!
    const seen = all('tbody:not(.matrix-folds) .weight-input', table()) as HTMLInputElement[]
    const sum = seen.reduce((total, { value }) => total + Number(value), Number(said))
    expect(sum).toBeGreaterThan(99.5)
    expect(sum).toBeLessThan(100.5)
  })

  it('says why a weight of 100 becomes less, and sets all to 0 where that is asked', async () => {
    const room = standMatrix()
    const field = rowNamed('Need met').querySelector<HTMLInputElement>('.weight-input')!
    act(() => field.focus())
    fireEvent.change(field, { target: { value: '100' } })
    act(() => field.blur())
    expect(field.value).toBe('95')
    expect(room.told).toEqual([
      expect.stringMatching(/^Need met weighs 95 %, the most beside others/),
    ])
    await chooseWeights('All 0: nothing is added up')
    expect(totals().every((text) => text.startsWith('no score'))).toBe(true)
  })

  it('keeps a row whose weight is set to 0 until it is left, so that the hand does not fall from it', () => {
    standMatrix()
    const field = rowNamed('Need met').querySelector<HTMLInputElement>('.weight-input')!
    act(() => field.focus())
    fireEvent.change(field, { target: { value: '0' } })
    fireEvent.keyDown(field, { key: 'Enter' })
    expect(field.value).toBe('0')
    expect(rowNamed('Need met').contains(document.activeElement)).toBe(true)
    act(() => field.blur())
    expect(findRow('Need met')).toBeUndefined()
  })

  it('makes all equal, and usual again', async () => {
    const room = standMatrix()
    await chooseWeights('All equal')
    const weights = [...room.documents.getState().document.tables.criteria.values()]
      .map(({ weight }) => weight)
      .filter((weight) => weight > 0)
    expect(new Set(weights).size).toBe(1)
    const shown = [...table().querySelectorAll<HTMLInputElement>('.weight-input')]
    expect(new Set(shown.map(({ value }) => value).filter((value) => value !== '0')).size).toBe(1)
    await chooseWeights('Usual weights')
    const needMet = room.documents.getState().document.tables.criteria.get('criterion-needMet')
    expect(needMet?.weight).toBeGreaterThan(weights[0]!)
    expect(room.documents.getState().done.length).toBe(2)
  })

  it('proposes the COA whose head is pressed; the current posture is no proposal', () => {
    const room = standMatrix()
    fireEvent.click(table().querySelector('th [aria-pressed="false"]')!)
    expect(room.screen.getState().scenarioId).toBe('coa-2')
    expect(all('thead .matrix-course button', table()).length).toBe(2)
  })

  it('warns of a COA without units, and keeps the heads while the first figures are worked out', () => {
    const running = { status: 'running', value: null, progressShare: 0.2, error: null } as const
    standMatrix({
      results: { courses: running, comparison: { ...running, ids: null } },
      parts: { units: [] },
    })
    expect(page.getByText(/^COA 1: it has no units/)).toBeTruthy()
    expect(document.querySelector('[role="progressbar"]')).toBeTruthy()
    expect(all('thead .matrix-course', table()).length).toBe(3)
  })

  it('warns of a COA whose postings bring nobody, and that its need is met by past patrols', () => {
    const { document } = compareContents()
    const posting = {
      ...{ id: 'late', scenarioId: 'coa-1', typeId: 'platoon', count: 2, fromBaseId: null },
      ...{ placeId: 'base', startsAt: '2099-01-01T00:00:00Z', endsAt: null },
      ...{ reason: '', planHash: null },
    }
    const tables = { ...document.tables, units: new Map(), postings: new Map([['late', posting]]) }
    const [first] = withoutUnits({ ...document, tables }, [
      aScenario({ id: 'coa-1', name: 'COA 1' }),
    ])
    expect(first).toMatch(
      /^COA 1: it has no units, and its postings bring nobody, so nobody is reached in it; need met counts patrols/,
    )
  })

  it('warns of a COA tried under the loss of its only base, and of no other', () => {
    const { document } = compareContents()
    const bases = [...document.tables.bases.keys()]
    const shock = aShock({ id: 'lost', name: 'Base lost', lostBaseIds: bases })
    const coa = aScenario({ id: 'coa-1', name: 'COA 1', shockIds: ['lost'] })
    const scenarios = [coa, aScenario({ id: 'coa-2', name: 'COA 2' })]
    const tables = {
      ...document.tables,
      shocks: new Map([['lost', shock]]),
      scenarios: new Map(scenarios.map((each) => [each.id, each])),
    }
    expect(withoutUnits({ ...document, tables }, scenarios)).toEqual([
      'COA 1: no unit is left in place under Base lost, so nobody is reached in it; need met counts patrols of the past. Post some elsewhere in Plan.',
    ])
    const some = { ...tables, shocks: new Map([['lost', { ...shock, lostBaseIds: [] }]]) }
    expect(withoutUnits({ ...document, tables: some }, scenarios)).toEqual([])
  })
})

describe('the form of a criterion', () => {
  it('sets benchmark and scale in one step, in the unit that is shown', async () => {
    const room = standMatrix()
    fireEvent.click(rowNamed('Need met').querySelector('th button')!)
    await waitFor(() => fieldNamed('Benchmark, at least, %'), { timeout: 5_000 })
    const benchmark = fieldNamed('Benchmark, at least, %')
    fireEvent.change(benchmark, { target: { value: '40' } })
    fireEvent.change(fieldNamed('Score 0 at, %'), { target: { value: '20' } })
    fireEvent.click(buttonNamed('Save'))
    const row = room.documents.getState().document.tables.criteria.get('criterion-needMet')
    expect(row).toMatchObject({ benchmark: 0.4, scale: { worst: 0.2, best: 1 } })
    expect(room.documents.getState().done.length).toBe(1)
    expect(rowNamed('Need met').textContent).toContain('≥ 40%')
  })

  it('proposes a scale round the benchmark, on which that scores 5, and a person takes it', async () => {
    const room = standMatrix()
    fireEvent.click(rowNamed('Need met').querySelector('th button')!)
    await waitFor(() => fieldNamed('Benchmark, at least, %'))
    expect(page.queryByText('Scale round the benchmark')).toBeNull()
    fireEvent.change(fieldNamed('Benchmark, at least, %'), { target: { value: '60' } })
    expect(page.getByText(/the benchmark scores 5.0, and they score/)).toBeTruthy()
    fireEvent.click(page.getByText('Scale round the benchmark'))
    expect(page.queryByText('Scale round the benchmark')).toBeNull()
    fireEvent.click(buttonNamed('Save'))
    const { benchmark, scale } = room.documents
      .getState()
      .document.tables.criteria.get('criterion-needMet')!
    expect(scoreOf(benchmark!, { scale: scale!, isHighGood: true })).toBeCloseTo(5, 6)
    const values = figures.measured['needMet']!.map(({ value }) => value!)
    expect(Math.min(...values)).toBeGreaterThanOrEqual(scale!.worst - 1e-9)
    expect(Math.max(...values)).toBeLessThanOrEqual(scale!.best + 1e-9)
  })

  it('adds one that people judge, and refuses what is no number or has no name', async () => {
    const room = standMatrix({ criteria: [] })
    fireEvent.click(buttonNamed('Add criterion'))
    await waitFor(() => fieldNamed('Name'), { timeout: 5_000 })
    const dialog = document.querySelector<HTMLElement>('[role="dialog"]')!
    const add = () => fireEvent.click(all('.button[data-look="filled"]', dialog)[0]!)
    const fault = () => dialog.querySelector('[role="alert"]')!.textContent
    const judge = (text: string) =>
      fireEvent.change(all('.criterion-value input', dialog)[1]!, { target: { value: text } })
    add()
    expect(fault()).toBe('Give the criterion a name.')
    fireEvent.change(fieldNamed('Name'), { target: { value: 'Consent' } })
    fireEvent.change(all('.criterion-value input', dialog)[0]!, { target: { value: '5' } })
    judge('seven')
    add()
    expect(fault()).toBe('“seven” is no number.')
    judge('7,5')
    fireEvent.change(fieldNamed('Weight, % of all'), { target: { value: '10' } })
    add()
    const [row] = [...room.documents.getState().document.tables.criteria.values()]
    expect(row).toMatchObject({ name: 'Consent', values: { now: 5, 'coa-1': 7.5 } })
    expect(row!.weight).toBeCloseTo(11.1111, 3)
    expect(rowNamed('Consent').textContent).toContain('not judged yet')
  })
})

describe('what people type', () => {
  it('takes no more room than a cell has, whatever it is', () => {
    const own = { measureId: null, unit: '' }
    const texts = [1e12, -1e300, 123_456_789, 7.25].map((value) => cellText(value, own as never))
    expect(texts).toEqual(['1e12', '−1e300', '123\u202f456\u202f789', '7.25'])
    for (const unit of ['share', 'people', 'minutes', 'USD', 'moves']) {
      const text = cellText(1e300, { measureId: 'any', unit } as never)
      expect(text.length, unit).toBeLessThan(14)
    }
  })
})

describe('weights', () => {
  it('that are equal read equal, to a tenth where they are not whole', () => {
    expect([2 / 21, 2 / 21, 1 / 5, 0.29, 0].map(weightText)).toEqual([
      '9.5',
      '9.5',
      '20',
      '29',
      '0',
    ])
  })

  it('keep the proportions of the others', () => {
    const some = [
      { id: 'a', weight: 10 },
      { id: 'b', weight: 20 },
      { id: 'c', weight: 40 },
    ]
    expect(weightsWith(some, 'a', 0.4)).toEqual({ a: 40, b: 20, c: 40 })
    expect(weightsWith(some, 'a', 1)['c']).toBeCloseTo(10 / 3, 3)
    expect(weightsWith([{ id: 'a', weight: 0 }], 'a', 0.3)).toEqual({ a: 100 })
    expect(equalWeights([...some, { id: 'd', weight: 0 }])['d']).toBe(0)
  })
})

describe('a scale round a benchmark', () => {
  const amount = fc.integer({ min: 0, max: 1e9 }).map((whole) => whole / 100)

  it('runs the good way, and holds benchmark and all values; not cut, the benchmark scores 5', () => {
    fc.assert(
      fc.property(
        amount,
        fc.array(amount, { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        fc.boolean(),
        (benchmark, values, isHighGood, isCut) => {
          const within = isCut ? { worst: 0, best: 1e7 } : null
          const scale = scaleRound({ benchmark, values, isHighGood, within })!
          expect(hasScale({ scale, isHighGood })).toBe(true)
          const ends = [Math.min(scale.worst, scale.best), Math.max(scale.worst, scale.best)]
          const slack = 1e-6 * (ends[1]! - ends[0]!)
          for (const value of [benchmark, ...values]) {
            expect(value).toBeGreaterThanOrEqual(ends[0]! - slack)
            expect(value).toBeLessThanOrEqual(ends[1]! + slack)
          }
          if (isCut) expect(ends[0]).toBeGreaterThanOrEqual(0)
          else expect(scoreOf(benchmark, { scale, isHighGood })).toBeCloseTo(5, 5)
        },
      ),
    )
  })

  it('tells people out of reach apart, who all score 9.9 from nobody to everybody', () => {
    const values = [46_000, 35_000, 46_000, 46_000]
    const within = { worst: 4_380_000, best: 0 }
    const scale = scaleRound({ benchmark: 40_000, values, isHighGood: false, within })
    expect(scale).toEqual({ worst: 46_000, best: 34_000 })
    expect(spreadOf(values, { scale: within, isHighGood: false })).toBeLessThan(0.1)
    expect(spreadOf(values, { scale: scale!, isHighGood: false })).toBeGreaterThan(5)
    expect(scaleRound({ benchmark: 0, values: [0, 299_000], isHighGood: false, within })).toEqual({
      worst: 300_000,
      best: 0,
    })
    expect(scaleRound({ benchmark: 5, values: [], isHighGood: true, within: null })).toBeNull()
  })
})
