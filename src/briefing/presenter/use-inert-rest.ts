import { type RefObject, useEffect } from 'react'

/** While an element covers the page nothing beside it can be reached, by Tab or by a screen reader. */
export function useInertRest(element: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const quieted: HTMLElement[] = []
    for (let at = element.current; at && at !== document.body; at = at.parentElement) {
      for (const beside of at.parentElement?.children ?? []) {
        if (beside === at || !(beside instanceof HTMLElement) || beside.inert) continue
        beside.inert = true
        quieted.push(beside)
      }
    }
    element.current?.focus({ preventScroll: true })
    return () => {
      for (const each of quieted) each.inert = false
    }
  }, [element])
}
