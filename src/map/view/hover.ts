import type { Pixel } from '../port/map-port.ts'

const REST_MILLISECONDS = 60

/** Looks at where the pointer is: at most once in 60 ms, and always at where it came to rest. */
export type Hover = {
  over(pixel: Pixel): void
  /** Forgets where the pointer was. */
  leave(): void
}

export function createHover(look: (pixel: Pixel) => void): Hover {
  let next: Pixel | null = null
  let isResting = false
  const run = () => {
    isResting = false
    if (!next) return
    const pixel = next
    next = null
    look(pixel)
    rest(REST_MILLISECONDS)
  }
  const rest = (milliseconds: number) => {
    isResting = true
    setTimeout(run, milliseconds)
  }
  return {
    over(pixel) {
      next = pixel
      if (!isResting) rest(0)
    },
    leave() {
      next = null
    },
  }
}
