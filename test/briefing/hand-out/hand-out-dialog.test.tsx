// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { HandOutDialog } from '#briefing/hand-out/hand-out-dialog.tsx'
import type { HandOutAsked, HandOutDesk, HandOutRun } from '#briefing/hand-out-desk.ts'
import { FIRST_DECK } from '#core/decks-of.ts'
import type { ReleaseLevel } from '#core/records/deck.ts'
import { NOT_RELEASED } from '#products/levels/slides-at.ts'
import type { Product } from '#products/product.ts'
import { productPage, sampleFrame, samplePage } from '../../products/support/sample-product.ts'
import { aDeck, aRoom, inRoom } from '../a-briefing.tsx'

afterEach(cleanup)

/** Three pages: one that says nothing, one that is old, one that leaves something out. */
function productFor({ slideIds, level }: HandOutAsked): Product {
  const stale = { sentence: 'Roads are 21 d old.', due: 'Expected every 3 d.', moreCount: 1 }
  const pages = [
    productPage(samplePage('Decision sought', [], { slideId: 'text' }), {
      missing: 'The COA that this slide speaks of is no longer there.',
    }),
    productPage(samplePage('The north', [], { slideId: 'map', stale })),
    productPage(
      samplePage('COA 1', [], { slideId: 'comparison', withheld: ['No live positions.'] }),
    ),
  ]
  return {
    frame: sampleFrame({ level }),
    pages: pages.filter(({ page }) => slideIds.includes(page.slideId)),
  }
}

function open(ways: HandOutDesk, level: ReleaseLevel = 'internal') {
  const asked: HandOutAsked[] = []
  let isClosed = false
  const room = {
    ...aRoom(aDeck()),
    makeProduct: async (wish: HandOutAsked) => {
      asked.push(wish)
      return productFor(wish)
    },
    ...ways,
  }
  const deck = { ...FIRST_DECK, level }
  const close = () => {
    isClosed = true
  }
  render(inRoom(room, <HandOutDialog deck={deck} slideId="map" onClose={close} />))
  return { room, asked, isClosed: () => isClosed }
}

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const choose = (name: string) => fireEvent.click(screen.getByRole('radio', { name }))
const nothing = async () => ({ fileNames: [], told: [] })

describe('handing out', () => {
  it('says beforehand what leaves, under which marking, in which file, and what is wrong with it', async () => {
    const { room } = open({ handOut: nothing })
    await screen.findByText('3 pages, 1 with something wrong, 1 leaves something out')
    expect(screen.getByText(/UNCLASSIFIED \/\/ EXERCISE STEADY LANTERN/)).toBeTruthy()
    expect(screen.getByText(/Decision brief Internal 221305Z NOV 26\.pptx/)).toBeTruthy()
    expect(screen.getByText(/COA that this slide speaks of is no longer there/)).toBeTruthy()
    expect(screen.getByText(/Roads are 21 d old\. And 1 more\./)).toBeTruthy()
    expect(screen.getByText('Left out: No live positions.')).toBeTruthy()
    expect(room.told).toEqual([])
  })

  it('makes the pages anew for other readers and for one slide, never for fewer than the deck', async () => {
    const { asked } = open({ handOut: nothing }, 'partners')
    await screen.findByRole('button', { name: 'Hand out 3 pages' })
    expect(screen.queryByRole('radio', { name: 'Internal' })).toBeNull()
    choose('Public')
    choose('This slide')
    await screen.findByRole('button', { name: 'Hand out 1 page' })
    expect(asked.at(-1)).toEqual({ deckId: FIRST_DECK.id, slideIds: ['map'], level: 'public' })
  })

  it('hands out as chosen, tells what left and closes', async () => {
    const heights: number[] = []
    const { room, isClosed } = open({
      handOut: nothing,
      slidePng: async ({ heightPixels }) => {
        heights.push(heightPixels)
        return { fileNames: ['brief.png'], told: ['One map has no grid.'] }
      },
    })
    await screen.findByRole('button', { name: 'Hand out 3 pages' })
    choose('PNG 4K')
    await act(async () => press('Hand out 3 pages'))
    expect(heights).toEqual([2160])
    expect(room.told).toEqual(['brief.png was handed over. One map has no grid.'])
    expect(isClosed()).toBe(true)
  })

  it('shows how far it is and is stopped with nothing told', async () => {
    const signals: AbortSignal[] = []
    const { room, isClosed } = open({
      handOut: (_asked, run: HandOutRun) => {
        signals.push(run.signal)
        run.onProgress(0.4, 'Map 2 of 5')
        return new Promise((_, reject) => {
          run.signal.addEventListener('abort', () => reject(run.signal.reason))
        })
      },
    })
    await screen.findByRole('button', { name: 'Hand out 3 pages' })
    press('Hand out 3 pages')
    await screen.findByText(/Map 2 of 5/)
    await act(async () => press('Stop'))
    expect(signals[0]?.aborted).toBe(true)
    expect(screen.queryByRole('alert')).toBeNull()
    expect([room.told, isClosed()]).toEqual([[], false])
  })

  it('says which pages readers do not get and why, before, and lets others be taken out', async () => {
    const handed: (readonly string[])[] = []
    const withheld = samplePage(NOT_RELEASED, [], { slideId: 'comparison' })
    const { room } = open(
      {
        makeProduct: async (wish) => ({
          frame: sampleFrame({ level: wish.level }),
          pages: [...productFor(wish).pages.slice(0, 2), productPage(withheld)],
        }),
        slidePng: async ({ slideIds }) => {
          handed.push(slideIds)
          return { fileNames: ['a.zip'], holds: '2 pictures', told: [] }
        },
      },
      'public',
    )
    await screen.findByText('2 of 3 pages, 1 with something wrong')
    screen.getByText(/stays with the staff: not for Public/)
    screen.getByText(/Public 221305Z NOV 26\.zip \(1 file with 2 pictures\)/)
    const [text, map, gone] = screen.getAllByRole<HTMLInputElement>('checkbox')
    expect([text?.checked, map?.checked, gone?.checked, gone?.disabled]).toEqual([
      true,
      true,
      false,
      true,
    ])
    fireEvent.click(text!)
    screen.getByText(/Public 221305Z NOV 26\.png/)
    fireEvent.click(map!)
    screen.getByText('Every page is taken out; tick one.')
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Hand out' }).disabled).toBe(true)
    fireEvent.click(text!)
    fireEvent.click(map!)
    await act(async () => press('Hand out 2 of 3 pages'))
    expect(handed).toEqual([['text', 'map']])
    expect(room.told).toEqual(['1 file with 2 pictures was handed over: a.zip.'])
  })

  it('tells of a briefing pack beforehand what cannot stand still in it', async () => {
    const empty = productPage(samplePage('The north', [], { slideId: 'map' }), { missing: 'Gone.' })
    const makeProduct = async (wish: HandOutAsked) => {
      const { frame, pages } = productFor(wish)
      return { frame, pages: pages.map((made) => (made.page.slideId === 'map' ? empty : made)) }
    }
    open({ makeProduct, handOut: nothing, writePack: nothing }, 'public')
    await screen.findByRole('button', { name: 'Hand out 3 pages' })
    choose('Briefing pack')
    screen.getByRole('button', { name: 'Hand out 2 of 3 pages' })
    screen.getByText(/It says nothing yet/)
    screen.getByText(/Decision brief Public 221305Z NOV 26\.cgpack/)
  })

  it('says why nothing left, and offers no way that there is not', async () => {
    open({
      printProduct: async () => {
        throw new Error('The window for printing was closed.')
      },
    })
    expect(screen.queryByRole('radio', { name: 'PowerPoint' })).toBeNull()
    await waitFor(() => screen.getByText('3 pages, 1 with something wrong, 1 leaves something out'))
    await act(async () => press('Open the print window'))
    expect(screen.getByRole('alert').textContent).toMatch(/was closed\. Nothing left\./)
  })
})
