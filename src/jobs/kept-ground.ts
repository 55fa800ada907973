/**
 * The ground is most of what travel is worked out from, and the same from run to run: it crosses to a
 * worker that lasts once. Some 40 ms of the page and as many of the worker on 25,000 cells.
 */
type WithGround = { readonly ground?: unknown }

/** Stands where the ground stood. */
const KEPT = 'kept'

/** What crosses for one run. */
export type Crossing = {
  readonly input: unknown
  /** What the worker is to keep before it runs; null: it has it. */
  readonly ground: unknown
  /** To be called when the ground has gone. */
  readonly sent: () => void
}

/** The page’s side of one worker. */
export type GroundKeeping = (input: unknown) => Crossing

export function createGroundKeeping(): GroundKeeping {
  let there: unknown = null
  return (input) => {
    const ground = groundOf(input)
    if (!ground) return { input, ground: null, sent: () => {} }
    return {
      input: { ...(input as WithGround), ground: KEPT },
      ground: ground === there ? null : ground,
      sent: () => {
        there = ground
      },
    }
  }
}

/** The worker’s side: the input whole again. */
export function withKeptGround(input: unknown, kept: unknown): unknown {
  return groundOf(input) === KEPT ? { ...(input as WithGround), ground: kept } : input
}

function groundOf(input: unknown): unknown {
  return typeof input === 'object' && input !== null ? (input as WithGround).ground : undefined
}
