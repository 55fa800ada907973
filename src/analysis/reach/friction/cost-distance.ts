import FlatQueue from 'flatqueue'
import { walkingSpeedOn } from './slope-speed.ts'

/** Square cells, row after row, and how fast one gets on in each. */
export type FrictionGrid = {
  readonly columns: number
  readonly cellMetres: number
  /** On level ground. 0 or NaN: nobody enters. */
  readonly kilometresPerHour: Float64Array
  /** Left out: level ground. */
  readonly elevationMetres?: Float64Array
  /** 1: by a vehicle, which ignores slope; 0: on foot. Left out: on foot everywhere. */
  readonly isMotorised?: Uint8Array
}

/** How a grid is travelled. */
export type CostTerms = {
  /** 16: knight's moves too. */
  readonly neighbourCount: 8 | 16
  /** False: a diagonal step needs both cells beside it to be open. */
  readonly cutsCorners: boolean
  /** Which way slopes are walked: away from the sources or to them; level: not at all. */
  readonly direction: 'level' | 'from' | 'towards'
}

/** A step to another cell, and the cells it lies in, by columns and rows from the first. */
type Move = {
  readonly dx: number
  readonly dy: number
  /** Its ends first; a step lies in each for an equal share. */
  readonly over: readonly (readonly [dx: number, dy: number])[]
  /** Cells that it passes by without lying in them. */
  readonly beside: readonly (readonly [dx: number, dy: number])[]
}

/**
 * Minutes between the nearest source and every cell of a grid; NaN where there is no way. A step takes
 * half its length at the speed of each of its two cells; a knight's move a quarter at that of each of
 * four. 1 million cells with 8 neighbours take some 1 s.
 *
 * @param sources positions in the grid; those that nobody enters count for nothing.
 * @source AccessMod's r.walk (analysis.md §5.1).
 */
export function costMinutes(
  grid: FrictionGrid,
  sources: readonly number[],
  terms: CostTerms,
): Float64Array {
  const { columns, kilometresPerHour } = grid
  const rows = kilometresPerHour.length / columns
  const minutes = new Float64Array(kilometresPerHour.length).fill(Number.POSITIVE_INFINITY)
  const moves = terms.neighbourCount === 16 ? [...SINGLE_MOVES, ...KNIGHT_MOVES] : SINGLE_MOVES
  const queue = new FlatQueue<number>()
  const isOpen = (cell: number) => kilometresPerHour[cell]! > 0
  for (const source of sources) {
    if (!isOpen(source)) continue
    minutes[source] = 0
    queue.push(source, 0)
  }
  const stepMinutes = stepper(grid, terms)
  while (queue.length > 0) {
    const reached = queue.peekValue()!
    const cell = queue.pop()!
    if (reached > minutes[cell]!) continue
    const [x, y] = [cell % columns, Math.floor(cell / columns)]
    for (const move of moves) {
      const [toX, toY] = [x + move.dx, y + move.dy]
      if (toX < 0 || toX >= columns || toY < 0 || toY >= rows) continue
      const to = toY * columns + toX
      const next = reached + stepMinutes(cell, to, move)
      if (!(next < minutes[to]!)) continue
      minutes[to] = next
      queue.push(to, next)
    }
  }
  return minutes.map((each) => (each === Number.POSITIVE_INFINITY ? Number.NaN : each))
}

const METRES_PER_KILOMETRE_AND_MINUTES = 1000 / 60

function stepper(
  { columns, cellMetres, kilometresPerHour, elevationMetres, isMotorised }: FrictionGrid,
  { cutsCorners, direction }: CostTerms,
) {
  const at = (cell: number, [dx, dy]: readonly [number, number]) => cell + dy * columns + dx
  return (from: number, to: number, { dx, dy, over, beside }: Move): number => {
    if (!cutsCorners) {
      for (const each of beside) {
        if (!(kilometresPerHour[at(from, each)]! > 0)) return Number.POSITIVE_INFINITY
      }
    }
    const metres = cellMetres * Math.sqrt(dx * dx + dy * dy)
    const rise = elevationMetres ? elevationMetres[to]! - elevationMetres[from]! : 0
    const slope = (direction === 'towards' ? -rise : rise) / metres
    let minutes = 0
    for (const each of over) {
      const cell = at(from, each)
      const level = kilometresPerHour[cell]!
      if (!(level > 0)) return Number.POSITIVE_INFINITY
      const isSloped = direction !== 'level' && isMotorised?.[cell] !== 1
      const speed = isSloped ? walkingSpeedOn(level, slope) : level
      minutes += metres / over.length / (speed * METRES_PER_KILOMETRE_AND_MINUTES)
    }
    return minutes
  }
}

const SINGLE_MOVES: readonly Move[] = [-1, 0, 1].flatMap((dy) =>
  [-1, 0, 1]
    .filter((dx) => dx !== 0 || dy !== 0)
    .map((dx): Move => {
      const isDiagonal = dx !== 0 && dy !== 0
      const over = [[0, 0] as const, [dx, dy] as const]
      return { dx, dy, over, beside: isDiagonal ? [[dx, 0] as const, [0, dy] as const] : [] }
    }),
)

const KNIGHT_MOVES: readonly Move[] = [-2, -1, 1, 2].flatMap((dy) =>
  [-2, -1, 1, 2]
    .filter((dx) => Math.abs(dx) !== Math.abs(dy))
    .map((dx): Move => {
      const isWide = Math.abs(dx) === 2
      const near = isWide ? ([dx / 2, 0] as const) : ([0, dy / 2] as const)
      const far = isWide ? ([dx / 2, dy] as const) : ([dx, dy / 2] as const)
      return { dx, dy, over: [[0, 0], [dx, dy], near, far], beside: [] }
    }),
)
