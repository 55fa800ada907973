/** The wall screen and the seat from which it must still be read. */
export type WallCalibration = {
  readonly diagonalInches: number
  readonly farthestSeatMetres: number
}

/** A screen that everybody has, read from the back of a small room. */
export const DEFAULT_CALIBRATION: WallCalibration = { diagonalInches: 65, farthestSeatMetres: 3 }

const METRES_PER_INCH = 0.0254
const ARC_MINUTE_RADIANS = Math.PI / (180 * 60)
/** Height of a capital letter in its font size, for IBM Plex Sans. */
const CAPITAL_SHARE = 0.72
/** ISO 9241-3: 20 to 22 minutes of arc are preferred, 16 are the least. */
const PREFERRED_ARC_MINUTES = 20
/** Marking, headline, times and stale band take eight; with fewer than four more no map is left. */
const LEAST_LINES = 12
const LINE_HEIGHT = 1.35
/** However near people sit, no text is smaller than this share of the height: walls are read while walking by. */
const LEAST_HEIGHT_SHARE = 1 / 45

/** Height of a 16:9 screen from its diagonal. */
export function screenHeightMetres(diagonalInches: number): number {
  return (diagonalInches * METRES_PER_INCH * 9) / Math.sqrt(16 * 16 + 9 * 9)
}

/**
 * Font size at which a capital letter fills 20 minutes of arc from the farthest seat, rounded to a
 * tenth of a pixel. It is the smallest text on the wall: everything there is in `rem`.
 *
 * @source ISO 9241-3 as quoted in AVIXA DISCAS; `fontPx = H · D · tan 20′ / (h · 0.72)`.
 */
export function rootPixels(calibration: WallCalibration, screenPixelHeight: number): number {
  const capitalMetres =
    calibration.farthestSeatMetres * Math.tan(PREFERRED_ARC_MINUTES * ARC_MINUTE_RADIANS)
  const pixelsPerMetre = screenPixelHeight / screenHeightMetres(calibration.diagonalInches)
  const pixels = Math.max(
    (capitalMetres * pixelsPerMetre) / CAPITAL_SHARE,
    screenPixelHeight * LEAST_HEIGHT_SHARE,
  )
  return Math.round(pixels * 10) / 10
}

/** Lines of text that fit the screen at that size. */
export function lineCount(calibration: WallCalibration, screenPixelHeight: number): number {
  return screenPixelHeight / (rootPixels(calibration, screenPixelHeight) * LINE_HEIGHT)
}

/** Why this screen cannot be read from that seat, with what would do; null if it can. */
export function calibrationFault(calibration: WallCalibration): string | null {
  const { diagonalInches, farthestSeatMetres } = calibration
  if (!(diagonalInches >= 10 && diagonalInches <= 400)) {
    return 'Give the diagonal of the screen in inches, from 10 to 400.'
  }
  if (!(farthestSeatMetres >= 0.5 && farthestSeatMetres <= 40)) {
    return 'Give the distance of the farthest seat in metres, from 0.5 to 40.'
  }
  if (lineCount(calibration, 1080) >= LEAST_LINES) return null
  const seatMetres = (farthestSeatMetres * lineCount(calibration, 1080)) / LEAST_LINES
  const inches = Math.ceil((diagonalInches * LEAST_LINES) / lineCount(calibration, 1080))
  return `Text that can be read from ${farthestSeatMetres} m does not fit a ${diagonalInches}-inch screen. Seat people within ${seatMetres.toFixed(1)} m or use ${inches} inches.`
}
