// @vitest-environment happy-dom
import { fireEvent, screen as page } from '@testing-library/react'
import { beforeAll, describe, expect, it } from 'vitest'
import { freshnessOf } from '#core/time/freshness.ts'
import { type LayerEntry, movedBefore } from '#panels/layers/layer-entry.ts'
import { LayersPanel } from '#panels/layers/layers-panel.tsx'
import { LAYER_BASES } from '#products/ages/layer-bases.ts'
import { PLANNING_AT } from '#support/build.ts'
import { drag, giveSize, stand } from './stand.tsx'

beforeAll(giveSize)

function anAge(asOf: string | null, expectedEveryHours: number | null): LayerEntry['age'] {
  const freshness = freshnessOf(asOf, expectedEveryHours, PLANNING_AT)
  return { asOf, expectedEveryHours, freshness, title: 'Roads', kind: 'roads', sentence: 'Told.' }
}

function anEntry(id: string, parts: Partial<LayerEntry> = {}): LayerEntry {
  return {
    id,
    title: id,
    group: 'Facts',
    swatch: { shape: 'dot', color: 'red' },
    isVisible: true,
    opacityShare: 0.8,
    counts: { inView: 12, all: 5912 },
    basis: LAYER_BASES.roads,
    age: anAge(null, null),
    ramp: null,
    lines: [],
    ...parts,
  }
}

const LAYERS = [
  anEntry('units'),
  anEntry('incidents', { isVisible: false }),
  anEntry('need', { counts: { inView: 0, all: 130 } }),
]

const eye = (title: string) => page.getByRole('button', { name: `Show ${title}` })
const nameOf = (title: string) => page.getByTitle(title).closest('button')!

describe('the layers', () => {
  it('an eye shows and hides one and leaves its opacity as it is', () => {
    const room = stand(<LayersPanel layers={LAYERS} />)
    expect(eye('units').getAttribute('aria-pressed')).toBe('true')
    expect(eye('incidents').getAttribute('aria-pressed')).toBe('false')
    fireEvent.click(eye('units'))
    fireEvent.click(eye('incidents'))
    expect(room.screen.getState().layers).toEqual({
      units: { isVisible: false, opacityShare: 0.8 },
      incidents: { isVisible: true, opacityShare: 0.8 },
    })
    expect(room.documents.getState().done).toEqual([])
  })

  it('with Alt an eye shows one alone', () => {
    const room = stand(<LayersPanel layers={LAYERS} />)
    fireEvent.click(eye('incidents'), { altKey: true })
    const { layers } = room.screen.getState()
    expect(Object.entries(layers).map(([id, { isVisible }]) => [id, isVisible])).toEqual([
      ['units', false],
      ['incidents', true],
      ['need', false],
    ])
  })

  it('move up and down by key, as far as the list goes', () => {
    const room = stand(<LayersPanel layers={LAYERS} />)
    fireEvent.keyDown(nameOf('units'), { key: 'ArrowUp', altKey: true })
    expect(room.screen.getState().layerOrder).toEqual([])
    fireEvent.keyDown(nameOf('units'), { key: 'ArrowDown' })
    expect(room.screen.getState().layerOrder).toEqual([])
    fireEvent.keyDown(nameOf('units'), { key: 'ArrowDown', altKey: true })
    expect(room.screen.getState().layerOrder).toEqual(['incidents', 'units', 'need'])
    fireEvent.keyDown(nameOf('need'), { key: 'ArrowUp', altKey: true })
    expect(room.screen.getState().layerOrder).toEqual(['units', 'need', 'incidents'])
    expect(movedBefore(['a', 'b'], 'a', 'gone')).toEqual(['a', 'b'])
    expect(movedBefore(['a', 'b'], 'a', null)).toEqual(['b', 'a'])
  })

  it('opened, one has an opacity that follows the hand', () => {
    const room = stand(<LayersPanel layers={LAYERS} />)
    fireEvent.click(nameOf('units'))
    expect(nameOf('units').getAttribute('aria-expanded')).toBe('true')
    const slider = page.getByRole('slider', { name: 'Opacity of units' })
    const seen: number[] = []
    drag(slider.closest('.slider-thumb')!, [-40, -80], () =>
      seen.push(room.screen.getState().layers['units']!.opacityShare),
    )
    expect(seen).toEqual([0.71, 0.62])
    expect(room.screen.getState().layers['units']).toEqual({ isVisible: true, opacityShare: 0.62 })
    const up = page.getByRole('button', { name: /Draw higher/ })
    expect((up as HTMLButtonElement).disabled).toBe(true)
  })

  it('counts what is in view of all, and nothing for what is hidden', () => {
    stand(<LayersPanel layers={LAYERS} />)
    expect(nameOf('units').querySelector('.layer-count')!.textContent).toBe('12 / 5\u202f912')
    expect(nameOf('incidents').textContent).toContain('–')
  })

  it('marks data that is past its time', () => {
    const at = '2026-11-10T12:00:00Z'
    stand(
      <LayersPanel
        layers={[
          anEntry('roads', { age: anAge(at, 72) }),
          anEntry('late', { age: anAge(at, 8 * 24) }),
          anEntry('rivers', { age: anAge(at, null) }),
          anEntry('undated'),
        ]}
      />,
    )
    const marks = [...document.querySelectorAll('.layer-age')].map((age) =>
      age.querySelector('[role=img]')?.getAttribute('aria-label'),
    )
    expect(marks).toEqual(['stale', 'ageing', undefined, 'unknown'])
    const edges = [...document.querySelectorAll('.layer')].map((row) =>
      row.getAttribute('data-age'),
    )
    expect(edges).toEqual(['stale', 'ageing', null, 'unknown'])
    expect(nameOf('roads').textContent).toContain('12 d')
  })

  it('say what to do where there is nothing, in all or in view', () => {
    stand(<LayersPanel layers={[]} />)
    expect(page.getByText(/Import data, or open the built-in theatre/)).toBeTruthy()
  })

  it('leave out on request what is not in view', () => {
    stand(<LayersPanel layers={LAYERS.slice(1)} />)
    fireEvent.click(page.getByRole('switch', { name: 'Only what is in view' }))
    expect(page.queryByTitle('need')).toBeNull()
    expect(page.getByText(/Zoom out, or list all layers/)).toBeTruthy()
  })
})
