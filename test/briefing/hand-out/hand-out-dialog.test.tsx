// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { HandOutDialog } from '#briefing/hand-out/hand-out-dialog.tsx'
import type { HandOutAsked, HandOutDesk, HandOutRun } from '#briefing/hand-out-desk.ts'
import { FIRST_DECK } from '#core/decks-of.ts'
import type { ReleaseLevel } from '#core/records/deck.ts'
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
