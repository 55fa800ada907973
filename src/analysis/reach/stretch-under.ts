/** Metres on a flat sheet. */
export type Sheet = readonly [eastMetres: number, northMetres: number]

/** A straight piece of road by its two ends. */
export type Piece = { readonly a: Sheet; readonly b: Sheet }

/** A drawn stretch lies on a road that runs within this of it, in about the same direction. */
export const ALONG_METRES = 150
const ALONG_COSINE = Math.cos((35 * Math.PI) / 180)
/** Roads that part at less than this still run along each other where they part. */
const PARALLEL_COSINE = Math.cos((15 * Math.PI) / 180)
/** A stretch that lies this near to roads for most of it was drawn on them, and on no others beside. */
const DRAWN_ON_METRES = 30
/** Less than this past a junction is how far a hand overshoots it. */
const OVERSHOOT_METRES = 30
/** More than this of a road, or of the stretch, and the one was meant with the other. */
const MOST_SHARE = 0.7

/**
 * Which pieces of road a drawn stretch lies on. A piece counts where it and the stretch run beside
 * each other, less than 150 m apart and within 35° of one direction, for most of the piece, or for
 * most of the stretch (so a short stretch on a long road counts); or for 30 m and more within 15°,
 * and for twice as far as they are apart.
 * Where most of the stretch lies on roads, others that run beside them do not count.
 * A road that crosses the stretch, branches off it or goes on from its end does not. A short stretch
 * that lies on two pieces, most of it on neither, is on the one with more of it.
 *
 * @param path vertices of the stretch. The time is vertices times pieces, 20 ns each.
 */
export function stretchUnder(
  path: readonly Sheet[],
): <P extends Piece>(pieces: readonly P[]) => readonly P[] {
  const pathMetres = lengthOf(path)
  return (pieces) => {
    const shared = pieces.map((piece) => ({ piece, ...sharedMetres(path, piece) }))
    const meant = shared.filter(({ metres, parallelMetres, apartMetres, piece: { a, b } }) => {
      const most = MOST_SHARE * Math.min(pathMetres, Math.hypot(b[0] - a[0], b[1] - a[1]))
      const enough = Math.max(OVERSHOOT_METRES, 2 * apartMetres)
      return metres > 0 && (metres >= most || parallelMetres >= enough)
    })
    const drawnOn = meant.filter(({ apartMetres }) => apartMetres <= DRAWN_ON_METRES)
    const isDrawnOn = totalOfUnlike(drawnOn) >= MOST_SHARE * pathMetres
    if (meant.length > 0) return (isDrawnOn ? drawnOn : meant).map(({ piece }) => piece)
    const most = shared.reduce((least, { metres }) => Math.max(least, metres), 0)
    const total = totalOfUnlike(shared)
    if (most === 0 || total < MOST_SHARE * pathMetres) return []
    return shared.filter(({ metres }) => metres === most).map(({ piece }) => piece)
  }
}

function lengthOf(path: readonly Sheet[]): number {
  return path.slice(1).reduce((sum, to, i) => {
    const from = path[i]!
    return sum + Math.hypot(to[0] - from[0], to[1] - from[1])
  }, 0)
}

/** Both directions of a road count once. */
function totalOfUnlike(shared: readonly { readonly piece: Piece; readonly metres: number }[]) {
  const byPlace = new Map(shared.map(({ piece: { a, b }, metres }) => [`${a} ${b}`, metres]))
  return [...byPlace.values()].reduce((sum, metres) => sum + metres, 0)
}

type Interval = readonly [from: number, to: number]

type Shared = {
  /** How much of a piece runs beside a path. */
  readonly metres: number
  /** How much of it in nearly the same direction, and how near the path comes there. */
  readonly parallelMetres: number
  readonly apartMetres: number
}

function sharedMetres(path: readonly Sheet[], { a, b }: Piece): Shared {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
  const length = Math.hypot(dx, dy)
  if (length === 0) return { metres: 0, parallelMetres: 0, apartMetres: 0 }
  const [eastShare, northShare] = [dx / length, dy / length]
  const along = ([x, y]: Sheet) => (x - a[0]) * eastShare + (y - a[1]) * northShare
  const across = ([x, y]: Sheet) => (y - a[1]) * eastShare - (x - a[0]) * northShare
  const beside: Interval[] = []
  const parallel: Interval[] = []
  let apartMetres = ALONG_METRES
  let [u, v] = [along(path[0]!), across(path[0]!)]
  for (let i = 1; i < path.length; i++) {
    const [toU, toV] = [along(path[i]!), across(path[i]!)]
    const [du, dv] = [Math.abs(toU - u), Math.abs(toV - v)]
    const step = Math.sqrt(du * du + dv * dv)
    if (step > 0 && du >= ALONG_COSINE * step) {
      const part = partBeside([u, v], [toU, toV], length)
      if (part) beside.push(part)
      if (part && du >= PARALLEL_COSINE * step) {
        parallel.push(part)
        const nearest = v * toV <= 0 ? 0 : Math.min(Math.abs(v), Math.abs(toV))
        apartMetres = Math.min(apartMetres, nearest)
      }
    }
    u = toU
    v = toV
  }
  return { metres: unionLength(beside), parallelMetres: unionLength(parallel), apartMetres }
}

/**
 * What a step of the path covers of a piece that lies on the u axis from 0 to its length. The step
 * goes along the axis more than across it.
 */
function partBeside([u, v]: Sheet, [toU, toV]: Sheet, length: number): Interval | null {
  let [from, to] = [0, 1]
  if (toV === v) {
    if (Math.abs(v) > ALONG_METRES) return null
  } else {
    const [low, high] = [(-ALONG_METRES - v) / (toV - v), (ALONG_METRES - v) / (toV - v)]
    from = Math.max(from, Math.min(low, high))
    to = Math.min(to, Math.max(low, high))
    if (from >= to) return null
  }
  const [uFrom, uTo] = [u + from * (toU - u), u + to * (toU - u)]
  const first = Math.max(0, Math.min(uFrom, uTo))
  const last = Math.min(length, Math.max(uFrom, uTo))
  return first < last ? [first, last] : null
}

function unionLength(intervals: readonly Interval[]): number {
  let [metres, reached] = [0, Number.NEGATIVE_INFINITY]
  for (const [from, to] of [...intervals].sort((a, b) => a[0] - b[0])) {
    if (to <= reached) continue
    metres += to - Math.max(from, reached)
    reached = to
  }
  return metres
}
