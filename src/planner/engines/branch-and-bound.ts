/** A part of all choices of sites: what is decided in it, and how little any choice within it can cost. */
export type Part = {
  /** No choice within it costs less; Infinity if there is none. */
  bound: number
  /** A choice that the bound favours; it need not lie within the part. */
  readonly favoured: ArrayLike<number>
  /** One step towards a tighter bound, given the least cost reached so far: only better is sought. */
  tighten(reached: number): void
  /** The one choice that is left, if only one is, and what it costs. */
  last(): Choice | null
  /** Divides what is undecided; the first part is looked into first. */
  split(): readonly (() => Part)[]
}

/** A choice of sites and its cost. */
export type Choice = { readonly sites: ArrayLike<number>; readonly cost: number }

/** Branch and bound in small steps, deepest part first; a maximum is sought as the least negative. */
export type Proof = {
  /** No choice costs less; reaches the cost when that is proven best. */
  bound: number
  /** A choice that the bound favours, or one that was come upon and costs less than what was reached. */
  favoured(): ArrayLike<number>
  /** One step, given the least cost reached so far. */
  tighten(reached: number): void
}

/**
 * Bounds the whole first, then divides it and bounds the parts. Steps, not time, decide what happens.
 *
 * @param steps how many to spend on the whole, and on each part, before it is divided.
 */
export function createProof(
  root: Part,
  steps: { readonly root: number; readonly part: number },
): Proof {
  const stack: { readonly bound: number; readonly make: () => Part }[] = []
  let part: Part | null = root
  let found: Choice | null = null
  let taken = 0
  let limit = steps.root
  const settle = (reached: number) => {
    let least = Math.min(reached, found?.cost ?? Infinity, part?.bound ?? Infinity)
    for (const { bound } of stack) least = Math.min(least, bound)
    proof.bound = Math.max(proof.bound, least)
  }
  const proof: Proof = {
    bound: -Infinity,
    favoured: () => found?.sites ?? part?.favoured ?? root.favoured,
    tighten(reached) {
      if (found && found.cost >= reached) found = null
      if (!part || proof.bound >= reached) return settle(reached)
      const last = part.last()
      if (last === null) part.tighten(reached)
      else {
        if (last.cost < Math.min(reached, found?.cost ?? Infinity)) found = last
        part.bound = Math.max(part.bound, last.cost)
      }
      taken += 1
      const isDone = last !== null || part.bound >= Math.min(reached, found?.cost ?? Infinity)
      settle(reached)
      if (!isDone && taken < limit) return
      if (!isDone) {
        const { bound } = part
        for (const make of [...part.split()].reverse()) stack.push({ bound, make })
      }
      const next = stack.pop()
      part = next?.make() ?? null
      if (part && next) part.bound = Math.max(part.bound, next.bound)
      taken = 0
      limit = steps.part
      settle(reached)
    },
  }
  return proof
}
