// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen as page } from '@testing-library/react'
import { beforeAll, describe, expect, it } from 'vitest'
import { compareScenarios } from '#analysis/compare/scenario-measures.ts'
import { editScenario } from '#core/commands/scenarios/edit-scenario.ts'
import { CompareBand } from '#panels/compare/compare-band.tsx'
import { ComparePanel } from '#panels/compare/compare-panel.tsx'
import { apart, stacked } from '#panels/compare/pareto/pareto-points.ts'
import { countyRows, wholeParts } from '#panels/compare/words/county-rows.ts'
import { WinnersAndLosers } from '#panels/compare/words/winners-losers.tsx'
import { ComparedChoice } from '#panels/scenarios/compared-choice.tsx'
import { runCommand } from '#state/document-store.ts'
import { aScenario, someContents } from '#support/build.ts'
import {
  BASELINE,
  COA_1,
  CONSENT,
  compareContents,
  comparison,
  figures,
  RESULTS,
  SCREEN,
} from './compare-stand.tsx'
import { aPicture, FAR_MINUTES, GROUND } from './picture.ts'
import { giveSize, ready, stand } from './stand.tsx'

beforeAll(giveSize)

function standCompare(results = {}, contents = compareContents([CONSENT])) {
  return stand(
    <>
      <CompareBand />
      <ComparePanel />
    </>,
    { contents, screen: SCREEN, results: { ...RESULTS, ...results } },
  )
}

const numberIn = (text: string) => Number(text.replace(/[\u202f+\s]/g, '').replace('−', '-'))
const texts = (selector: string) =>
  [...document.querySelectorAll(selector)].map((element) => element.textContent!)

describe('winners and losers', () => {
  it('sum over counties to the headline, and say so', () => {
    standCompare()
    const { rows, gainedCount, lostCount } = countyRows(comparison, GROUND)
    expect(gainedCount).toBe(Math.round(comparison.gainedPeopleCount))
    expect(lostCount).toBe(Math.round(comparison.lostPeopleCount))
    expect([gainedCount, lostCount].every((count) => count > 0)).toBe(true)
    expect(rows.reduce((sum, { netCount }) => sum + netCount, 0)).toBe(gainedCount - lostCount)
    const said = texts('.counties-sum b').map(numberIn)
    expect(said).toEqual([gainedCount, lostCount, gainedCount - lostCount])
    const within = figures.measured['peopleWithinStandard']!
    expect(Math.round(within[1]!.value! - within[0]!.value!)).toBe(gainedCount - lostCount)
  })

  it('say what counties without a figure make, so that what is printed adds up', () => {
    const [first] = comparison.counties
    const counties = [
      { ...first!, areaIndex: 0, gainedPeopleCount: 0, lostPeopleCount: 7000 },
      { ...first!, areaIndex: 1, gainedPeopleCount: 236, lostPeopleCount: 0 },
    ]
    stand(<WinnersAndLosers comparison={{ ...comparison, counties }} ground={GROUND} />)
    expect(texts('.county-net')).toContain('no material change')
    expect(texts('.counties-sum')[0]).toBe(
      'Without material change: +236 in 1 county. All counties: +236 gained, 7\u202f000 lost, net −6\u202f764 people within the standard.',
    )
  })

  it('open a county: the map goes there and its communities are listed', () => {
    const room = standCompare()
    fireEvent.click(document.querySelector('.counties [aria-label^="East County"]')!)
    const [lon] = room.screen.getState().flight!.centre
    expect(lon).toBeGreaterThan(-9.3)
    expect(lon).toBeLessThan(-9)
    expect(document.querySelector('.county-open')!.textContent).toMatch(/people gained/)
  })

  it('are rounded so that parts add up to the whole', () => {
    expect(wholeParts([0.4, 0.4, 0.4])).toEqual([1, 0, 0])
    expect(wholeParts([])).toEqual([])
  })
})

describe('the words of a comparison', () => {
  it('name places, and every number opens the records behind it', () => {
    const room = standCompare()
    const lines = texts('.change-list li')
    expect(lines.some((line) => line.includes('East County:'))).toBe(true)
    const [link] = document.querySelectorAll<HTMLElement>('.change-list .figure-link')
    fireEvent.click(link!)
    expect(room.screen.getState().figureBehind).toMatchObject({
      scenarioId: 'coa-1',
      againstId: 'now',
      people: expect.stringMatching(/gained|lost/),
      areaIndex: expect.any(Number),
    })
    fireEvent.click(document.querySelector('.change-list button.change-ring')!)
    expect(room.screen.getState().flight).toBeTruthy()
    expect(document.body.textContent).not.toMatch(/undefined|NaN/)
  })

  it('argue because, however, and always what it does to civilians', () => {
    standCompare()
    const [because, however, impact] = texts('.band-argument dd')
    expect(because).toContain('need met')
    expect(however).not.toBe('')
    const counts = [...impact!.matchAll(/[\d\u202f]+/g)].map(([text]) => numberIn(text))
    expect(counts).toEqual([comparison.lostPeopleCount, comparison.gainedPeopleCount])
    expect(impact).toContain('West County')
  })

  it('stay those of the figures while newer facts are worked out, and say that they are older', () => {
    const inBand = '.band-argument dd'
    const room = standCompare()
    const [said, label] = [texts(inBand), texts('.band-argument .band-label')[0]!]
    expect(label).not.toContain('worked out again')
    // The situations of other facts are there before the figures that follow from them.
    const newer = ready(aPicture(FAR_MINUTES.map((minutes) => minutes / 9)).situation)
    const running = { ...ready(figures), status: 'running', progressShare: 0.5 } as const
    act(() =>
      room.results.setState({ courses: running, situations: { now: newer, 'coa-1': newer } }),
    )
    expect(texts(inBand)).toEqual(said)
    expect(texts('.band-argument .band-label')[0]).toContain('being worked out again')
  })

  it('open to their end by a button where they are cut, and only there', () => {
    const sizeOf = (name: string, of: (element: Element) => number) =>
      Object.defineProperty(HTMLElement.prototype, name, {
        configurable: true,
        get(this: Element) {
          return of(this)
        },
      })
    const isHowever = (element: Element) =>
      element.parentElement?.parentElement?.previousElementSibling?.textContent === 'However'
    sizeOf('scrollHeight', (element) => (isHowever(element) ? 54 : 36))
    sizeOf('clientHeight', () => 36)
    standCompare()
    const more = page.getAllByRole('button', { name: /: more$/ })
    expect(more).toHaveLength(1)
    fireEvent.click(more[0]!)
    const whole = page.getByRole('dialog', { name: 'The whole argument' })
    expect([...whole.querySelectorAll('dd')].slice(1).map((dd) => dd.textContent)).toEqual(
      texts('.band-argument dd .band-words'),
    )
    sizeOf('scrollHeight', () => 0)
  })

  it('count what is taken for granted and what is not known, and list it', () => {
    standCompare()
    fireEvent.click(page.getByText('1 assumption'))
    expect(document.querySelector('.band-list')!.textContent).toContain('The bridge holds.')
  })

  it('say which COA comes first where another is proposed', () => {
    stand(<CompareBand />, {
      contents: compareContents([CONSENT]),
      screen: { ...SCREEN, scenarioId: 'coa-2' },
      results: RESULTS,
    })
    expect(document.querySelector('.band-argument .band-label')!.textContent).toContain(
      'Proposed. COA 1 is recommended',
    )
  })

  it('say of a COA that changes nothing that nobody wins or loses', () => {
    const before = aPicture()
    const same = compareScenarios(before, before, before)
    stand(<ComparePanel />, {
      contents: compareContents(),
      screen: { ...SCREEN, scenarioId: 'coa-2' },
      results: { ...RESULTS, comparison: { ...ready(same), ids: ['now', 'coa-2'] } },
    })
    expect(document.querySelector('.change-list')!.textContent).toContain('Everywhere:')
    expect(texts('.county-net em').every((text) => text === 'no material change')).toBe(true)
    expect(texts('.counties-sum')[0]).toContain('nobody gained, nobody lost, net 0')
  })
})

describe('what the place proposes by itself', () => {
  const RANGES = {
    drawCount: 1,
    seed: 1,
    wasStopped: false,
    scenarioIds: figures.scenarioIds,
    ranges: {},
    pairs: {},
  }
  const standOwn = (screen = {}) =>
    stand(<CompareBand />, {
      contents: compareContents([CONSENT]),
      screen: { ...SCREEN, scenarioId: 'coa-2', ownProposalId: 'coa-2', ...screen },
      results: RESULTS,
    })
  const recommend = ({ results }: ReturnType<typeof stand>) =>
    act(() => results.setState({ courseRanges: ready(RANGES) }))

  it('gives way once to what is recommended, when the ranges are there', () => {
    const room = standOwn()
    expect(room.screen.getState().scenarioId).toBe('coa-2')
    recommend(room)
    expect(room.screen.getState()).toMatchObject({ scenarioId: 'coa-1', ownProposalId: 'coa-1' })
    act(() => room.screen.setState({ scenarioId: 'coa-2' }))
    expect(room.screen.getState()).toMatchObject({ scenarioId: 'coa-2', ownProposalId: null })
  })

  it('gives way to the best placed where what is recommended is to stay as it is', () => {
    const stay = { ...CONSENT, weight: 1000, values: { now: 9, 'coa-1': 3, 'coa-2': 8 } }
    const room = stand(<CompareBand />, {
      contents: compareContents([stay]),
      screen: { ...SCREEN, ownProposalId: 'coa-1' },
      results: RESULTS,
    })
    recommend(room)
    expect(room.screen.getState().scenarioId).toBe('coa-2')
  })

  it('is not decided on before it is known what comes first', () => {
    const room = standOwn()
    const approve = () => page.getByRole('button', { name: 'Approve…' })
    expect(approve().hasAttribute('disabled')).toBe(true)
    expect(page.getByText(/^Being worked out/)).toBeTruthy()
    recommend(room)
    expect(approve().hasAttribute('disabled')).toBe(false)
    expect(page.queryByText(/^Being worked out/)).toBeNull()
  })

  it('is settled anew where another is archived and where it comes back', () => {
    const room = stand(
      <>
        <ComparedChoice />
        <CompareBand />
      </>,
      {
        contents: compareContents([CONSENT]),
        screen: { ...SCREEN, scenarioId: 'coa-2', ownProposalId: 'coa-2' },
        results: RESULTS,
      },
    )
    recommend(room)
    expect(room.screen.getState().scenarioId).toBe('coa-1')
    act(
      () =>
        void runCommand(room.documents, editScenario, {
          id: 'coa-1',
          fields: { isArchived: true },
        }),
    )
    expect(room.screen.getState()).toMatchObject({ scenarioId: 'coa-2', ownProposalId: 'coa-2' })
    act(() => room.documents.getState().undo())
    expect(room.screen.getState().scenarioId).toBe('coa-1')
    // A person's own choice stands, whoever goes and comes.
    act(() => room.screen.setState({ scenarioId: 'coa-2', ownProposalId: null }))
    act(
      () =>
        void runCommand(room.documents, editScenario, {
          id: 'coa-1',
          fields: { isArchived: true },
        }),
    )
    act(() => room.documents.getState().undo())
    expect(room.screen.getState()).toMatchObject({ scenarioId: 'coa-2', ownProposalId: null })
  })

  it('stays what a person chose, or is reading records of', () => {
    const chosen = standOwn({ ownProposalId: null })
    recommend(chosen)
    expect(chosen.screen.getState().scenarioId).toBe('coa-2')
    cleanup()
    const behind = { measureId: 'needMet', scenarioId: 'coa-2', againstId: null }
    const read = standOwn({ figureBehind: behind })
    recommend(read)
    expect(read.screen.getState().scenarioId).toBe('coa-2')
    act(() => read.screen.setState({ figureBehind: null }))
    expect(read.screen.getState().scenarioId).toBe('coa-1')
  })
})

describe('a comparison that is not there', () => {
  it('shows progress and failure in place of figures, and never the changes of another pair', () => {
    standCompare({
      comparison: { ...RESULTS.comparison, ids: ['now', 'coa-2'], status: 'running' },
    })
    expect(document.querySelector('.compare-pair')!.textContent).toContain('Comparing')
    expect(document.querySelector('.change-list')).toBeNull()
  })

  it('without a second COA leads to Plan', () => {
    const alone = someContents({ scenarios: [BASELINE] })
    const room = stand(<ComparePanel />, { contents: alone, screen: { place: 'compare' } })
    fireEvent.click(page.getByText('Go to Plan'))
    expect(room.screen.getState().place).toBe('plan')
  })

  it('says where COAs are chosen when all others are archived', () => {
    const archived = aScenario({ ...COA_1, isArchived: true })
    const contents = someContents({ scenarios: [BASELINE, archived] })
    stand(<ComparePanel />, { contents, screen: { place: 'compare' } })
    expect(page.getByText(/Every other COA is archived/)).toBeTruthy()
  })
})

describe('the chart of two criteria', () => {
  it('says each COA in a sentence, and who is beaten by whom', () => {
    standCompare({}, compareContents())
    const says = texts('.pareto-says li')
    expect(says.length).toBe(3)
    expect(says.join(' ')).toMatch(/Current posture: .* at .*\./)
    expect(document.querySelector('.pareto')!.getAttribute('aria-label')).toContain('COA 2')
  })

  it('opens on the first two weighed criteria that tell, and has one word for who is beaten', () => {
    // Cost is the same for all here: the chart of old began with it.
    standCompare({}, compareContents())
    const axes = texts('.pareto-axis').join(' ')
    expect(axes).toContain('Need met')
    expect(axes).not.toContain('Cost')
    const says = texts('.pareto-says li').join(' ')
    expect(says).toMatch(/beaten by COA 1 in (all that weighs|these two)/)
    expect(document.querySelector('.pareto')!.parentElement!.textContent).not.toContain('dominated')
  })

  it('moves marks apart that would cover each other, and names too', () => {
    const marks = apart(
      [
        { x: 100, y: 50 },
        { x: 100, y: 50 },
        { x: 200, y: 50 },
      ],
      16,
    )
    expect(Math.abs(marks[0]!.x - marks[1]!.x)).toBeGreaterThanOrEqual(16)
    expect(marks[2]).toEqual({ x: 200, y: 50, isMoved: false })
    const heights = stacked([100, 100, 101, 10], 30, 120).sort((a, b) => a - b)
    heights.slice(1).forEach((height, i) => {
      expect(height - heights[i]!).toBeGreaterThanOrEqual(30)
    })
    expect(heights.at(-1)).toBeLessThanOrEqual(120)
  })
})
