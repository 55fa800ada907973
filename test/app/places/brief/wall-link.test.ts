import { describe, expect, it } from 'vitest'
import { intervalSeconds, wallAskedOf, wallStart, withWall } from '#app/places/brief/wall-link.ts'
import { FIRST_DECK } from '#core/decks-of.ts'
import { anOperation, aSlide } from '../../../support/build.ts'

const operation = anOperation({
  decks: [
    { ...FIRST_DECK, id: 'd1', name: 'Daily', orderKey: 'a' },
    { ...FIRST_DECK, id: 'd2', name: 'Decision brief', orderKey: 'b' },
  ],
  slides: [
    aSlide({ id: 's1', deckId: 'd1', orderKey: 'a' }),
    aSlide({ id: 's2', deckId: 'd2', orderKey: 'a' }),
    aSlide({ id: 's3', deckId: 'd2', orderKey: 'b' }),
  ],
})

function started(search: string, left: Parameters<typeof wallStart>[2] = null) {
  const asked = wallAskedOf(search)
  if (!asked) throw new Error('no wall')
  return wallStart(asked, operation, left)
}

describe('the address of the wall', () => {
  it('opens a deck by id or name, at a slide, with an interval', () => {
    expect(['', '?mode=map', '?slide=3'].map(wallAskedOf)).toEqual([null, null, null])
    expect(started('?mode=wall')).toMatchObject({ deckId: 'd1', wallSlide: 0, wallTold: null })
    expect(started('?mode=wall&deck=decision%20BRIEF&slide=2&interval=30s')).toMatchObject({
      deckId: 'd2',
      wallSlide: 1,
      wallIntervalSeconds: 30,
      wallTold: null,
      wallRole: 'audience',
      wallSession: null,
    })
    expect(started('?mode=presenter&session=0123-abcd')).toMatchObject({
      wallRole: 'presenter',
      wallSession: '0123-abcd',
    })
    expect(started('?mode=wall&session=%3Cb%3E').wallSession).toBeNull()
  })

  it('shows for a deck that is gone what is for most readers, never one for fewer', () => {
    const { decks } = operation.tables
    const open = {
      ...FIRST_DECK,
      id: 'd3',
      name: 'Report',
      orderKey: 'c',
      level: 'public' as const,
    }
    const document = {
      ...operation,
      tables: { ...operation.tables, decks: new Map([...decks, ['d3', open]]) },
    }
    const asked = wallAskedOf('?mode=wall&deck=weekly')
    expect(asked && wallStart(asked, document, null)).toMatchObject({ deckId: 'd3' })
  })

  it('says what there is not, and shows the first', () => {
    const start = started('?mode=wall&deck=weekly&slide=9&interval=often')
    expect(start).toMatchObject({ deckId: 'd1', wallSlide: 0, wallIntervalSeconds: null })
    expect(start.wallTold).toContain('There is no briefing “weekly”: this is “Daily”.')
    expect(start.wallTold).toContain('There is no slide “9”: this is the first of 1.')
    expect(start.wallTold).toContain('The interval “often” cannot be read')
    for (const slide of ['0', '-1', 'x', '1e9']) {
      expect(started(`?mode=wall&slide=${slide}`).wallTold).toContain(`“${slide}”`)
    }
  })

  it('comes back to where a crash left it, unless the address names a slide or another deck', () => {
    const left = { operationId: operation.id, deckId: 'd2', slideId: 's3' }
    expect(started('?mode=wall&deck=d2', left).wallSlide).toBe(1)
    expect(started('?mode=wall&deck=d2&slide=1', left).wallSlide).toBe(0)
    expect(started('?mode=wall', left).wallSlide).toBe(0)
    expect(started('?mode=wall&deck=d2', { ...left, operationId: 'other' }).wallSlide).toBe(0)
  })

  it('is read back as it was written, and keeps what else stands in it', () => {
    const address = withWall('?a=b&interval=2m', { wallSlide: 1, deckId: 'd2' })
    expect(started(address)).toMatchObject({ deckId: 'd2', wallSlide: 1, wallIntervalSeconds: 120 })
    expect(withWall(address, null)).toBe('?a=b')
    expect(withWall('?mode=wall', null)).toBe('')
  })

  it('reads seconds, minutes and hours', () => {
    expect(['45', '30s', ' 2 m', '1.5min', '1h'].map(intervalSeconds)).toEqual([
      45, 30, 120, 90, 3600,
    ])
    expect(['', '0', '0.5s', '-3s', '25h', 'x', '1d'].map(intervalSeconds)).toEqual(
      Array(7).fill(null),
    )
  })
})
