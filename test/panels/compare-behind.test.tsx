// @vitest-environment happy-dom
import { fireEvent, screen as page, waitFor } from '@testing-library/react'
import { beforeAll, describe, expect, it } from 'vitest'
import type { FigurePart } from '#analysis/compare/measures/measure.ts'
import { differenceParts } from '#analysis/compare/words/difference-parts.ts'
import { amountText, totalSentence } from '#panels/compare/behind/figure-rows.tsx'
import { partsShown } from '#panels/compare/behind/part-rows.ts'
import { ComparePanel } from '#panels/compare/compare-panel.tsx'
import { compareContents, comparison, figures, RESULTS, SCREEN } from './compare-stand.tsx'
import { giveSize, stand } from './stand.tsx'

beforeAll(async () => {
  giveSize()
  await import('#panels/compare/behind/figure-behind.tsx')
})

const aPart = (label: string, amount: number): FigurePart => ({
  label,
  areaIndex: null,
  position: null,
  amount,
  of: null,
  text: '',
})

const paper = () => document.querySelector<HTMLElement>('.behind')!

describe('the records behind a figure', () => {
  it('open at a press on it, add up to it, and go with Escape', async () => {
    const room = stand(<ComparePanel />, {
      contents: compareContents(),
      screen: SCREEN,
      results: RESULTS,
    })
    const value = document.querySelector<HTMLElement>('[aria-label^="Civilian impact, COA 1"]')!
    value.focus()
    fireEvent.click(value)
    await waitFor(() => expect(paper()).toBeTruthy())
    const lost = figures.measured['civilianImpact']![1]!.value!
    expect(lost).toBe(comparison.lostPeopleCount)
    expect(paper().textContent).toContain('Civilian impact, COA 1')
    const amounts = [...paper().querySelectorAll('tbody td.number')].map((cell) =>
      Number(cell.textContent!.replace(/\s/g, '')),
    )
    expect(Math.abs(amounts.reduce((sum, amount) => sum + amount, 0) - lost)).toBeLessThan(
      amounts.length,
    )
    expect(paper().querySelector('.behind-total')!.textContent).toMatch(/add up to/)
    fireEvent.click(paper().querySelector('tbody th button')!)
    expect(room.screen.getState().flight).toBeTruthy()
    fireEvent.keyDown(paper(), { key: 'Escape' })
    expect(room.screen.getState().figureBehind).toBeNull()
    await waitFor(() => expect(document.activeElement).toBe(value))
  })

  it('of a difference are what each side has more', async () => {
    stand(<ComparePanel />, {
      contents: compareContents(),
      screen: {
        ...SCREEN,
        figureBehind: { measureId: 'peopleWithinStandard', scenarioId: 'coa-1', againstId: 'now' },
      },
      results: RESULTS,
    })
    await waitFor(() => expect(paper()?.querySelector('.behind-total')).toBeTruthy())
    const text = paper().textContent!
    expect(text).toContain('against Current posture')
    expect(text).toMatch(/with COA 1, 0 with Current posture/)
    fireEvent.change(page.getByRole('searchbox'), { target: { value: 'no such place' } })
    expect(paper().querySelectorAll('tbody tr').length).toBe(0)
    expect(paper().querySelector('.behind-total')!.textContent).toMatch(/^0 found of/)
  })

  it('of people who lose say the minutes in each of the two, by name', async () => {
    const behind = { measureId: 'peopleWithinStandard', scenarioId: 'coa-1', againstId: 'now' }
    stand(<ComparePanel />, {
      contents: compareContents(),
      screen: { ...SCREEN, figureBehind: { ...behind, people: 'lost' } },
      results: RESULTS,
    })
    await waitFor(() => expect(paper()?.querySelector('.behind-total')).toBeTruthy())
    expect(paper().querySelector('tbody td:last-child')!.textContent).toMatch(
      /^[^,]+, in Current posture [^,]+$/,
    )
  })

  it('say that they are not there yet, and what this version does not know', async () => {
    const behind = { measureId: 'cost', scenarioId: 'coa-1', againstId: null }
    const { screen } = stand(<ComparePanel />, {
      contents: compareContents(),
      screen: { ...SCREEN, figureBehind: behind },
      results: { ...RESULTS, situations: {} },
    })
    expect(await page.findByText(/records are not there yet/)).toBeTruthy()
    screen.setState({ figureBehind: { ...behind, measureId: 'long gone' } })
    expect(await page.findByText(/does not know the measure/)).toBeTruthy()
  })
})

describe('rows of records', () => {
  it('count whole people, and say where rows as shown would not add up', () => {
    const people = (...amounts: readonly number[]) => ({
      kind: 'sum' as const,
      noun: 'communities',
      areWhole: true as const,
      rows: amounts.map((amount, i) => aPart(`Town ${i}`, amount)),
    })
    const shown = { unit: 'people', areWhole: true } as const
    expect([305.2, 0.3, 0, -12.7].map((amount) => amountText(amount, shown))).toEqual([
      '305',
      'under 1',
      '0',
      '−13',
    ])
    expect(amountText(2.5, { unit: 'minutes' })).toBe('2.5')
    expect(totalSentence(people(305.4, 20.4, 7.4), 3, 'people')).toBe(
      '3 communities add up to 333, each row rounded by itself.',
    )
    expect(totalSentence(people(305.2, 20.1), 2, 'people')).toBe('2 communities add up to 325.')
  })

  const parts = {
    kind: 'sum',
    noun: 'places',
    rows: ['Zorzor', 'Ganta', 'Gbarnga'].map((name, i) => aPart(name, 30 - i)),
  } as const

  it('are found by part of a name, whatever its accents, and sorted by it', () => {
    const names = (text: string, order: 'weight' | 'name') =>
      partsShown(parts, { text, order }).map(({ label }) => label)
    expect(names('', 'weight')).toEqual(['Zorzor', 'Ganta', 'Gbarnga'])
    expect(names('', 'name')).toEqual(['Ganta', 'Gbarnga', 'Zorzor'])
    expect(names('GÁN', 'weight')).toEqual(['Ganta'])
  })

  it('of a difference add up to it, and leave out what is the same', () => {
    const other = { ...parts, rows: [aPart('Ganta', 29), aPart('Harper', 5)] }
    const { rows } = differenceParts(parts, other, (own, there) => `${own}, there ${there}`)
    expect(rows.map(({ label, amount }) => [label, amount])).toEqual([
      ['Zorzor', 30],
      ['Gbarnga', 28],
      ['Harper', -5],
    ])
    expect(rows[2]!.text).toBe('0, there 5')
  })
})
