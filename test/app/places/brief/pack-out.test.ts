import { describe, expect, it } from 'vitest'
import { frozenPages } from '#app/places/brief/pack-out.ts'
import type { PagePicture } from '#products/product.ts'
import { productPage, sampleFrame, samplePage } from '../../../products/support/sample-product.ts'

const WISH = {
  at: '2026-11-22T12:00:00Z',
  level: 'public',
  dataAsOf: '2026-11-22T06:00:00Z',
} as const

const pictureOf = (byteCount: number): PagePicture => ({
  bytes: new Uint8Array(byteCount).fill(7),
  type: 'image/jpeg',
  widthPixels: 10,
  heightPixels: 10,
  furniture: { lines: [], labels: [] } as unknown as PagePicture['furniture'],
  attributions: [],
})

const page = (slideId: string) =>
  samplePage(slideId, [{ type: 'text', paragraphs: ['Said.'] }], { slideId })

describe('pages that stand still in a briefing pack', () => {
  it('keep the picture of their map, or tell that it was too large', () => {
    const { pages, told } = frozenPages(
      {
        frame: sampleFrame({ level: 'public' }),
        pages: [
          productPage(page('small'), { picture: pictureOf(3000) }),
          productPage(page('large'), { picture: pictureOf(700_000) }),
        ],
      },
      WISH,
    )
    expect(pages.get('small')?.picture).toMatch(/^data:image\/jpeg;base64,BwcH/)
    expect(pages.get('small')?.dataAsOf).toBe(WISH.dataAsOf)
    expect(pages.get('large')?.picture).toBeNull()
    expect(told).toEqual([expect.stringMatching(/“large” is too large/)])
  })

  it('are not made of what was frozen by hand, which keeps its own picture', () => {
    const frozen = productPage(page('kept'), { frozenDtg: '200600Z NOV 26', picture: pictureOf(9) })
    const { pages } = frozenPages({ frame: sampleFrame(), pages: [frozen] }, WISH)
    expect(pages.size).toBe(0)
  })
})
