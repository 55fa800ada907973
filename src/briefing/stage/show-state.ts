/** What is on the wall, as everybody who looks at it or steers it must agree. */
export type ShowState = {
  /** The index is for when the slide is gone. */
  readonly slide: { readonly slideId: string; readonly index: number }
  readonly deckId: string
  readonly isPaused: boolean
  readonly isBlack: boolean
  /** UTC ISO at which the facts are held; null: they go on. */
  readonly frozenAt: string | null
  /** From when the elapsed time is counted; null: it is not. */
  readonly startedAt: string | null
}

/** When a part was set: by the count of settings that were known, then by the name of who did it. */
export type Stamp = { readonly count: number; readonly by: string }

/** Every part with its stamp. */
export type Registers = {
  readonly [K in keyof ShowState]: { readonly value: ShowState[K]; readonly stamp: Stamp }
}

/** Never set by anybody: any other stamp is later. */
const UNSET: Stamp = { count: 0, by: '' }

export function registersOf(state: ShowState, stamp: Stamp = UNSET): Registers {
  return Object.fromEntries(
    Object.entries(state).map(([key, value]) => [key, { value, stamp }]),
  ) as Registers
}

/** The parts without their stamps. */
export function stateOf(registers: Registers): ShowState {
  return Object.fromEntries(
    Object.entries(registers).map(([key, { value }]) => [key, value]),
  ) as ShowState
}

/** Sets parts, later than everything that is known here. */
export function changed(registers: Registers, parts: Partial<ShowState>, by: string): Registers {
  const stamp = { count: 1 + greatestCount(registers), by }
  return {
    ...registers,
    ...Object.fromEntries(Object.entries(parts).map(([key, value]) => [key, { value, stamp }])),
  }
}

/**
 * Part by part what was set later. It does not matter in which order, or how often, two windows hear of
 * each other: they end with the same.
 */
export function merged(ours: Registers, theirs: Registers): Registers {
  const keys = Object.keys(ours) as (keyof ShowState)[]
  return Object.fromEntries(
    keys.map((key) => [key, isLater(theirs[key].stamp, ours[key].stamp) ? theirs[key] : ours[key]]),
  ) as Registers
}

function greatestCount(registers: Registers): number {
  return Math.max(...Object.values(registers).map(({ stamp }) => stamp.count))
}

function isLater(a: Stamp, b: Stamp): boolean {
  return a.count === b.count ? a.by > b.by : a.count > b.count
}
