/** Minutes to the nearest care of one level, and the standard for it. */
export type TimedCare = {
  /** A value a patient's place; NaN: no way to any. Null: nobody gives such care, on record. */
  readonly minutes: Float64Array | null
  readonly standardMinutes: number
}

/** Where one standard stands for one place. */
export type StandardMet = 'met' | 'tooFar' | 'noWay' | 'unknown'

/** Exactly on the standard is met. */
export function standardMet({ minutes, standardMinutes }: TimedCare, place: number): StandardMet {
  if (!minutes) return 'unknown'
  if (Number.isNaN(minutes[place]!)) return 'noWay'
  return minutes[place]! <= standardMinutes ? 'met' : 'tooFar'
}

/**
 * The furthest of the standards that a place fails, in the order given: 0 none, 1 the first …; one
 * more than there are standards where no way leads to one of them. Levels that nobody gives are left
 * out; NaN where that is all of them.
 */
export function worstFailed(care: readonly TimedCare[], placeCount: number): Float64Array {
  return Float64Array.from({ length: placeCount }, (_, place) => {
    let worst = Number.NaN
    care.forEach((level, at) => {
      const met = standardMet(level, place)
      if (met === 'unknown') return
      const rank = met === 'noWay' ? care.length + 1 : met === 'tooFar' ? at + 1 : 0
      if (!(worst >= rank)) worst = rank
    })
    return worst
  })
}

/** The sooner of two ways to the same care; NaN where there is neither. */
export function soonerOf(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((minutes, place) => {
    const other = b[place]!
    return Number.isNaN(minutes) || other < minutes ? other : minutes
  })
}

export const CARE_LEVELS = ['firstAid', 'advanced', 'surgery'] as const
export type CareLevel = (typeof CARE_LEVELS)[number]

/** The "10-1-2" of the United Nations (DOS/2020.7), in the order of CARE_LEVELS. */
export const CARE_STANDARD_MINUTES = [10, 60, 120] as const

const SURGERY =
  /\b(level|lvl|role|niveau|nivel|l|r)[\s-]?[23]\b|hospital|hôpital|hopital|surg|chirurg|cirug/i
const FIRST_AID = /first[\s-]?aid|premiers secours|primeros auxilios/i

/**
 * What care a name tells of: Level or Role 2 and 3 and hospitals operate, aid posts give first aid.
 * Null: the name does not tell, and no record says more.
 */
export function careNamedIn(name: string): Exclude<CareLevel, 'advanced'> | null {
  if (SURGERY.test(name)) return 'surgery'
  return FIRST_AID.test(name) ? 'firstAid' : null
}
