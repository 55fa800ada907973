import type { Area } from '#core/records/area.ts'
import { hasGeometry, type RawRecord } from '../raw-table.ts'
import { areaFinder } from './area-finder.ts'
import { positionIn } from './area-position.ts'
import { isMissing } from './cells/read-number.ts'
import type { ImportContext } from './kind.ts'
import type { Ledger } from './ledger.ts'
import { type Located, locate } from './locate.ts'
import type { Sheet } from './sheet.ts'

/** A record with a place; its area where it has no position of its own. */
export type Placed = Located & { readonly area: Area | null }

/** The levels in which a table may name an area, the smallest first. */
const LEVELS = [2, 1] as const

/** Whether a table names areas of the levels known here. */
export function namesAreas(sheet: Sheet): boolean {
  return LEVELS.some((level) => sheet.has(`code${level}`) || sheet.has(`name${level}`))
}

/**
 * Finds records by their position or the name of their community where they have one, otherwise by
 * their district or county, whose size is the error then. In the order of the table.
 */
export function locateOrArea(sheet: Sheet, ledger: Ledger, context: ImportContext): Placed[] {
  const hasArea = namesAreas(sheet)
  const isOwn = (record: RawRecord) =>
    !hasArea || hasOwnPosition(sheet, record) || sheet.text(record, 'placeName') !== ''
  const records = sheet.table.records.filter(isOwn)
  const own = { ...sheet, table: { ...sheet.table, records } }
  const located = locate(own, ledger, context, { keepsError: true, places: context.document })
  const byRecord = new Map(
    located.map((found): [RawRecord, Placed] => [found.record, { ...found, area: null }]),
  )
  const find = areaPlacer(sheet, ledger, context)
  return sheet.table.records.flatMap((record) => {
    const placed = isOwn(record) ? byRecord.get(record) : find(record)
    return placed ? [placed] : []
  })
}

function hasOwnPosition(sheet: Sheet, record: RawRecord): boolean {
  if (hasGeometry(sheet.table)) return record.geometry !== null
  const cells = ['latitude', 'longitude'].map((field) => sheet.cell(record, field))
  return !cells.every(isMissing)
}

function areaPlacer(
  sheet: Sheet,
  ledger: Ledger,
  { document }: ImportContext,
): (record: RawRecord) => Placed | null {
  const areas = [...document.tables.areas.values()]
  const finders = LEVELS.map((level) => areaFinder(areas.filter((area) => area.level === level)))
  const positions = new Map<Area, ReturnType<typeof positionIn>>()
  return (record) => {
    const keys = LEVELS.map(
      (level) => [sheet.line(record, `code${level}`), sheet.line(record, `name${level}`)] as const,
    )
    const found = keys
      .map(([code, name], index) => finders[index]?.(code, name) ?? null)
      .find((area) => area !== null)
    const shown = keys.flat().find((text) => text !== '') ?? ''
    if (!found) {
      const advice = areas.length === 0 ? '; import the areas first' : ''
      const why = shown === '' ? 'it says no place' : `no area is called "${shown}"${advice}`
      return ledger.refuse(record, shown === '' ? 'place-missing' : 'area-unknown', why)
    }
    if (found.isGuess)
      ledger.warn(record, 'name-guessed', `"${shown}" was read as ${found.area.name}`)
    const known = positions.get(found.area) ?? positionIn(found.area)
    positions.set(found.area, known)
    const named = { word: shown, name: found.area.name, isArea: true }
    return { record, ...known, quality: 'name', doubt: null, named, area: found.area }
  }
}
