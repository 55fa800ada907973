import { lazy, Suspense, useEffect } from 'react'
import type { Deck } from '#core/records/deck.ts'
import { useRoom, useScreen } from '#ui/room.tsx'

const HandOutDialog = lazy(async () => ({
  default: (await import('./hand-out-dialog.tsx')).HandOutDialog,
}))

/** The sheet that hands out a deck, while it is asked for; its code comes then. */
export function HandOutSlot(props: {
  readonly deck: Deck
  /** The slide that is open; null: the deck has none. */
  readonly slideId: string | null
}) {
  const { deck, slideId } = props
  const { screen, tell } = useRoom()
  const isOpen = useScreen((state) => state.isHandingOut)
  const isVain = isOpen && slideId === null
  useEffect(() => {
    if (!isVain) return
    screen.setState({ isHandingOut: false })
    tell(`${deck.name} has no slides yet, so nothing can be handed out.`)
  }, [isVain, screen, tell, deck.name])
  if (!isOpen || slideId === null) return null
  return (
    <Suspense fallback={null}>
      <HandOutDialog
        deck={deck}
        slideId={slideId}
        onClose={() => screen.setState({ isHandingOut: false })}
      />
    </Suspense>
  )
}
