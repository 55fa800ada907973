/** What is known of a set: some laydown keeps all of it (and breaks those listed), none can, or neither. */
export type Answer =
  | { readonly verdict: 'holds'; readonly broken: readonly number[] }
  | { readonly verdict: 'impossible' }
  | { readonly verdict: 'unknown' }

export type Found =
  | { readonly verdict: 'none' }
  | {
      readonly verdict: 'conflict'
      readonly members: readonly number[]
      readonly isSmallest: boolean
    }
  | { readonly verdict: 'unknown' }

type Ask = (members: readonly number[]) => Answer

const MOST_ROUNDS = 400

/**
 * The smallest set that cannot hold, by hitting sets: every laydown leaves some demands broken, and
 * whatever cannot hold has one of them in it. A smallest set that meets all of these is asked for;
 * if it holds, the laydown is widened as far as it goes and leaves a new list; if it is impossible,
 * nothing smaller can be, and each part of it holds.
 *
 * @param broken lists of what laydowns that are known break.
 * @param ask whether a set can hold; `askLast` the same, where `ask` has come to an end.
 * @source A. Ignatiev, A. Previti, M. Liffiton, J. Marques-Silva, "Smallest MUS extraction with
 *   minimal hitting set dualization", CP 2015.
 */
export function* smallestConflict(
  size: number,
  broken: readonly (readonly number[])[],
  { ask, askLast }: { readonly ask: Ask; readonly askLast: Ask },
): Generator<number, Found, boolean | undefined> {
  const lists = [...broken]
  if (lists.some((list) => list.length === 0)) return { verdict: 'none' }
  for (let round = 0; round < MOST_ROUNDS; round++) {
    if (yield round / (round + 10)) return { verdict: 'unknown' }
    const members = smallestHitting(lists)
    if (members === null) break
    const answer = ask(members)
    if (answer.verdict === 'impossible') return { verdict: 'conflict', members, isSmallest: true }
    if (answer.verdict === 'unknown') break
    const list = widened(size, answer.broken, ask)
    if (list.length === 0) return { verdict: 'none' }
    lists.push(list)
  }
  return thinnedOut(size, askLast)
}

/** Takes in what is broken, demand by demand, as far as all of it holds. */
function widened(
  size: number,
  start: readonly number[],
  ask: (members: readonly number[]) => Answer,
): readonly number[] {
  let broken = start
  for (const one of start) {
    if (!broken.includes(one)) continue
    const kept = others(size, broken)
    const answer = ask([...kept, one].sort((a, b) => a - b))
    if (answer.verdict === 'holds') broken = answer.broken
  }
  return broken
}

/** Drops each that is not needed to make the whole impossible, as far as that can be proven. */
function thinnedOut(size: number, ask: (members: readonly number[]) => Answer): Found {
  let members: readonly number[] = others(size, [])
  if (ask(members).verdict !== 'impossible') return { verdict: 'unknown' }
  for (const one of others(size, [])) {
    const less = members.filter((other) => other !== one)
    if (ask(less).verdict === 'impossible') members = less
  }
  return { verdict: 'conflict', members, isSmallest: false }
}

function others(size: number, without: readonly number[]): number[] {
  return Array.from({ length: size }, (_, at) => at).filter((at) => !without.includes(at))
}

const MOST_TRIES = 200_000

/** Fewest numbers with one of every list; the first found of equal size. Null: too hard to say. */
export function smallestHitting(lists: readonly (readonly number[])[]): number[] | null {
  let tries = MOST_TRIES
  const within = (taken: readonly number[], left: number): number[] | null => {
    tries -= 1
    if (tries < 0) return null
    const open = lists.filter((list) => !list.some((at) => taken.includes(at)))
    if (open.length === 0) return [...taken].sort((a, b) => a - b)
    if (left === 0 || apartCount(open) > left) return null
    const shortest = open.reduce((best, list) => (list.length < best.length ? list : best))
    for (const at of shortest) {
      const found = within([...taken, at], left - 1)
      if (found) return found
    }
    return null
  }
  for (let size = 0; size <= lists.length && tries >= 0; size++) {
    const found = within([], size)
    if (found) return found
  }
  return null
}

/** Lists that share nothing each take one of their own. */
function apartCount(lists: readonly (readonly number[])[]): number {
  const used = new Set<number>()
  let count = 0
  for (const list of [...lists].sort((a, b) => a.length - b.length)) {
    if (list.some((at) => used.has(at))) continue
    for (const at of list) used.add(at)
    count += 1
  }
  return count
}
