import type { OperationDocument } from '#core/document.ts'
import type { LonLat } from '#core/place.ts'
import type { RawRecord } from '../../raw-table.ts'
import type { Sheet } from '../sheet.ts'
import type { Theatre } from '../theatre.ts'

/** How a position came about: as degrees, as metres, as a square of a grid, or by a name. */
export type Quality =
  | 'given'
  | 'metres'
  | 'guessedZone'
  | 'square'
  | 'name'
  | 'otherSpelling'
  | 'nearSpelling'

/** Where a record lies and how exactly that is known. */
export type Found = {
  readonly position: LonLat
  /** Radius within which the true place lies; null where the file does not say. */
  readonly errorMetres: number | null
  readonly quality: Quality
  /** What to warn of, such as how a name was read; null if there is nothing. */
  readonly doubt: Unfound | null
  /** The name that it was placed by and whose that is; null where no name was needed. */
  readonly named: Named | null
}

/** A name in a file and what it was taken for. */
export type Named = {
  readonly word: string
  readonly name: string
  /** Of the whole district or county that it is; null for a community. */
  readonly areaId: string | null
}

/** Why a record has no position. */
export type Unfound = { readonly code: string; readonly why: string }

/** Finds the position of a record. */
export type PositionReader = (record: RawRecord) => Found | Unfound

/** How the metres of a table are read that do not say it themselves. */
export type MetresRead = {
  /** `EPSG:32629`, or that each row is looked at by itself. */
  readonly projection: string
  /** Nobody said so. */
  readonly isGuessed: boolean
}

/** What a way may look at beside the table. */
export type Surroundings = {
  /** Whether east and north stand in each other's place, as a person confirmed. */
  readonly isSwapped: boolean
  /** Null: metres without a zone wait. */
  readonly metres: MetresRead | null
  readonly theatre: Theatre | null
  /** Whose communities and areas a name may mean; null where names are not to be used. */
  readonly places: OperationDocument | null
}

/** One way in which a table may say where its records lie. */
export type PositionWay = {
  /** Whether the table has what this way reads from. */
  readonly isIn: (sheet: Sheet) => boolean
  readonly reader: (sheet: Sheet, surroundings: Surroundings) => PositionReader
}

/** A position as it was given, without a word about how exact it is. */
export function given(position: LonLat): Found {
  return { position, errorMetres: null, quality: 'given', doubt: null, named: null }
}

/** Whether there is nothing to read, so that another way may know. */
export function isMissingCode({ code }: Unfound): boolean {
  return code === 'coordinate-missing' || code === 'geometry-missing'
}
