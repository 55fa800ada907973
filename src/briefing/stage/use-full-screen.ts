import { type RefObject, useEffect, useRef } from 'react'

/**
 * Fills the whole screen with an element, where the browser lets it; else the element fills the
 * window, which its style sees to. Whoever leaves full screen leaves the wall.
 */
export function useFullScreen(element: RefObject<HTMLElement | null>, onLeft: () => void): void {
  const latest = useRef(onLeft)
  latest.current = onLeft
  useEffect(() => {
    const shown = element.current
    if (!shown) return
    let wasFull = false
    const changed = () => {
      if (document.fullscreenElement === shown) wasFull = true
      else if (wasFull) latest.current()
    }
    document.addEventListener('fullscreenchange', changed)
    shown.requestFullscreen?.({ navigationUI: 'hide' }).catch(() => {})
    return () => {
      document.removeEventListener('fullscreenchange', changed)
      if (document.fullscreenElement === shown) document.exitFullscreen().catch(() => {})
    }
  }, [element])
}
