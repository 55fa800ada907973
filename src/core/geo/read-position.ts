import { ambiguous, atDegrees, type PositionReading, refused } from './position-reading.ts'
import { readGrid } from './read-grid.ts'

const FIGURE = /[-+]?\d+(?:[.,]\d+)?/g
const POINT_PAIR = /^([-+]?\d+(?:\.\d+)?)(\s*[,;]\s*|\s+)([-+]?\d+(?:\.\d+)?)$/
const COMMA_PAIR = /^([-+]?\d+(?:,\d+)?)(?:\s*;\s*|,?\s+)([-+]?\d+(?:,\d+)?)$/
const WELL_KNOWN_TEXT =
  /^POINT ?(?:Z ?)?\(([-+]?\d+(?:\.\d+)?) ([-+]?\d+(?:\.\d+)?)(?: [-+.\d]+)?\)$/
const NUMBER_WORDS = ['', 'decimal degrees', 'degrees and minutes', 'degrees, minutes and seconds']
const EXAMPLE = '6.3005, -10.7969 or N 6 18 W 10 47'

/**
 * Reads MGRS, UTM, decimal degrees (point or comma), degrees and minutes, degrees, minutes and
 * seconds, apart or in one (061802N 0104748W); WGS 84. Latitude comes first unless letters say
 * otherwise. What could mean two places is refused, with what may have been meant.
 */
export function readPosition(typed: string): PositionReading {
  const text = plain(typed)
  const grid = readGrid(text)
  if (grid) return grid
  const wellKnown = WELL_KNOWN_TEXT.exec(text)
  if (wellKnown) return atDegrees(Number(wellKnown[2]), Number(wellKnown[1]), NUMBER_WORDS[1] ?? '')
  const labelled = withoutLabels(text)
  const { bare } = labelled
  if (!/\d/.test(bare) || /[^-+\d.,;:\sNSEWO]/.test(bare)) return { ok: false, why: null }
  const letters = bare.match(/[NSEWO]/g) ?? []
  if (letters.length > 0) return ofLetters(bare, letters)
  return ofNumbers(bare, labelled.isLonFirst)
}

function plain(typed: string): string {
  return typed
    .toUpperCase()
    .replace(/[\u2212\u2013]/g, '-')
    .replace(/[°º˚'’′"”″]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** The text without brackets and without "lat" and "long", whose order counts. */
function withoutLabels(text: string): { readonly bare: string; readonly isLonFirst: boolean } {
  const open = text.replace(/^\((.*)\)$/, '$1').trim()
  if (!/^L(AT|ON)/.test(open)) return { bare: open, isLonFirst: false }
  const bare = open.replace(/\b(LATITUDE|LAT|LONGITUDE|LONG|LON)\b ?[:=]? ?/g, '').trim()
  return { bare, isLonFirst: open.startsWith('LON') }
}

function ofLetters(text: string, letters: readonly string[]): PositionReading {
  const isLat = letters.map((letter) => /[NS]/.test(letter))
  if (letters.length !== 2 || isLat[0] === isLat[1]) {
    return refused('Name one of N and S and one of E and W, or none.')
  }
  const isBefore = /^[NSEWO]/.test(text)
  const parts = (isBefore ? text.split(/(?=[NSEWO])/) : text.split(/(?<=[NSEWO])/)).filter((part) =>
    /\d/.test(part),
  )
  if (parts.length !== 2 || parts.some((part) => !/[NSEWO]/.test(part))) {
    return refused('Put each letter right before or right behind its figures.')
  }
  const [first, second] = parts.map((part, index) => degreesOf(part, isLat[index] ?? false))
  if (!first || !second) return refused('Give a latitude and a longitude.')
  if (typeof first.value === 'string') return refused(first.value)
  if (typeof second.value === 'string') return refused(second.value)
  const a = signOf(letters[0]) * first.value
  const b = signOf(letters[1]) * second.value
  const [lat, lon] = isLat[0] ? [a, b] : [b, a]
  if (Math.abs(lat) > 90 || Math.abs(lon) > 180) {
    return refused('Latitude ends at 90 and longitude at 180 degrees.')
  }
  return atDegrees(lat, lon, NUMBER_WORDS[Math.max(first.count, second.count)] ?? '')
}

function signOf(letter = ''): 1 | -1 {
  return /[SWO]/.test(letter) ? -1 : 1
}

/** Degrees of one to three figures beside a letter, or what is wrong with them. */
function degreesOf(
  part: string,
  isLat: boolean,
): { readonly value: number | string; readonly count: number } {
  const spaced = part.replace(/(?<=\d)-(?=\d)/g, ' ')
  const typed = (spaced.match(FIGURE) ?? []).map((figure) => figure.replace(',', '.'))
  const figures = typed.length === 1 ? unpacked(typed[0] ?? '', isLat) : typed
  if (!figures) {
    const example = isLat ? '061802N or 0618N' : '0104748W or 01047W'
    return { value: `Degrees and minutes in one need their noughts, as ${example}.`, count: 1 }
  }
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

/** 061802 taken apart to 06, 18 and 02; null where the noughts that tell how are not all there. */
function unpacked(figure: string, isLat: boolean): readonly string[] | null {
  const whole = /^[-+]?(\d*)/.exec(figure)?.[1] ?? ''
  if (whole.length <= 3) return [figure]
  const width = isLat ? 2 : 3
  if (whole.length !== width + 2 && whole.length !== width + 4) return null
  const rest = figure.slice(width)
  const degrees = figure.slice(0, width)
  return whole.length === width + 2 ? [degrees, rest] : [degrees, rest.slice(0, 2), rest.slice(2)]
}

function ofNumbers(text: string, isLonFirst: boolean): PositionReading {
  const pair = POINT_PAIR.exec(text)
  if (pair) {
    const [, first = '', mark = '', second = ''] = pair
    if (mark === ',' && /^\d+$/.test(second) && /^[-+]?\d+$/.test(first)) {
      const why = 'The comma may part two numbers or begin decimals.'
      return ambiguous(why, `${first}; ${second}`, `latitude ${first}.${second} with a longitude`)
    }
    return ofPair(first, second, isLonFirst)
  }
  const commas = COMMA_PAIR.exec(text)
  if (commas) return ofPair(commas[1] ?? '', commas[2] ?? '', isLonFirst)
  const figures = text.match(/[-+]?\d+(?:\.\d+)?/g) ?? []
  if (figures.length === 1) return { ok: false, why: null }
  return ofManyNumbers(text, figures)
}

function ofPair(first: string, second: string, isLonFirst: boolean): PositionReading {
  const [a = Number.NaN, b = Number.NaN] = [first, second].map((figure) =>
    Number(figure.replace(',', '.')),
  )
  const [lat, lon] = isLonFirst ? [b, a] : [a, b]
  return atDegrees(lat, lon, NUMBER_WORDS[1] ?? '')
}

function ofManyNumbers(text: string, figures: readonly string[]): PositionReading {
  const half = figures.length / 2
  const halves = [figures.slice(0, half), figures.slice(half)].map((part) => part.join(' '))
  const why = 'That could mean more than one place.'
  if (/^[-+]?\d+,\d+\s*,\s*[-+]?\d+,\d+$/.test(text)) {
    const [a, b, c, d] = figures
    return ambiguous(why, `${a}.${b}; ${c}.${d}`)
  }
  if (figures.length === 2 || !Number.isInteger(half) || half > 3 || /-/.test(text.slice(1))) {
    return refused(`${why} Write it as ${EXAMPLE}.`)
  }
  const [lat, lon] = halves
  return ambiguous(`${why} Write the letters.`, `${lat} N ${lon} E`, `${lat} N ${lon} W`)
}
