import type { LonLat } from '../place.ts'
import { mgrs } from './mgrs.ts'

/** What a typed position was understood as, or why it was not. */
export type PositionReading =
  | {
      readonly ok: true
      readonly centre: LonLat
      /** Side of the square that was typed; null for degrees. */
      readonly precisionMetres: number | null
      /** "10 m square", "decimal degrees", "degrees and minutes". */
      readonly precision: string
    }
  | {
      readonly ok: false
      /** A sentence; null: it does not look like a position at all. */
      readonly why: string | null
    }

const MGRS = /^(\d{1,2})\s*([C-HJ-NP-X])\s*([A-HJ-NP-Z])\s*([A-HJ-NP-V])\s*(\d*)\s*(\d*)$/
const NUMBER = /[-+]?\d+(?:[.,]\d+)?/g
const NUMBER_WORDS = ['', 'decimal degrees', 'degrees and minutes', 'degrees, minutes and seconds']

/**
 * Reads MGRS, decimal degrees (point or comma), degrees and minutes, degrees, minutes and seconds;
 * WGS 84. Latitude comes first unless letters say otherwise. What could mean two places is refused.
 */
export function readPosition(typed: string): PositionReading {
  const text = typed
    .toUpperCase()
    .replace(/[\u2212\u2013]/g, '-')
    .replace(/[°º'’′"”″]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const grid = MGRS.exec(text)
  if (grid) return ofGrid(grid)
  if (!/\d/.test(text) || /[^-+\d.,;:\sNSEW]/.test(text)) return { ok: false, why: null }
  const letters = text.match(/[NSEW]/g) ?? []
  return letters.length > 0 ? ofLetters(text, letters) : ofNumbers(text)
}

function ofGrid([
  ,
  zone,
  band,
  column,
  row,
  east = '',
  north = '',
]: RegExpExecArray): PositionReading {
  const digits = east + north
  if (digits.length % 2 === 1 || (north !== '' && east.length !== north.length)) {
    return refused('A grid reference needs as many figures for east as for north.')
  }
  if (digits.length > 10) return refused('A grid reference has at most five figures each way.')
  const precisionMetres = 10 ** (5 - digits.length / 2)
  try {
    const [lon, lat] = mgrs.toPoint(`${zone}${band}${column}${row}${digits}`)
    if (!isOnEarth(lon, lat)) return refused('That square is not on the grid.')
    const side = precisionMetres >= 1000 ? `${precisionMetres / 1000} km` : `${precisionMetres} m`
    return { ok: true, centre: [lon, lat], precisionMetres, precision: `${side} square` }
  } catch {
    return refused('That square is not on the grid; check the zone and the two letters.')
  }
}

function ofLetters(text: string, letters: readonly string[]): PositionReading {
  const axes = letters.map((letter) => (/[NS]/.test(letter) ? 'lat' : 'lon'))
  if (letters.length !== 2 || axes[0] === axes[1]) {
    return refused('Name one of N and S and one of E and W, or none.')
  }
  const isBefore = /^[NSEW]/.test(text)
  const parts = isBefore ? text.split(/(?=[NSEW])/) : text.split(/(?<=[NSEW])/)
  const values = parts.filter((part) => /\d/.test(part)).map(degreesOf)
  const [first, second] = values
  if (values.length !== 2 || first === undefined || second === undefined) {
    return refused('Put each letter right before or right behind its figures.')
  }
  if (typeof first.value === 'string') return refused(first.value)
  if (typeof second.value === 'string') return refused(second.value)
  const sign = (letter: string | undefined) => (letter === 'S' || letter === 'W' ? -1 : 1)
  const a = sign(letters[0]) * first.value
  const b = sign(letters[1]) * second.value
  const [lat, lon] = axes[0] === 'lat' ? [a, b] : [b, a]
  return within(lat, lon, NUMBER_WORDS[Math.max(first.count, second.count)] ?? '')
}

/** Degrees of one to three figures beside a letter, or what is wrong with them. */
function degreesOf(part: string): { readonly value: number | string; readonly count: number } {
  const figures = (part.match(NUMBER) ?? []).map((figure) => figure.replace(',', '.'))
  const count = figures.length
  const [degrees = 0, minutes = 0, seconds = 0] = figures.map(Number)
  if (count < 1 || count > 3) return { value: 'Give degrees, minutes and seconds at most.', count }
  if (figures.some((figure) => /^[-+]/.test(figure))) {
    return { value: 'Give either a sign or a letter, not both.', count }
  }
  if (figures.slice(0, -1).some((figure) => figure.includes('.'))) {
    return { value: 'Only the last figure may have decimals.', count }
  }
  if (minutes >= 60 || seconds >= 60) return { value: 'Minutes and seconds end at 60.', count }
  return { value: degrees + minutes / 60 + seconds / 3600, count }
}

function ofNumbers(text: string): PositionReading {
  const figures = text.match(NUMBER) ?? []
  const hasComma = figures.some((figure) => figure.includes(','))
  if (figures.length === 1 && !hasComma) return { ok: false, why: null }
  if (figures.length !== 2 || (hasComma && !/\d\s*[;\s]\s*[-+]?\d/.test(text))) {
    const example = 'as 6.3005, -10.7969 or N 6 18 W 10 47'
    return refused(`That could mean more than one place; write it ${example}.`)
  }
  const [lat = Number.NaN, lon = Number.NaN] = figures.map((figure) =>
    Number(figure.replace(',', '.')),
  )
  if (Math.abs(lat) > 90 && Math.abs(lon) <= 90) {
    return refused('Latitude comes first and ends at 90. Swap the two, or write N, S, E, W.')
  }
  return within(lat, lon, NUMBER_WORDS[1] ?? '')
}

function within(lat: number, lon: number, precision: string): PositionReading {
  if (!isOnEarth(lon, lat)) return refused('Latitude ends at 90 and longitude at 180 degrees.')
  return { ok: true, centre: [lon, lat], precisionMetres: null, precision }
}

function isOnEarth(lon: number, lat: number): boolean {
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180
}

function refused(why: string): PositionReading {
  return { ok: false, why }
}
