import type { ScreenStore } from '#state/screen-store.ts'

type Span = readonly [number, number]

/** The window one step on; at the end of the strip it begins again at the start. */
export function steppedWindow(window: Span, domain: Span, byMinutes: number): Span {
  const length = window[1] - window[0]
  if (byMinutes > 0 && window[1] >= domain[1]) return [domain[0], domain[0] + length]
  if (byMinutes < 0 && window[0] <= domain[0]) return [domain[1] - length, domain[1]]
  const by = Math.min(Math.max(byMinutes, domain[0] - window[0]), domain[1] - window[1])
  return [window[0] + by, window[1] + by]
}

/** Moves the window on screen by a step; without a window there is nothing to move. */
export function stepWindow(screen: ScreenStore, domain: Span, byMinutes: number): void {
  const { windowEpochMinutes } = screen.getState()
  if (!windowEpochMinutes) return
  screen.setState({ windowEpochMinutes: steppedWindow(windowEpochMinutes, domain, byMinutes) })
}
