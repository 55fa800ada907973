// @vitest-environment happy-dom
import { fireEvent, screen as page } from '@testing-library/react'
import { beforeAll, describe, expect, it } from 'vitest'
import { changeSentences, countyChanges } from '#analysis/compare/changes.ts'
import { compareScenarios } from '#analysis/compare/scenario-measures.ts'
import { baselineOf } from '#core/document.ts'
import { CompareBand, ComparePanel } from '#panels/compare/compare-panel.tsx'
import { aScenario, someContents } from '#support/build.ts'
import { aPicture, FAR_MINUTES, GROUND } from './picture.ts'
import { giveSize, ready, stand } from './stand.tsx'

beforeAll(giveSize)

const contents = someContents()
const baselineId = baselineOf(contents.document)!.id

/** The east comes nearer, twenty cells of the west fall out of the standard of two hours. */
const AFTER_MINUTES = FAR_MINUTES.map((minutes, cell) =>
  GROUND.grid.areaIndex[cell] === 1 ? minutes / 3 : cell < 40 ? minutes + 60 : minutes,
)
const before = aPicture()
const after = aPicture(AFTER_MINUTES)
const comparison = compareScenarios(before, after, before)

function standCompare(results = {}) {
  return stand(
    <>
      <CompareBand />
      <ComparePanel />
    </>,
    {
      contents,
      screen: { place: 'compare', scenarioId: 'coa-1', againstScenarioId: baselineId },
      results: {
        ground: ready(GROUND),
        comparison: { ...ready(comparison), ids: [baselineId, 'coa-1'] },
        ...results,
      },
    },
  )
}

const numberIn = (text: string) => Number(text.replace(/[\u202f+\s]/g, '').replace('−', '-'))

describe('the comparison of two COAs', () => {
  it('sums: bars of counties, gained and lost, and the measure of people within the standard', () => {
    standCompare()
    const bars = page.getByRole('img', { name: /County/ }).getAttribute('aria-label')!
    const net = bars.split(', ').map((part) => numberIn(part.replace(/^\D*County /, '')))
    const total = net.reduce((sum, value) => sum + value, 0)
    const { gainedPeopleCount, lostPeopleCount } = comparison
    expect(gainedPeopleCount).toBeGreaterThan(0)
    expect(lostPeopleCount).toBeGreaterThan(0)
    expect(total).toBe(gainedPeopleCount - lostPeopleCount)
    const within = comparison.measures.find(({ id }) => id === 'peopleWithinStandard')!
    expect(within.difference).toBe(total)
    const row = page.getByRole('row', { name: new RegExp(`^${within.name}`) })
    const cells = [...row.querySelectorAll('td')].map((cell) => cell.textContent!)
    expect(cells[2]).toContain('+')
    expect(row.querySelector('[aria-label="better"]')).toBeTruthy()
  })

  it('says the same in sentences, place by place', () => {
    standCompare()
    const shown = [...document.querySelectorAll('.change-list li')].map((line) => line.textContent)
    const changes = countyChanges(comparison, GROUND)
    const told = shown.join(' ')
    for (const { name, gainedCount, lostCount } of changes) {
      if (gainedCount + lostCount < 500) continue
      const line = shown.find((text) => text?.includes(name))!
      const figures = [...line.matchAll(/([\d\u202f]+) (?:person|people) (come|fall)/g)]
      const of = (verb: string) => numberIn(figures.find(([, , each]) => each === verb)?.[1] ?? '0')
      expect([of('come'), of('fall')]).toEqual([gainedCount, lostCount])
    }
    expect(shown.length).toBe(changeSentences(comparison, GROUND).length)
    expect(told).not.toContain('NaN')
  })

  it('argues from the measures: because, however, and always what it does to civilians', () => {
    standCompare()
    const [because, however, impact] = [...document.querySelectorAll('.band-argument dd')].map(
      (line) => line.textContent!,
    )
    expect(because).toContain('people within')
    expect(however).not.toBe('')
    const figures = [...impact!.matchAll(/[\d\u202f]+/g)].map(([text]) => numberIn(text))
    expect(figures).toEqual([comparison.lostPeopleCount, comparison.gainedPeopleCount])
    expect(impact).toContain('West County')
    expect(document.body.textContent).not.toMatch(/undefined|NaN/)
  })

  it('flies to the county of a sentence', () => {
    const room = standCompare()
    fireEvent.click(page.getByRole('button', { name: /East County/ }))
    const [lon] = room.screen.getState().flight!.centre
    expect(lon).toBeGreaterThan(-9.3)
    expect(lon).toBeLessThan(-9)
  })

  it('folds criteria that do not discriminate, and says so of a COA that changes nothing', () => {
    const same = compareScenarios(before, before, before)
    standCompare({ comparison: ready(same) })
    expect(page.getByText(/criteria that do not discriminate are folded/).textContent).toMatch(
      new RegExp(`^${same.measures.length} criteria`),
    )
    expect(page.getByText(/nobody falls out of the response standard/)).toBeTruthy()
    expect(document.querySelector('.change-list')!.textContent).toContain('Everywhere:')
  })

  it('shows progress and failure in place of figures', () => {
    const running = { status: 'running', value: null, progressShare: 0.2, error: null }
    standCompare({ comparison: running })
    expect(page.getByRole('status').textContent).toContain('Comparing')
    expect(document.querySelector('.band-argument')).toBeNull()
  })

  it('without a second COA leads to Plan', () => {
    const alone = someContents({
      scenarios: [aScenario({ id: 'now', name: 'Current posture', isBaseline: true, number: 0 })],
    })
    const room = stand(<ComparePanel />, { contents: alone, screen: { place: 'compare' } })
    fireEvent.click(page.getByRole('button', { name: 'Go to Plan' }))
    expect(room.screen.getState().place).toBe('plan')
  })
})
