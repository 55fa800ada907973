import type { OperationDocument } from '#core/document.ts'
import { grouped } from '#core/figures.ts'
import type { LonLat } from '#core/place.ts'
import type { RawRecord } from '../raw-table.ts'
import type { Ledger } from './ledger.ts'
import { DEGREE_FIELDS } from './position/from-degrees.ts'
import { METRE_FIELDS } from './position/from-metres.ts'
import { TEXT_FIELDS } from './position/from-text.ts'
import { elsewhereTally, type Verdict, verdictOn } from './position/plausible.ts'
import { howTally } from './position/tell-how.ts'
import type { Found, MetresRead, Unfound } from './position/way.ts'
import { hasExactWay, positionReader } from './position/ways.ts'
import type { FieldSpec, Sheet } from './sheet.ts'
import type { Theatre } from './theatre.ts'

/** A record, where it lies and how exactly that is known. */
export type Located = Found & { readonly record: RawRecord }

/** The columns that a position may stand in. */
export const POSITION_FIELDS: readonly FieldSpec[] = [
  ...DEGREE_FIELDS,
  ...TEXT_FIELDS,
  ...METRE_FIELDS,
]

/** What a person answered about positions, and the ground they are compared with. */
export type Whereabouts = {
  readonly theatre: Theatre | null
  /** Whether longitude and latitude stand in each other's place, as a person confirmed. */
  readonly isSwapped: boolean
  /** How metres are read that do not say it themselves; left out: they wait. */
  readonly metres?: MetresRead | null
}

/** How loosely a kind of row may be placed. */
export type Looseness = {
  /** Whether its rows hold how exact their position is: the others must be points. */
  readonly keepsError: boolean
  /** Whose communities and areas a name may mean; null: names do not count. */
  readonly places: OperationDocument | null
  /** Whether its rows are lines or outlines too; left out: points. */
  readonly allowsShapes?: true
}

const POINTS_ONLY: Looseness = { keepsError: false, places: null }
/** For kinds whose rows may be drawn as lines and outlines. */
export const ANY_SHAPE: Looseness = { keepsError: false, places: null, allowsShapes: true }
/** A row that cannot say how exact it is may be off by no more than a town is wide. */
const POINT_METRES = 5000

/** Whether a table has positions at all: as geometry or in columns. */
export function hasPositions(sheet: Sheet): boolean {
  return hasExactWay(sheet)
}

/** Finds records one after the other, and says at the end how. */
export type Locator = {
  /** Null: it stays out, and the ledger says why. */
  readonly place: (record: RawRecord) => Located | null
  /** What there is to say of the file as a whole. */
  readonly tell: () => void
}

/**
 * Finds where records lie. Positions at 0,0, out of range, in swapped order or far from the
 * theatre stay out until somebody has looked; those just beyond the border come in with a warning.
 * What is known to a district only never becomes a point that it is not.
 */
export function locatorOf(
  sheet: Sheet,
  ledger: Ledger,
  whereabouts: Whereabouts,
  looseness: Looseness = POINTS_ONLY,
): Locator {
  const { theatre } = whereabouts
  const { file } = sheet.table
  const read = positionReader(sheet, {
    theatre,
    places: looseness.places,
    isSwapped: whereabouts.isSwapped,
    metres: whereabouts.metres ?? null,
  })
  const how = howTally()
  const elsewhere = elsewhereTally()
  return {
    place: (record) => {
      const found = read(record)
      if ('code' in found) {
        how.addUnfound(found)
        return ledger.refuse(record, found.code, found.why)
      }
      const placed = whereabouts.isSwapped ? swapped(found) : found
      const verdict = verdictOn(placed, theatre)
      elsewhere.add(verdict, placed.position)
      if (!isAdmitted(record, placed, verdict, looseness, ledger)) return null
      how.add(placed)
      const { position, errorMetres, quality, doubt, named } = placed
      return { record, position, errorMetres, quality, doubt, named }
    },
    tell: () => {
      how.tell(file, ledger)
      if (theatre) elsewhere.tell(file, theatre, ledger)
    },
  }
}

/** Finds where all records of a table lie; see `locatorOf`. */
export function locate(
  sheet: Sheet,
  ledger: Ledger,
  whereabouts: Whereabouts,
  looseness: Looseness = POINTS_ONLY,
): Located[] {
  const locator = locatorOf(sheet, ledger, whereabouts, looseness)
  const located = sheet.table.records.flatMap((record) => locator.place(record) ?? [])
  locator.tell()
  return located
}

function isAdmitted(
  record: RawRecord,
  found: Found,
  verdict: Verdict,
  looseness: Looseness,
  ledger: Ledger,
): boolean {
  const misfit = misfitOf(record, found, looseness)
  if (verdict.isOut) ledger.refuse(record, verdict.code, verdict.why)
  else if (misfit) ledger.refuse(record, misfit.code, misfit.why)
  if (verdict.isOut || misfit) return false
  const isShape = record.geometry !== null && record.geometry.type !== 'points'
  if (isShape && !looseness.allowsShapes) {
    const why = `it is ${SHAPES[record.geometry.type]}; its middle was taken, with a radius that holds all of it`
    ledger.warn(record, 'shape-middle', why)
  }
  if (verdict.code !== '') ledger.warn(record, verdict.code, verdict.why)
  if (found.doubt) ledger.warn(record, found.doubt.code, found.doubt.why)
  return true
}

/** Only numbers may have been written in the wrong order; metres have been turned already. */
function swapped(found: Found): Found {
  if (found.quality !== 'given') return found
  const [lon, lat] = found.position
  const position: LonLat = [lat, lon]
  return { ...found, position, doubt: null }
}

const SHAPES = { points: 'several points', lines: 'a line', polygons: 'an outline' } as const

/** Why a record has another shape, or is less exactly placed, than its kind can hold. */
function misfitOf(
  { geometry }: RawRecord,
  found: Found,
  { keepsError, allowsShapes }: Looseness,
): Unfound | null {
  if (keepsError || (geometry && allowsShapes)) return null
  if (geometry && geometry.type !== 'points') {
    const why = `it is ${SHAPES[geometry.type]}, and a point is needed; draw a point, or read the file as something else`
    return { code: 'geometry-type', why }
  }
  const why = tooLooseFor(found)
  return why === null ? null : { code: 'position-loose', why }
}

function tooLooseFor({ errorMetres, named, quality }: Found): string | null {
  if (errorMetres === null || errorMetres <= POINT_METRES) return null
  const km = grouped(errorMetres / 1000)
  if (quality === 'given') return `its points lie up to ${km} km from their middle; give one point`
  return named
    ? `"${named.word}" names ${named.name}, which is known to ${km} km only; give a position or a town`
    : `its grid square is known to ${km} km only; write more figures`
}
