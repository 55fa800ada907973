import { grouped } from '#core/figures.ts'
import type { Ledger } from '../ledger.ts'
import type { Found, Quality, Unfound } from './way.ts'

const EXAMPLE_COUNT = 3
/** From this share of its rows on, it is the file that belongs elsewhere. */
const UNKNOWN_SHARE = 0.8
const LEAST_ROWS = 3

/** Counts how positions were found, for the sentences about a file as a whole. */
export type HowTally = {
  readonly add: (found: Found) => void
  readonly addUnfound: (unfound: Unfound) => void
  readonly tell: (file: string, ledger: Ledger) => void
}

/** An empty tally. */
export function howTally(): HowTally {
  const counts = new Map<Quality, number>()
  const examples = new Map<Quality, Set<string>>()
  let namedCount = 0
  let areaCount = 0
  let unknownCount = 0
  let rowCount = 0
  const countOf = (quality: Quality) => counts.get(quality) ?? 0
  return {
    add: ({ quality, named }) => {
      rowCount++
      if (quality === 'given' || quality === 'metres') return
      counts.set(quality, countOf(quality) + 1)
      if (!named) return
      namedCount++
      if (named.areaId !== null) areaCount++
      const known = examples.get(quality) ?? new Set()
      examples.set(quality, known)
      if (known.size <= EXAMPLE_COUNT) known.add(`${named.word} → ${named.name}`)
    },
    addUnfound: ({ code }) => {
      rowCount++
      if (code === 'area-unknown' || code === 'place-unknown') unknownCount++
    },
    tell: (file, ledger) => {
      const named = { countOf, examples, namedCount, areaCount }
      if (namedCount > 0) ledger.tell('note', 'placed-by-name', namesSentence(named))
      const zoneCount = countOf('guessedZone')
      if (zoneCount > 0) ledger.tell('warning', 'zone-guessed', zoneSentence(zoneCount))
      if (unknownCount < LEAST_ROWS || unknownCount < UNKNOWN_SHARE * rowCount) return
      const message = `${file} names places that this operation does not know, in ${unknownCount} of its ${rowCount} rows. Open the operation that it belongs to, or import its areas and communities first.`
      ledger.tell('error', 'places-unknown', message)
    },
  }
}

function zoneSentence(count: number): string {
  const rows = count === 1 ? '1 row has' : `${grouped(count)} rows have`
  return `${rows} metres without a zone; the zone that puts them into the theatre was taken. Check one of them.`
}

type NamedCounts = {
  readonly countOf: (quality: Quality) => number
  readonly examples: ReadonlyMap<Quality, ReadonlySet<string>>
  readonly namedCount: number
  readonly areaCount: number
}

/** How many rows were placed by name, and how surely. */
function namesSentence({ countOf, examples, namedCount, areaCount }: NamedCounts): string {
  const parts = [
    ['name', 'exactly'],
    ['otherSpelling', 'by another spelling'],
    ['nearSpelling', 'by a near spelling'],
  ] as const
  const told = parts
    .filter(([quality]) => countOf(quality) > 0)
    .map(([quality, how]) => {
      const shown = quality === 'name' ? '' : examplesText(examples.get(quality) ?? new Set())
      return `${grouped(countOf(quality))} ${how}${shown}`
    })
  const wide =
    areaCount === 0
      ? ''
      : ` ${grouped(areaCount)} of them ${areaCount === 1 ? 'is' : 'are'} known to a district or county only, and drawn that wide.`
  const rows = namedCount === 1 ? '1 row was' : `${grouped(namedCount)} rows were`
  return `${rows} placed by name: ${told.join(', ')}.${wide}`
}

function examplesText(readings: ReadonlySet<string>): string {
  const shown = [...readings].slice(0, EXAMPLE_COUNT).join(', ')
  return ` (${shown}${readings.size > EXAMPLE_COUNT ? ' …' : ''})`
}
