import type { Pixel } from '../port/map-port.ts'

const REST_MILLISECONDS = 90

/** Looks at where the pointer came to rest: a look costs a picture of what can be picked. */
export type Hover = {
  over(pixel: Pixel): void
  /** Forgets where the pointer was. */
  leave(): void
}

export function createHover(look: (pixel: Pixel) => void): Hover {
  let timer: ReturnType<typeof setTimeout> | undefined
  return {
    over(pixel) {
      clearTimeout(timer)
      timer = setTimeout(() => look(pixel), REST_MILLISECONDS)
    },
    leave() {
      clearTimeout(timer)
    },
  }
}
