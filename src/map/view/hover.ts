import type { Pixel } from '../port/map-port.ts'

const REST_MILLISECONDS = 40

/** Looks at where the pointer is, one look at a time and a rest between two. */
export type Hover = {
  over(pixel: Pixel): void
  /** What is still being looked at no longer counts. */
  leave(): void
}

/** @param look its second argument says whether its answer is still wanted. */
export function createHover(look: (pixel: Pixel, isWanted: () => boolean) => Promise<void>): Hover {
  let next: Pixel | null = null
  let isBusy = false
  let visit = 0
  const run = async () => {
    isBusy = true
    try {
      while (next) {
        const pixel = next
        const mine = visit
        next = null
        await look(pixel, () => mine === visit)
        await new Promise((rested) => setTimeout(rested, REST_MILLISECONDS))
      }
    } finally {
      isBusy = false
    }
  }
  return {
    over(pixel) {
      next = pixel
      if (!isBusy) void run()
    },
    leave() {
      next = null
      visit += 1
    },
  }
}
