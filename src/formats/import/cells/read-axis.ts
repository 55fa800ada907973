import type { RawValue } from '../../raw-table.ts'
import { cleanText, shortened } from './clean-text.ts'
import { isMissing, readNumber } from './read-number.ts'

/** Degrees on one axis, or why they cannot be had. */
export type AxisReading = number | { readonly code: string; readonly why: string }

/** How one axis is written in a table. */
export type Axis = {
  readonly name: 'latitude' | 'longitude'
  readonly allowsComma: boolean
  /** From a heading such as LONG_WEST; null where the heading does not say. */
  readonly hemisphere: 'N' | 'S' | 'E' | 'W' | null
}

/** As nearly every cell is written. */
const DECIMAL = /^-?\d{1,3}\.\d+$/
const LETTER = /[NSEWO]/i
const DEGREES_MINUTES =
  /^([-+])?(\d{1,3})[°º\s]+(\d{1,2}(?:\.\d+)?)['’′\s]*(?:(\d{1,2}(?:\.\d+)?)["”″\s]*)?$/

/** The hemisphere that a heading names. */
export function hemisphereOf(heading: string): Axis['hemisphere'] {
  const words = heading.toLowerCase().split(/[^a-z]+/)
  if (words.includes('north') || words.includes('nord')) return 'N'
  if (words.includes('south') || words.includes('sud')) return 'S'
  if (words.includes('east') || words.includes('est')) return 'E'
  return words.includes('west') || words.includes('ouest') ? 'W' : null
}

/**
 * Degrees from decimal degrees, degrees and minutes or degrees, minutes and seconds; the hemisphere
 * may stand before, behind or in the heading. Minutes without a hemisphere are a question.
 */
export function readAxis(value: RawValue, axis: Axis): AxisReading {
  if (axis.hemisphere === null && typeof value === 'string' && DECIMAL.test(value)) {
    return within(Number(value), axis)
  }
  if (isMissing(value)) return { code: 'coordinate-missing', why: `it has no ${axis.name}` }
  const text = cleanText(value).replace(/[\u2212\u2013]/g, '-')
  const letter = LETTER.exec(text.replace(/e[-+]?\d/i, ''))?.[0]
    ?.toUpperCase()
    .replace('O', 'W')
  const bare = letter ? text.replace(LETTER, '').trim() : text
  const number = readNumber(letter ? bare : value, axis.allowsComma)
  const hemisphere = letter ?? axis.hemisphere
  if (hemisphere && /[NS]/.test(hemisphere) !== (axis.name === 'latitude')) {
    return {
      code: 'number-unreadable',
      why: `${axis.name} "${shortened(text)}" names the wrong axis`,
    }
  }
  if (typeof number === 'number') return within(signed(number, hemisphere), axis)
  if (number === 'decimalComma') {
    return {
      code: 'decimal-comma',
      why: `${axis.name} "${text}" has a decimal comma where other rows have a point; write a point`,
    }
  }
  const sexagesimal = minutesOf(bare)
  if (sexagesimal === null) {
    return { code: 'number-unreadable', why: `${axis.name} "${shortened(text)}" is no number` }
  }
  if (!hemisphere && !/^[-+]/.test(bare)) {
    return {
      code: 'hemisphere-missing',
      why: `${axis.name} "${text}" does not say N, S, E or W; write the letter`,
    }
  }
  return within(signed(sexagesimal, hemisphere), axis)
}

function minutesOf(text: string): number | null {
  const match = DEGREES_MINUTES.exec(text)
  if (!match) return null
  const [, sign, degrees, minutes, seconds] = match
  if (Number(minutes) >= 60 || Number(seconds ?? 0) >= 60) return null
  const size = Number(degrees) + Number(minutes) / 60 + Number(seconds ?? 0) / 3600
  return sign === '-' ? -size : size
}

function signed(degrees: number, hemisphere: string | null): number {
  return hemisphere === 'S' || hemisphere === 'W' ? -Math.abs(degrees) : degrees
}

function within(degrees: number, { name }: Axis): AxisReading {
  if (Math.abs(degrees) <= (name === 'latitude' ? 90 : 180)) return degrees
  if (Math.abs(degrees) > 1000 && Math.abs(degrees) < 1e8) {
    return {
      code: 'coordinate-projected',
      why: `${name} ${degrees} looks like metres, not degrees`,
    }
  }
  const limit = name === 'latitude' ? 90 : 180
  return { code: 'coordinate-range', why: `${name} ${degrees} lies outside ±${limit}` }
}
