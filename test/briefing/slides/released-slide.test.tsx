// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { WallSlide } from '#briefing/slides/wall-slide.tsx'
import type { ReleaseLevel } from '#core/records/deck.ts'
import { createResultsStore } from '#state/results-store.ts'
import { aDeckRow, aFrozenPage, aSlide, PLANNING_AT } from '../../support/build.ts'
import { aDeck, aRoom, inRoom } from '../a-briefing.tsx'

afterEach(cleanup)

const FRAME = { widthPixels: 1916, heightPixels: 1076, rootPixels: 32.3 }
const RUN = { index: 0, count: 1, countdown: null, isPaused: false, frozenAt: null }
const PICTURE = 'data:image/png;base64,iVBORw0KGgo='
const HEADLINE = 'COA 1 leaves the bridge at Ganta'

const live = aSlide({
  deckId: 'shown',
  headline: HEADLINE,
  body: 'A convoy goes on Monday.',
  notes: 'Only for the commander.',
  layers: ['towns'],
})
const frozen = {
  ...live,
  frozen: { ...aFrozenPage(live.id, 'Kept for the staff'), picture: PICTURE },
}

function shown(slide: typeof live, level: ReleaseLevel, isInDocument = true) {
  const deck = aDeckRow({ id: 'shown', level })
  const contents = aDeck({ decks: [deck], slides: isInDocument ? [slide] : [] })
  const room = aRoom(contents, createResultsStore())
  const part = <WallSlide slide={slide} frame={FRAME} nowAt={PLANNING_AT} run={RUN} />
  const { container } = render(inRoom(room, part))
  return { text: container.innerHTML, maps: room.maps }
}

describe('a slide on the wall of a deck that leaves the staff', () => {
  it.each(['partners', 'public'] as const)('has no word on a plan: %s', (level) => {
    const { text, maps } = shown(live, level)
    expect(text).not.toContain('Ganta')
    expect(text).not.toContain('convoy')
    expect(text).toContain('Not for readers of this briefing')
    expect(maps).toEqual([])
    expect(shown(live, 'internal').text).toContain(HEADLINE)
  })

  it('has neither page nor picture that was kept for the staff', () => {
    const { text } = shown(frozen, 'public')
    expect(text).not.toContain(PICTURE)
    expect(text).not.toContain('Kept for the staff')
    expect(text).not.toContain('FROZEN')
    expect(shown(frozen, 'internal').text).toContain('Kept for the staff')
  })

  it('says nothing where their document does not have it', () => {
    const { text } = shown(frozen, 'public', false)
    expect(text).not.toMatch(/Ganta|convoy|Kept for the staff/)
  })
})
