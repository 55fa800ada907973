import type { Restriction } from '#core/records/restriction.ts'
import type { AccessRouter, Conditions } from './access-facts.ts'
import { firstOfEach, withoutLifted } from './one-measure.ts'

/**
 * Something that can stand in the way: a restriction, with those that stand and fall with it, or the
 * wet season with its fords and tracks.
 */
export type Obstacle = Restriction | 'wetSeason'

/** What keeps a cell cut off. */
export type Blame =
  /** Out of reach without any restriction and in the dry season too. */
  | { readonly type: 'never' }
  /** To lift any one of these would reopen it. */
  | { readonly type: 'anyOf'; readonly obstacles: readonly Obstacle[] }
  /** None alone: these have to be lifted together, and none of them is too many. */
  | { readonly type: 'allOf'; readonly obstacles: readonly Obstacle[] }

/**
 * What keeps each of some cells cut off under present conditions. Each obstacle is lifted alone; for
 * what stays cut off all are lifted, and put back by halves as long as the cell stays in reach. A
 * question for each obstacle, and some log₂ of them for each set that is found.
 */
export function blameOf(
  cells: readonly number[],
  present: Conditions,
  router: AccessRouter,
): ReadonlyMap<number, Blame> {
  const obstacles: readonly Obstacle[] = [
    ...(present.isWet ? (['wetSeason'] as const) : []),
    ...firstOfEach(present.acting),
  ]
  const isReached = (lifted: readonly Obstacle[]) => {
    const minutes = router.minutesUnder(without(present, lifted))
    return (cell: number) => !Number.isNaN(minutes[cell]!)
  }
  const blame = new Map<number, Blame>()
  if (cells.length === 0) return blame
  const isEver = isReached(obstacles)
  for (const cell of cells) if (!isEver(cell)) blame.set(cell, { type: 'never' })
  const closed = cells.filter(isEver)
  if (closed.length === 0) return blame
  const alone = new Map<number, Obstacle[]>()
  for (const obstacle of obstacles) {
    const isBack = isReached([obstacle])
    for (const cell of closed) {
      if (isBack(cell)) alone.set(cell, [...(alone.get(cell) ?? []), obstacle])
    }
  }
  for (const [cell, each] of alone) blame.set(cell, { type: 'anyOf', obstacles: each })
  const rest = closed.filter((cell) => !alone.has(cell))
  for (const { lifted, members } of leastLifted({ cells: rest, obstacles, isReached })) {
    for (const cell of members) blame.set(cell, { type: 'allOf', obstacles: lifted })
  }
  return blame
}

/** Conditions without some of what stands in the way. */
function without({ acting, isWet }: Conditions, lifted: readonly Obstacle[]): Conditions {
  const restrictions = lifted.filter((obstacle) => obstacle !== 'wetSeason')
  return {
    acting: withoutLifted(acting, restrictions),
    isWet: isWet && !lifted.includes('wetSeason'),
  }
}

type Group = { readonly lifted: readonly Obstacle[]; readonly members: readonly number[] }

/** Sets of obstacles of which none can be put back, each with the cells that they have to go for. */
function leastLifted({
  cells,
  obstacles,
  isReached,
}: {
  readonly cells: readonly number[]
  readonly obstacles: readonly Obstacle[]
  readonly isReached: (lifted: readonly Obstacle[]) => (cell: number) => boolean
}): readonly Group[] {
  const putBack = (group: Group, some: readonly Obstacle[]): readonly Group[] => {
    if (group.members.length === 0 || some.length === 0) return [group]
    const fewer = group.lifted.filter((obstacle) => !some.includes(obstacle))
    const isStill = isReached(fewer)
    const still: Group = { lifted: fewer, members: group.members.filter(isStill) }
    const lost: Group = { ...group, members: group.members.filter((cell) => !isStill(cell)) }
    const middle = some.length >> 1
    const split =
      some.length === 1
        ? [lost]
        : putBack(lost, some.slice(0, middle)).flatMap((each) => putBack(each, some.slice(middle)))
    return [still, ...split].filter(({ members }) => members.length > 0)
  }
  return cells.length === 0 ? [] : putBack({ lifted: obstacles, members: cells }, obstacles)
}
