/** Something as it was last drawn, and when: milliseconds since 1970. */
export type Kept<T> = { readonly value: T; readonly atMs: number }

export type LastGood<T> = {
  keep(id: string, value: T, atMs: number): void
  of(id: string): Kept<T> | null
}

/** Keeps the last of each, and no more than so many of them: the oldest go. */
export function lastGood<T>(most: number): LastGood<T> {
  const kept = new Map<string, Kept<T>>()
  return {
    keep(id, value, atMs) {
      kept.delete(id)
      kept.set(id, { value, atMs })
      const [oldest] = kept.keys()
      if (kept.size > most && oldest !== undefined) kept.delete(oldest)
    },
    of: (id) => kept.get(id) ?? null,
  }
}

/** Pictures of maps by what they show: some 4 MB each. */
export const MAP_PICTURES = lastGood<HTMLCanvasElement>(8)

/** Bodies of slides by slide, their maps aside. */
export const SLIDE_BODIES = lastGood<HTMLElement>(12)

/** "last drawn 4 min ago" */
export function lastDrawnText(atMs: number, nowMs: number): string {
  const seconds = Math.max(0, Math.round((nowMs - atMs) / 1000))
  if (seconds < 60) return `last drawn ${seconds} s ago`
  const minutes = Math.floor(seconds / 60)
  if (minutes < 120) return `last drawn ${minutes} min ago`
  return `last drawn ${Math.floor(minutes / 60)} h ago`
}

/** A copy of a canvas: one element stands in one place. */
export function copyOf(picture: HTMLCanvasElement): HTMLCanvasElement {
  const copy = document.createElement('canvas')
  copy.width = picture.width
  copy.height = picture.height
  copy.getContext('2d')?.drawImage(picture, 0, 0)
  return copy
}
