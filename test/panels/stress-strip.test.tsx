// @vitest-environment happy-dom
import { act, fireEvent, screen as page, waitFor, within } from '@testing-library/react'
import { beforeAll, describe, expect, it } from 'vitest'
import { robustnessOf } from '#analysis/compare/robustness.ts'
import { AS_IS } from '#analysis/compare/stress/futures.ts'
import { type Future, type StressAnswer, USUAL_STRESS } from '#analysis/compare/stress/stress.ts'
import type { Ground } from '#analysis/ground.ts'
import type { Situation } from '#analysis/situation.ts'
import { scenariosInOrder } from '#core/document.ts'
import type { RepairedPlan } from '#jobs/repair-plan.ts'
import { StressStrip } from '#panels/compare/stress/stress-strip.tsx'
import { repairKey } from '#state/desk/repairing.ts'
import { aBase, aScenario, someContents } from '#support/build.ts'
import { giveSize, ready, stand } from './stand.tsx'

beforeAll(async () => {
  giveSize()
  // What the strip fetches late.
  await import('#panels/compare/stress/stress-dialog.tsx')
})

const LONG = 'A name of a course of action that is as long as anybody would ever want to write it'
const contents = someContents({
  scenarios: [
    aScenario({ id: 'now', name: 'Current posture', isBaseline: true, number: 0, orderKey: 'a' }),
    aScenario({ id: 'coa-2', name: 'COA 2', number: 2, orderKey: 'x' }),
    aScenario({ id: 'coa-3', name: LONG, number: 3, orderKey: 'y' }),
  ],
  bases: ['a', 'b'].map((id) => aBase({ id, name: `Base ${id}` })),
})
const scenarios = scenariosInOrder(contents.document)
const WET: Future = {
  id: 'shock:wet',
  name: 'Wet season',
  detail: 'slow',
  kind: 'shock',
  shockId: 'wet',
}
const LOST: Future = {
  id: 'base:a',
  name: 'Base a lost',
  detail: 'held in COA 2',
  kind: 'baseLost',
  placeId: 'a',
}
const SURGE: Future = {
  id: 'surge:1',
  name: 'Surge in Bong',
  detail: 'need ×2',
  kind: 'surge',
  areaIndex: 0,
  factor: 2,
}

/** Three COAs in four futures: who is best in each, a tie, and all the same. */
const VALUES = [
  [0.4, 0.23, 0.32, 0.5],
  [0.45, 0.29, 0.4, 0.5],
  [0.45, 0.24, 0.396, 0.5],
]

function anAnswer(parts: Partial<StressAnswer> = {}): StressAnswer {
  const scenarioIds = scenarios.map(({ id }) => id)
  const { regrets, ...robustness } = robustnessOf(VALUES, {
    isHighGood: true,
    threshold: 0.3,
    scenarioIds,
  })
  return {
    settings: USUAL_STRESS,
    measureId: 'needMet',
    isHighGood: true,
    drawCount: 200,
    seed: 1,
    wasStopped: false,
    scenarioIds,
    futures: [AS_IS, WET, LOST, SURGE],
    options: [AS_IS, WET, LOST, SURGE, { ...SURGE, id: 'surge:2', name: 'Surge in Lofa' }],
    values: VALUES,
    ranges: VALUES.map((row) => row.map((value) => [value - 0.02, value + 0.02] as const)),
    losses: VALUES.map((row) => row.map((value) => row[0]! - value)),
    regrets,
    behindShares: regrets.map((row) => row.map((regret) => (regret > 0.005 ? 1 : 0.6))),
    robustness,
    underserved: [{ areaIndex: 0, name: 'Bong', shares: [1, 0.254, 0] }],
    floorShare: 0.3,
    notes: ['COA 2 is under Flood in every future: it takes it for granted.'],
    ...parts,
  }
}

function standStrip(results: Parameters<typeof stand>[1] = {}) {
  return stand(<StressStrip scenarios={scenarios} />, { contents, ...results })
}

const cellOf = (name: string, future: string) =>
  page.getByRole('button', { name: new RegExp(`^${name}, ${future}:`) })

describe('the strip under stress', () => {
  it('asks for nothing by itself, and tries with the usual settings', () => {
    const { asked } = standStrip()
    expect(asked).toEqual([])
    fireEvent.click(page.getByRole('button', { name: 'Try under stress' }))
    expect(asked).toEqual([USUAL_STRESS])
  })

  it('says values, who is best, ties, and how far others are behind by sign and word', () => {
    standStrip({ results: { stress: ready(anAnswer()) } })
    const [posture, second, third] = scenarios.map(({ name }) => name)
    expect(cellOf(second!, 'Wet season').textContent).toContain('best here')
    expect(cellOf(posture!, 'Wet season').textContent).toContain('−6')
    expect(cellOf(posture!, 'Wet season').getAttribute('aria-label')).toContain('against the best')
    expect(cellOf(second!, 'As it is').textContent).toContain('tie')
    expect(cellOf(third!, 'As it is').textContent).toContain('tie')
    expect(cellOf(third!, 'Base a lost').getAttribute('aria-label')).toContain(
      'no material difference',
    )
    for (const name of [posture!, second!, third!]) {
      expect(cellOf(name, 'Surge in Bong').textContent).toContain('same')
    }
    expect(page.getByText(/COA 2 is never behind another\./)).toBeTruthy()
    expect(page.getByText(/takes it for granted/)).toBeTruthy()
    expect(page.getByText(/1 more future can be chosen/)).toBeTruthy()
  })

  it('says how far it is and can be stopped, and that it is out of date', () => {
    const running = { ...ready(anAnswer()), status: 'running' as const, progressShare: 0.4 }
    const { asked } = standStrip({ results: { stress: running } })
    fireEvent.click(page.getByRole('button', { name: 'Stop' }))
    expect(asked).toEqual(['stop stress'])
  })

  it('tries again as it was asked when facts have changed', () => {
    const settings = { ...USUAL_STRESS, drawCount: 50 }
    const { asked } = standStrip({
      results: { stress: ready(anAnswer({ settings })), isStressStale: true },
    })
    expect(page.getByLabelText('out of date')).toBeTruthy()
    fireEvent.click(page.getByRole('button', { name: 'Try again' }))
    expect(asked).toEqual([settings])
  })

  it('shows the four futures that tell most, and the others where they are asked for', () => {
    const more = [3, 4, 5].map((i) => ({ ...SURGE, id: `surge:${i}`, name: `Surge ${i}` }))
    const widened = <T,>(rows: readonly (readonly T[])[]) =>
      rows.map((row) => [...row, ...[1, 2, 3].map((at) => row[at]!)])
    const usual = anAnswer()
    const answer = anAnswer({
      futures: [...usual.futures, ...more],
      values: widened(usual.values),
      ranges: widened(usual.ranges),
      losses: widened(usual.losses),
      regrets: widened(usual.regrets),
      behindShares: widened(usual.behindShares),
    })
    standStrip({ results: { stress: ready(answer) } })
    expect(document.querySelectorAll('.stress-table tbody th').length).toBe(4)
    expect(cellOf('COA 2', 'Wet season')).toBeTruthy()
    expect(page.queryByRole('button', { name: /^COA 2, As it is:/ })).toBeNull()
    fireEvent.click(page.getByRole('button', { name: /^3 more/ }))
    expect(document.querySelectorAll('.stress-table tbody th').length).toBe(7)
    expect(cellOf('COA 2', 'As it is')).toBeTruthy()
    fireEvent.click(page.getByRole('button', { name: 'Fewer' }))
    expect(document.querySelectorAll('.stress-table tbody th').length).toBe(4)
  })

  it('folds futures without effect for any COA, and says what is lost in the others', () => {
    const values = VALUES.map((row) => [...row.slice(0, 3), row[0]!])
    const losses = values.map((row) => row.map((value) => row[0]! - value))
    standStrip({ results: { stress: ready(anAnswer({ values, losses })) } })
    expect(cellOf('COA 2', 'Wet season').textContent).toContain('loses 16.0 pts')
    expect(cellOf('COA 2', 'Wet season').title).toContain('loses 16.0 pts against as it is')
    expect(page.queryByRole('button', { name: /^COA 2, Surge in Bong:/ })).toBeNull()
    fireEvent.click(page.getByRole('button', { name: /^No effect/ }))
    expect(cellOf('COA 2', 'Surge in Bong').textContent).toContain('no effect')
  })

  it('says nothing of who holds out after a draw or two, and tries again', () => {
    const answer = anAnswer({ drawCount: 1, wasStopped: true })
    standStrip({ results: { stress: ready(answer) } })
    expect(page.getByText(/Stopped after 1 draw: too few to say/)).toBeTruthy()
    expect(page.getByRole('button', { name: 'Try again' })).toBeTruthy()
    expect(document.body.textContent).not.toMatch(/best here|least regret|benchmark most often/)
    fireEvent.click(page.getByRole('button', { name: /^Regret, counties/ }))
    return waitFor(() => expect(document.querySelector('.stress-figures')).toBeTruthy()).then(() =>
      expect(document.querySelector('.stress-figures')!.textContent).not.toMatch(/best|maximin/),
    )
  })

  it('tries by people within the standard, and says why, where need is known of few', () => {
    const peopleCount = Float64Array.of(90, 10)
    const score = Float64Array.of(Number.NaN, 4)
    const { asked } = standStrip({
      results: {
        ground: ready({ peopleCount } as Ground),
        situations: { now: ready({ need: { score } } as Situation) },
      },
    })
    expect(page.getByText(/Need is known of 10 % of the people alone/)).toBeTruthy()
    fireEvent.click(page.getByRole('button', { name: 'Try under stress' }))
    expect(asked).toEqual([{ ...USUAL_STRESS, measureId: 'peopleWithinStandard' }])
  })

  it('does not show the answer of other COAs', () => {
    standStrip({ results: { stress: ready(anAnswer({ scenarioIds: ['x', 'y', 'z'] })) } })
    expect(page.queryByRole('button', { name: /Wet season:/ })).toBeNull()
    expect(page.getByRole('button', { name: 'Try under stress' })).toBeTruthy()
  })
})

describe('the details under stress', () => {
  it('has the regret table with minimax, maximin and Laplace marked, and counties', async () => {
    standStrip({ results: { stress: ready(anAnswer()) } })
    fireEvent.click(page.getByRole('button', { name: /Regret, counties/ }))
    const dialog = await page.findByRole('dialog', {}, { timeout: 5_000 })
    const rowOf = (name: RegExp) => within(dialog).getByRole('row', { name })
    const leaders = (name: RegExp) =>
      [...rowOf(name).querySelectorAll('td')].map((cell) => cell.hasAttribute('data-leads'))
    expect(leaders(/Greatest regret/)).toEqual([false, true, false])
    expect(leaders(/Worst future/)).toEqual([false, true, false])
    expect(leaders(/Mean of all/)).toEqual([false, true, false])
    expect(rowOf(/^Meets 30/).textContent).toContain('75')
    expect(rowOf(/^Bong/).textContent).toMatch(/always.*25 %.*never/)
    expect(dialog.textContent).toContain('200 draws, seed 1')
  })

  it('asks for chosen futures alone once some are chosen', async () => {
    const { asked } = standStrip({ results: { stress: ready(anAnswer()) } })
    fireEvent.click(page.getByRole('button', { name: /Regret, counties/ }))
    fireEvent.click(await page.findByRole('checkbox', { name: /Wet season/ }))
    fireEvent.click(page.getByRole('checkbox', { name: /Surge in Lofa/ }))
    fireEvent.click(page.getByRole('button', { name: 'Try' }))
    expect(asked).toEqual([
      { ...USUAL_STRESS, futureIds: ['asIs', 'base:a', 'surge:1', 'surge:2'] },
    ])
  })

  it('repairs a COA after the future of the cell, and takes the moves as a new COA in one step', async () => {
    const repaired: RepairedPlan = {
      scenarioId: 'coa-2',
      future: LOST,
      measureId: 'needMet',
      before: 0.45,
      under: 0.4,
      after: 0.43,
      moves: [
        {
          typeId: 'platoon',
          typeName: 'Platoon',
          count: 1,
          fromPlaceId: 'a',
          fromName: 'Base a',
          placeId: 'b',
          placeName: 'Base b',
          reason: 'reaches more',
        },
      ],
      moveCount: 1,
      mostMoves: 3,
      planHash: 'hash',
      wasStopped: false,
      note: null,
    }
    const repairs = { [repairKey('coa-2', LOST.id)]: ready(repaired) }
    const { asked, documents, screen, told } = standStrip({
      results: { stress: ready(anAnswer()), repairs },
    })
    fireEvent.click(cellOf('COA 2', 'Base a lost'))
    fireEvent.click(await page.findByRole('button', { name: 'Repair' }))
    expect(asked).toMatchObject([{ scenarioId: 'coa-2', future: LOST, mostMoves: 3 }])
    fireEvent.click(page.getByRole('button', { name: 'Take as a new COA' }))
    const { document } = documents.getState()
    const made = document.tables.scenarios.get(screen.getState().scenarioId!)!
    expect(made.name).toBe('COA 2, repaired for Base a lost')
    expect(made.parentId).toBe('coa-2')
    expect(made.assumptions).toEqual(['Base a lost: held in COA 2.'])
    expect(
      [...document.tables.postings.values()].map((row) => [row.scenarioId, row.placeId]),
    ).toEqual([[made.id, 'b']])
    expect(told.at(-1)).toContain('is a COA of its own now')
    act(() => documents.getState().undo())
    expect(documents.getState().document.tables.scenarios.has(made.id)).toBe(false)
  })
})
