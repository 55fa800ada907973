/** A track as a list of points with their instants; x and y in whatever `Space` measures. */
export type Track = {
  readonly x: ArrayLike<number>
  readonly y: ArrayLike<number>
  readonly epochMinutes: ArrayLike<number>
}

/** How the ground is cut into cells and measured. Cells are convex. */
export type Space = {
  /** −1 off the grid. */
  readonly cellAt: (x: number, y: number) => number
  readonly metresBetween: (xA: number, yA: number, xB: number, yB: number) => number
}

export type TrackRules = {
  /** Where a border of a cell is crossed, it is found to within this. */
  readonly toleranceMetres: number
  /** Between fixes further apart in time than this nobody knows the way. */
  readonly maxGapMinutes: number
  /** Two fixes no further apart than this are one place: the device stood, and may have slept. */
  readonly stillMetres: number
  /** For longer than this nobody is taken to have stood. */
  readonly maxStillMinutes: number
  /** A stretch that would need more than this is an error of the device. */
  readonly maxKilometresPerHour: number
}

/**
 * A gap of an hour leaves room for a road drawn with few points; 150 km/h lets a helicopter's
 * track break and keeps every vehicle's. A logger that stands jitters by some tens of metres and may
 * send nothing for a night. Working values.
 */
export const TRACK_RULES: TrackRules = {
  toleranceMetres: 1,
  maxGapMinutes: 60,
  stillMetres: 50,
  maxStillMinutes: 1440,
  maxKilometresPerHour: 150,
}

/**
 * Part of a track in one cell (−1: off the grid), the instant at which it ends and the minutes it took;
 * 0 where the track begins or is broken.
 */
export type OnPiece = (cell: number, metres: number, epochMinutes: number, minutes: number) => void

/**
 * Cuts a track at the borders of the cells. Every stretch is halved until both ends lie in one cell
 * or it is shorter than the tolerance, so that a cell crossed between two fixes is found too. The
 * metres and minutes handed out sum to those of the unbroken stretches; a broken one gives its two ends,
 * with neither.
 */
export function cutTrack(track: Track, space: Space, onPiece: OnPiece, rules = TRACK_RULES): void {
  const { x, y, epochMinutes } = track
  if (x.length === 0) return
  let from = pointOf(space, x[0]!, y[0]!, epochMinutes[0]!)
  onPiece(from.cell, 0, from.minutes, 0)
  for (let i = 1; i < x.length; i++) {
    const to = pointOf(space, x[i]!, y[i]!, epochMinutes[i]!)
    const metres = space.metresBetween(from.x, from.y, to.x, to.y)
    if (isBroken(metres, to.minutes - from.minutes, rules)) onPiece(to.cell, 0, to.minutes, 0)
    else cutStretch({ from, to, metres }, space, onPiece, rules.toleranceMetres)
    from = to
  }
}

type Point = {
  readonly x: number
  readonly y: number
  readonly minutes: number
  readonly cell: number
}
type Stretch = { readonly from: Point; readonly to: Point; readonly metres: number }

function cutStretch(stretch: Stretch, space: Space, onPiece: OnPiece, toleranceMetres: number) {
  const { from, to, metres } = stretch
  if (from.cell === to.cell) {
    onPiece(to.cell, metres, to.minutes, to.minutes - from.minutes)
    return
  }
  const middle = pointOf(
    space,
    (from.x + to.x) / 2,
    (from.y + to.y) / 2,
    (from.minutes + to.minutes) / 2,
  )
  if (metres <= toleranceMetres) {
    onPiece(from.cell, metres / 2, middle.minutes, middle.minutes - from.minutes)
    onPiece(to.cell, metres / 2, to.minutes, to.minutes - middle.minutes)
    return
  }
  cutStretch({ from, to: middle, metres: metres / 2 }, space, onPiece, toleranceMetres)
  cutStretch({ from: middle, to, metres: metres / 2 }, space, onPiece, toleranceMetres)
}

function pointOf(space: Space, x: number, y: number, minutes: number): Point {
  return { x, y, minutes, cell: space.cellAt(x, y) }
}

function isBroken(metres: number, minutes: number, rules: TrackRules): boolean {
  const isStill = metres <= rules.stillMetres
  if (minutes > (isStill ? rules.maxStillMinutes : rules.maxGapMinutes)) return true
  if (isStill) return false
  return minutes > 0 && metres / 1000 / (minutes / 60) > rules.maxKilometresPerHour
}
