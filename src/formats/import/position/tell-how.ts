import type { Ledger } from '../ledger.ts'
import type { Found, Quality } from './way.ts'

const EXAMPLE_COUNT = 3
/** From this share of its rows on, it is the file that belongs elsewhere. */
const UNKNOWN_SHARE = 0.8
const LEAST_ROWS = 3

/** One sentence for a file whose metres came without a zone. */
export function tellOfZone(located: readonly Found[], ledger: Ledger): void {
  const { length } = located.filter(({ quality }) => quality === 'guessedZone')
  if (length === 0) return
  const rows = length === 1 ? '1 row has' : `${length} rows have`
  const message = `${rows} UTM metres without a zone; the zone of the theatre was taken. Check one of them.`
  ledger.tell('warning', 'zone-guessed', message)
}

/** One sentence for a file about its rows that were placed by name, and how surely. */
export function tellOfNames(located: readonly Found[], ledger: Ledger): void {
  const named = located.filter((found) => found.named !== null)
  if (named.length === 0) return
  const of = (quality: Quality) => named.filter((found) => found.quality === quality)
  const parts = [
    [of('name'), 'exactly'],
    [of('otherSpelling'), 'by another spelling'],
    [of('nearSpelling'), 'by a near spelling'],
  ] as const
  const told = parts
    .filter(([rows]) => rows.length > 0)
    .map(([rows, how]) => `${rows.length} ${how}${how === 'exactly' ? '' : examplesOf(rows)}`)
  const areaCount = named.filter(({ named: name }) => name?.areaId).length
  const wide =
    areaCount === 0
      ? ''
      : ` ${areaCount} of them ${areaCount === 1 ? 'is' : 'are'} known to a district or county only, and drawn that wide.`
  const rows = named.length === 1 ? '1 row was' : `${named.length} rows were`
  ledger.tell('note', 'placed-by-name', `${rows} placed by name: ${told.join(', ')}.${wide}`)
}

function examplesOf(rows: readonly Found[]): string {
  const readings = new Set(
    rows.flatMap(({ named }) => (named ? [`${named.word} → ${named.name}`] : [])),
  )
  const shown = [...readings].slice(0, EXAMPLE_COUNT).join(', ')
  return ` (${shown}${readings.size > EXAMPLE_COUNT ? ' …' : ''})`
}

/** One sentence for a file nearly all of whose places nobody knows here. */
export function tellOfUnknownPlaces(
  file: string,
  codes: readonly string[],
  rowCount: number,
  ledger: Ledger,
): void {
  const { length } = codes.filter((code) => code === 'area-unknown' || code === 'place-unknown')
  if (length < LEAST_ROWS || length < UNKNOWN_SHARE * rowCount) return
  const message = `${file} names places that this operation does not know, in ${length} of its ${rowCount} rows. Open the operation that it belongs to, or import its areas and communities first.`
  ledger.tell('error', 'places-unknown', message)
}
