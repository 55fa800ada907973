import { useEffect, useMemo, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { deckOf, slidesOf } from '#core/decks-of.ts'
import type { OperationDocument } from '#core/document.ts'
import type { Deck } from '#core/records/deck.ts'
import type { Slide } from '#core/records/slide.ts'
import { epochMinutesOf } from '#core/time/instant.ts'
import { type Room, useDocument, useRoom } from '#ui/room.tsx'
import { heldRoom } from './held-room.ts'
import { type ShowState, stateOf } from './show-state.ts'
import { createShow, type ShowStore } from './show-store.ts'

/** The state of the wall; the screen and its address follow it. */
export function useShow(slideIndex: number, onSlide: (index: number) => void): ShowStore {
  const { screen, documents, newId } = useRoom()
  const [show] = useState(() => {
    const { document } = documents.getState()
    const deck = deckOf(document, screen.getState().deckId)
    const slides = slidesOf(document, deck)
    const index = Math.min(Math.max(0, slideIndex), Math.max(0, slides.length - 1))
    return createShow(startOf({ slideId: slides[index]?.id ?? '', index }, deck.id), newId())
  })
  const latest = useRef(onSlide)
  latest.current = onSlide
  const { slide, deckId } = stateOf(useStore(show.store))
  useEffect(() => {
    if (screen.getState().deckId !== deckId) screen.setState({ deckId })
    latest.current(slide.index)
  }, [screen, slide, deckId])
  return show
}

function startOf(slide: ShowState['slide'], deckId: string): ShowState {
  return { slide, deckId, isPaused: false, isBlack: false, frozenAt: null, startedAt: null }
}

/** Facts that another window has held for longer than this are not known here. */
const HELD_TOGETHER_MINUTES = 1

/**
 * The room as it stood when the facts were held; null: they go on. A window that comes later holds what it
 * knows, and says from when.
 */
export function useFrozen(show: ShowStore, live: Room, nowAt: string): Room | null {
  const frozenAt = useStore(show.store, ({ frozenAt: { value } }) => value)
  const latestNow = useRef(nowAt)
  latestNow.current = nowAt
  useEffect(() => {
    if (frozenAt === null) return
    const minutes = epochMinutesOf(latestNow.current) - epochMinutesOf(frozenAt)
    if (minutes > HELD_TOGETHER_MINUTES) show.change({ frozenAt: latestNow.current })
  }, [show, frozenAt])
  return useMemo(() => (frozenAt === null ? null : heldRoom(live)), [frozenAt, live])
}

export type SlideOn = {
  readonly deck: Deck
  readonly slides: readonly Slide[]
  readonly index: number
  readonly slide: Slide | null
}

/** The slide that is on; where it is gone, the one in its place. */
export function useSlideOn(state: ShowState): SlideOn {
  return slideOn(
    useDocument((it) => it.document),
    state,
  )
}

function slideOn(document: OperationDocument, { deckId, slide }: ShowState): SlideOn {
  const deck = deckOf(document, deckId)
  const slides = slidesOf(document, deck)
  const found = slides.findIndex(({ id }) => id === slide.slideId)
  const index = found >= 0 ? found : Math.max(0, Math.min(slide.index, slides.length - 1))
  return { deck, slides, index, slide: slides[index] ?? null }
}

/** Which slide comes by itself; null: none. */
export function nextOf({ deck, slides, index }: SlideOn): number | null {
  if (slides.length <= 1) return null
  if (index + 1 < slides.length) return index + 1
  return deck.isLooping ? 0 : null
}
