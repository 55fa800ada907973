/** Minutes to every cell in both seasons; NaN: cannot be reached. */
export type SeasonMinutes = { readonly dry: Float64Array; readonly wet: Float64Array }

/**
 * Wet minus dry minutes. +∞: reached in the dry season and cut off by the rains; −∞: reached in the
 * wet season alone, as only edited speeds can bring about; NaN: reached in neither.
 */
export function wetMinusDryMinutes({ dry, wet }: SeasonMinutes): Float64Array {
  return dry.map((dryMinutes, cell) => {
    const wetMinutes = wet[cell]!
    if (Number.isNaN(dryMinutes)) {
      return Number.isNaN(wetMinutes) ? Number.NaN : Number.NEGATIVE_INFINITY
    }
    return Number.isNaN(wetMinutes) ? Number.POSITIVE_INFINITY : wetMinutes - dryMinutes
  })
}

/** Wet over dry minutes; 1 where neither takes any time; NaN unless reached in both seasons. */
export function wetOverDry({ dry, wet }: SeasonMinutes): Float64Array {
  return dry.map((dryMinutes, cell) => {
    const wetMinutes = wet[cell]!
    return dryMinutes === 0 && wetMinutes === 0 ? 1 : wetMinutes / dryMinutes
  })
}
