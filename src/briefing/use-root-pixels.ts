import { useLayoutEffect } from 'react'

/**
 * Makes one `rem` so many pixels while a slide is on screen. The desktop measures in pixels, so
 * nothing else on the page changes with it.
 */
export function useRootPixels(rootPixels: number): void {
  useLayoutEffect(() => {
    const { style } = document.documentElement
    style.fontSize = `${rootPixels}px`
    return () => {
      style.fontSize = ''
    }
  }, [rootPixels])
}
