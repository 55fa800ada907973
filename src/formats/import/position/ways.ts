import { grouped } from '#core/figures.ts'
import { metresBetween } from '#core/geo/distance.ts'
import type { Sheet } from '../sheet.ts'
import { fromDegrees } from './from-degrees.ts'
import { fromGeometry } from './from-geometry.ts'
import { fromMetres } from './from-metres.ts'
import { fromName } from './from-name.ts'
import { fromText } from './from-text.ts'
import {
  type Found,
  isMissingCode,
  type PositionReader,
  type PositionWay,
  type Quality,
  type Surroundings,
} from './way.ts'

/** Ways to say exactly where something lies; the first that a table has counts most. */
const EXACT_WAYS: readonly PositionWay[] = [fromGeometry, fromDegrees, fromText, fromMetres]

/** Two ways to say where one row lies may differ by this before it is told. */
const DIFFERENT_METRES = 2000

/** Ways of placing a row that are exact enough to be compared with a grid reference. */
const MEASURED: ReadonlySet<Quality> = new Set(['given', 'metres'])

/** Whether a table says by any way but names where its records lie. */
export function hasExactWay(sheet: Sheet): boolean {
  return EXACT_WAYS.some((way) => way.isIn(sheet))
}

/**
 * Reads the position of each record by the first way that has something to say of it: a row without
 * degrees may have a grid reference or a place. A position that is there but wrong is never passed over.
 */
export function positionReader(sheet: Sheet, surroundings: Surroundings): PositionReader {
  const ways = surroundings.places ? [...EXACT_WAYS, fromName] : EXACT_WAYS
  const readers = ways
    .filter((way) => way.isIn(sheet))
    .map((way) => way.reader(sheet, surroundings))
  const isDouble = fromDegrees.isIn(sheet) && fromText.isIn(sheet)
  const compare = isDouble ? fromText.reader(sheet, surroundings) : null
  return (record) => {
    let first: ReturnType<PositionReader> | null = null
    for (const read of readers) {
      const found = read(record)
      if (!('code' in found)) return compare ? compared(found, compare(record)) : found
      if (!isMissingCode(found)) return found
      first ??= found
    }
    return first ?? { code: 'coordinate-missing', why: 'it has no position' }
  }
}

/** A grid reference that lies elsewhere than the degrees beside it is a doubt about both. */
function compared(found: Found, other: ReturnType<PositionReader>): Found {
  if ('code' in other || !MEASURED.has(found.quality)) return found
  const metres = metresBetween(found.position, other.position)
  if (metres <= DIFFERENT_METRES + (other.errorMetres ?? 0)) return found
  const why = `its degrees and its grid reference lie ${grouped(metres / 1000)} km apart; the degrees were taken`
  return { ...found, doubt: { code: 'positions-differ', why } }
}
