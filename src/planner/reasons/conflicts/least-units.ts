/** What floors of one type lack together, and what each slot could add to them. */
export type Need = {
  readonly lack: number
  readonly gains: readonly { readonly gain: number; readonly isMove: boolean }[]
}

/**
 * Fewest units, and fewest moves, that could make up for what is lacking: no choice of slots adds
 * more than the best ones would if nothing overlapped. Those that stand there today are no moves.
 */
export function leastUnits({ lack, gains }: Need): {
  readonly units: number
  readonly moves: number
} {
  const falling = (list: Need['gains']) => list.map(({ gain }) => gain).sort((a, b) => b - a)
  const free = gains.filter(({ isMove }) => !isMove).reduce((sum, { gain }) => sum + gain, 0)
  return {
    units: countedUp(lack, falling(gains)),
    moves: countedUp(lack - free, falling(gains.filter(({ isMove }) => isMove))),
  }
}

/** How many of the largest it takes; a last one for what rounding may have eaten is not counted. */
function countedUp(lack: number, falling: readonly number[]): number {
  let sum = 0
  let count = 0
  const wanted = lack * (1 - 1e-9)
  while (sum < wanted && count < falling.length) sum += falling[count++]!
  return count
}
