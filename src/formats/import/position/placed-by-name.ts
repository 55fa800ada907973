import type { Ledger } from '../ledger.ts'
import type { Found, Quality } from './way.ts'

const EXAMPLE_COUNT = 3

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
  const areaCount = named.filter(({ named: name }) => name?.isArea).length
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
