import { createStore, type StoreApi } from 'zustand/vanilla'
import type { SlideMap } from '#briefing/slides/slide-map.ts'
import type { Room } from '#ui/room.tsx'

/** What a living map shall show. */
export type MapAsked = {
  readonly map: SlideMap
  /** The stores that it is drawn from. */
  readonly room: Room
  readonly windowEpochMinutes: readonly [number, number] | null
  /** Names what is shown; the same name is the same picture. */
  readonly shows: string
}

/** One map, with its drawing surface and all that it has compiled, that goes from slide to slide. */
export type LivingMap = {
  readonly key: number
  /** Stands in the slide that has it. */
  readonly element: HTMLElement
  readonly asked: MapAsked
  readonly isTaken: boolean
  /** What stands there whole, by its name; null: nothing does. */
  readonly drawn: string | null
}

export type MapPool = {
  readonly store: StoreApi<readonly LivingMap[]>
  /**
   * A free map, put into a place: the one that shows this already, else any, else a new one. What it
   * showed stays until the slide round it is painted.
   */
  take(place: HTMLElement, asked: MapAsked): number
  /** What a map that was taken shall show from now on. */
  ask(key: number, asked: MapAsked): void
  tellDrawn(key: number, shows: string | null): void
  /** Puts it away, alive, for the next slide. */
  release(key: number): void
  close(): void
}

/** Slides without a map come between those with one. */
const MOST_FREE = 1
const LOOK_AFTER_MILLISECONDS = 1_000

/**
 * Maps for slides. A new one costs a wall without a graphics card a second, nearly all of it spent on
 * compiling what draws it, so a slide takes over the map of the one before. A page has as many as it
 * shows at once, and one more.
 */
export function createMapPool(): MapPool {
  const store = createStore<readonly LivingMap[]>()(() => [])
  const parking = document.createElement('div')
  parking.inert = true
  let lastKey = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let frame = 0
  const wishes = new Map<number, MapAsked>()
  const change = (key: number, parts: Partial<LivingMap>) =>
    store.setState(
      store.getState().map((map) => (map.key === key ? { ...map, ...parts } : map)),
      true,
    )
  const fulfil = () => {
    frame = 0
    for (const [key, asked] of wishes) {
      const map = store.getState().find((each) => each.key === key)
      if (map) fill(map.element)
      change(key, { asked })
    }
    wishes.clear()
  }
  const letGo = () => {
    const free = store.getState().filter(({ isTaken }) => !isTaken)
    const kept = new Set(free.slice(0, MOST_FREE))
    const all = store.getState().filter((map) => map.isTaken || kept.has(map))
    for (const { element } of free.slice(MOST_FREE)) element.remove()
    store.setState(all, true)
  }
  return {
    store,
    take(place, asked) {
      const free = store.getState().filter(({ isTaken }) => !isTaken)
      const found = free.find(({ drawn }) => drawn === asked.shows) ?? free[0]
      if (found) {
        stand(found.element, place)
        change(found.key, { isTaken: true })
        wishes.set(found.key, asked)
        frame ||= requestAnimationFrame(() => setTimeout(fulfil))
        return found.key
      }
      const made = { key: ++lastKey, element: document.createElement('div'), asked }
      stand(made.element, place)
      fill(made.element)
      store.setState([...store.getState(), { ...made, isTaken: true, drawn: null }], true)
      return made.key
    },
    ask(key, asked) {
      if (wishes.has(key)) return void wishes.set(key, asked)
      const before = store.getState().find((map) => map.key === key)
      if (before && !isSame(before.asked, asked)) change(key, { asked })
    },
    tellDrawn: (key, drawn) => change(key, { drawn }),
    release(key) {
      const map = store.getState().find((each) => each.key === key)
      if (!map) return
      wishes.delete(key)
      if (!parking.isConnected) document.body.append(parking)
      park(map, parking)
      change(key, { isTaken: false })
      clearTimeout(timer)
      timer = setTimeout(letGo, LOOK_AFTER_MILLISECONDS)
    },
    close() {
      clearTimeout(timer)
      cancelAnimationFrame(frame)
      wishes.clear()
      parking.remove()
      store.setState([], true)
    },
  }
}

function stand(element: HTMLElement, place: HTMLElement): void {
  Object.assign(element.style, { position: '', visibility: '' })
  place.append(element)
}

function fill(element: HTMLElement): void {
  Object.assign(element.style, { width: '100%', height: '100%' })
}

/** Out of sight in the size that it has, or it would be drawn anew in another. */
function park({ element, asked }: LivingMap, parking: HTMLElement): void {
  const { widthPixels, heightPixels } = asked.map.slot
  Object.assign(element.style, {
    position: 'fixed',
    visibility: 'hidden',
    width: `${widthPixels}px`,
    height: `${heightPixels}px`,
  })
  parking.append(element)
}

function isSame(a: MapAsked, b: MapAsked): boolean {
  return (
    a.shows === b.shows &&
    a.room === b.room &&
    a.map.label === b.map.label &&
    a.windowEpochMinutes?.[0] === b.windowEpochMinutes?.[0] &&
    a.windowEpochMinutes?.[1] === b.windowEpochMinutes?.[1]
  )
}
