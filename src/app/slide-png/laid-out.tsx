import { createRoot } from 'react-dom/client'
import { type BriefingDesk, BriefingProvider } from '#briefing/briefing-desk.tsx'
import type { SlideMap } from '#briefing/slides/slide-map.ts'
import type { WallFrame } from '#briefing/slides/wall-frame.ts'
import { WallSlide } from '#briefing/slides/wall-slide.tsx'
import { operationOf } from '#core/document.ts'
import type { Slide } from '#core/records/slide.ts'
import { pictureNowAt } from '#core/time/picture-now.ts'
import type { Theme } from '#map/scene.ts'
import { type Room, RoomProvider } from '#ui/room.tsx'

/** A slide laid out where nobody sees it, with a hole in place of its map. */
export type LaidOut = {
  readonly element: HTMLElement
  /** What the hole shows; null: it has no map. */
  readonly map: SlideMap | null
  /** The slide says why it shows nothing, or not all. */
  readonly isMissing: boolean
  close(): void
}

const LOOK_MILLISECONDS = 40
/** Unchanged for so long, it is whole. */
const STILL_MILLISECONDS = 160
/** So long it is waited for figures that are being worked out. */
const LONGEST_MILLISECONDS = 45_000

/** Lays out the wall's own slide and waits until its figures are there, or will not come. */
export async function laidOut(
  slide: Slide,
  frame: WallFrame,
  context: {
    readonly room: Room
    readonly desk: BriefingDesk
    readonly theme: Theme
    readonly run: { readonly index: number; readonly count: number }
    readonly signal: AbortSignal
  },
): Promise<LaidOut> {
  const { room, desk, theme, run, signal } = context
  const nowAt = pictureNowAt(operationOf(room.documents.getState().document), room.now())
  const element = document.createElement('div')
  Object.assign(element.style, {
    position: 'relative',
    width: `${frame.widthPixels}px`,
    height: `${frame.heightPixels}px`,
  })
  element.dataset['wallLook'] = theme
  let map: SlideMap | null = null
  const drawing: BriefingDesk = {
    ...desk,
    renderMap: (asked) => {
      map = asked
      return null
    },
  }
  const root = createRoot(element)
  root.render(
    <RoomProvider value={room}>
      <BriefingProvider value={drawing}>
        <WallSlide
          slide={slide}
          frame={frame}
          nowAt={nowAt}
          leaves
          run={{ ...run, countdown: null, isPaused: false, frozenAt: null }}
        />
      </BriefingProvider>
    </RoomProvider>,
  )
  const close = () => root.unmount()
  try {
    await untilStill(element, signal)
  } catch (error) {
    close()
    throw error
  }
  return {
    element,
    map,
    isMissing: isMissing(element),
    close,
  }
}

function isMissing(element: HTMLElement): boolean {
  return element.querySelector('.wall-missing') !== null
}

async function untilStill(element: HTMLElement, signal: AbortSignal): Promise<void> {
  const startedAt = performance.now()
  let before = ''
  let changedAt = startedAt
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_MILLISECONDS))
    signal.throwIfAborted()
    const now = performance.now()
    const html = element.innerHTML
    if (html !== before) changedAt = now
    before = html
    const isWhole = html !== '' && !isMissing(element)
    if (isWhole && now - changedAt >= STILL_MILLISECONDS) return
    if (now - startedAt > LONGEST_MILLISECONDS) return
    const isWorking = /worked out|…/.test(element.querySelector('.wall-missing')?.textContent ?? '')
    if (html !== '' && !isWhole && !isWorking && now - changedAt > 2000) return
  }
}
