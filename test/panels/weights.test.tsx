// @vitest-environment happy-dom
import { act, fireEvent, screen as page } from '@testing-library/react'
import { beforeAll, describe, expect, it } from 'vitest'
import { rescored } from '#analysis/rescored.ts'
import { baselineOf } from '#core/document.ts'
import { SituationPanel } from '#panels/situation/situation-panel.tsx'
import { Weights } from '#panels/situation/weights.tsx'
import { someContents } from '#support/build.ts'
import { aPicture, GROUND } from './picture.ts'
import { drag, giveSize, ready, stand } from './stand.tsx'

beforeAll(giveSize)

const contents = someContents()
const baselineId = baselineOf(contents.document)!.id
const { situation, input } = aPicture()
const results = { ground: ready(GROUND), situations: { [baselineId]: ready(situation) } }

const aSwatch = () => ({ shape: 'square', color: 'black' }) as const

const violence = () => page.getByRole('slider', { name: 'Weight of Violent incidents' })
const thumbOf = (slider: HTMLElement) => slider.closest('.slider-thumb')!

describe('the weights of need', () => {
  it('are live while one is dragged, and one change when it is let go', () => {
    const room = stand(<Weights scenarioId={baselineId} />, { contents, results })
    const shown = () => room.results.getState().situations[baselineId]!.value!
    const { document } = room.documents.getState()
    const before = Number(document.tables.indicators.get('violence-rate')!.weight)
    expect(violence().getAttribute('aria-valuetext')).toBe('25 % of the whole')
    const scores: number[] = []
    drag(thumbOf(violence()), [40, 80, 120], () => {
      scores.push(shown().need.score.reduce((sum, score) => sum + (score || 0), 0))
      expect(room.documents.getState().done).toEqual([])
    })
    expect(new Set(scores).size).toBe(3)
    const { done, document: after } = room.documents.getState()
    expect(done.map(({ note }) => note)).toEqual(['Weigh Violent incidents 4.5'])
    expect(after.tables.indicators.get('violence-rate')!.weight).toBe(before + 1.5)
    const indicators = input.indicators.map((each) => after.tables.indicators.get(each.id)!)
    const weighed = rescored(GROUND, situation, { indicators, operation: input.operation })
    expect(shown().need.score).toEqual(weighed.need.score)
  })

  it('let go where it was taken, a weight changes nothing and the picture comes back', () => {
    const room = stand(<Weights scenarioId={baselineId} />, { contents, results })
    drag(thumbOf(violence()), [80, 0])
    expect(room.documents.getState().done).toEqual([])
    expect(room.results.getState().situations[baselineId]!.value).toBe(situation)
    expect(violence().getAttribute('aria-valuetext')).toBe('25 % of the whole')
  })

  it('move by key, and undo puts the slider back', () => {
    const room = stand(<Weights scenarioId={baselineId} />, { contents, results })
    fireEvent.keyDown(violence(), { key: 'ArrowRight' })
    fireEvent.keyUp(violence(), { key: 'ArrowRight' })
    expect(room.documents.getState().done.length).toBe(1)
    expect((violence() as HTMLInputElement).value).toBe('3.25')
    act(() => room.documents.getState().undo())
    expect((violence() as HTMLInputElement).value).toBe('3')
  })

  it('say where there are no indicators yet what brings them', () => {
    stand(<Weights scenarioId={baselineId} />, { contents: someContents({ indicators: [] }) })
    expect(page.queryByRole('slider')).toBeNull()
    expect(page.getByText(/They come with the first import/)).toBeTruthy()
  })
})

describe('the lists of need', () => {
  it('rank communities worst first; a press selects one and flies there', () => {
    const room = stand(
      <SituationPanel onImport={() => {}} onShocks={() => {}} swatchOf={aSwatch} />,
      {
        contents,
        results,
      },
    )
    const worst = situation.underservedCommunities[0]!
    const name = GROUND.communityNames[worst]!
    const rows = page.getAllByRole('button', { name: /^\d+ ?Village/ })
    expect(rows[0]!.textContent).toContain(name)
    expect(rows.length).toBe(9)
    fireEvent.click(rows[0]!)
    const { selection, flight } = room.screen.getState()
    expect(selection).toEqual({
      type: 'row',
      table: 'communities',
      id: GROUND.communityIds[worst],
    })
    expect(flight?.centre).toEqual([
      GROUND.communityLonDegrees[worst],
      GROUND.communityLatDegrees[worst],
    ])
    expect(rows[0]!.getAttribute('aria-current')).toBe('true')
  })

  it('put what is not known apart, with its best and worst case in words', () => {
    const poor = aPicture(undefined, { incidents: [], surveys: [] }).situation
    stand(<SituationPanel onImport={() => {}} onShocks={() => {}} swatchOf={aSwatch} />, {
      contents,
      results: { ground: ready(GROUND), situations: { [baselineId]: ready(poor) } },
    })
    expect(poor.underservedCommunities.length).toBe(0)
    expect(page.getByText(/No community has enough data to be ranked/)).toBeTruthy()
    const [first] = page.getAllByRole('img', { name: /need between/ })
    const cell = GROUND.communityCell[poor.unknownCommunities[0]!]!
    expect(first!.getAttribute('aria-label')).toBe(
      `need between ${poor.need.lowest[cell]!.toFixed(1)} and ${poor.need.highest[cell]!.toFixed(1)}`,
    )
  })

  it('show progress, then a failure in one sentence, never a trace', () => {
    const room = stand(
      <SituationPanel onImport={() => {}} onShocks={() => {}} swatchOf={aSwatch} />,
      { contents },
    )
    expect(page.getByText(/Nothing is known of the ground yet/)).toBeTruthy()
    const running = { status: 'running', value: null, progressShare: 0.4, error: null } as const
    act(() => room.results.setState({ ground: running }))
    expect(page.getByRole('status').textContent).toContain('Working out need')
    const failed = { ...running, status: 'failed', error: 'The ground could not be worked out.' }
    act(() => room.results.setState({ ground: failed as never }))
    expect(page.getByRole('alert').textContent).toBe('The ground could not be worked out.')
  })
})
