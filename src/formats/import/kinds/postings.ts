import type { Posting } from '#core/records/posting.ts'
import type { RawRecord } from '../../raw-table.ts'
import type { ImportContext, ImportKind } from '../kind.ts'
import type { Ledger } from '../ledger.ts'
import type { Sheet } from '../sheet.ts'
import { exactly, idsFor } from './common.ts'
import { placeIn, SCENARIO_FIELD, scenarioIn } from './scenario-of.ts'
import { VALIDITY_FIELDS, validityOf } from './validity.ts'

/** Postings of a course of action that is there: so many of a type to a place. */
export const postingsKind: ImportKind = {
  id: 'postings',
  title: 'postings',
  fields: [
    ...VALIDITY_FIELDS,
    { field: 'id', aliases: ['posting_id'] },
    SCENARIO_FIELD,
    { field: 'postingType', aliases: ['posting_type', 'posted_typ'] },
    { field: 'postedCount', aliases: ['posted_count', 'posted_num'], holds: 'count' },
    { field: 'fromBase', aliases: ['from_base'] },
    { field: 'placeId', aliases: ['place_id'] },
    { field: 'reason', aliases: ['reason'] },
    { field: 'planHash', aliases: ['plan_hash'] },
    { field: 'isHeld', aliases: ['is_held'] },
  ],
  needs: ['placeId', 'scenario', 'postingType'],
  fit: (sheet) => (['placeId', 'scenario', 'postingType'].every(sheet.has) ? 0.98 : 0),
  read(sheet, ledger, context) {
    const idOf = idsFor(sheet, 'posting', new Map())
    const postings = sheet.table.records.flatMap((record): Posting[] => {
      const posting = postingOf(sheet, record, ledger, context)
      return posting ? [{ id: idOf(record, posting.placeId), ...posting }] : []
    })
    return { acceptedCount: postings.length, rows: { postings }, batches: [] }
  },
}

function postingOf(
  sheet: Sheet,
  record: RawRecord,
  ledger: Ledger,
  context: ImportContext,
): Omit<Posting, 'id'> | null {
  const { bases, resourceTypes } = context.document.tables
  const typeId = sheet.text(record, 'postingType')
  const fromBaseId = sheet.text(record, 'fromBase') || null
  const count = sheet.count(record, 'postedCount')
  const refuse = (code: string, why: string) => ledger.refuse(record, code, why)
  if (!resourceTypes.has(typeId)) return refuse('type-unknown', `no type has the id "${typeId}"`)
  if (count === null || count < 1) return refuse('number-unreadable', 'it does not say how many')
  if (fromBaseId !== null && !bases.has(fromBaseId)) {
    return refuse('base-unknown', `no base has the id "${fromBaseId}"`)
  }
  const validity = validityOf(sheet, record, ledger, context)
  if (!validity) return null
  const scenarioId = scenarioIn(sheet, record, ledger, context)
  const placeId = scenarioId === null ? null : placeIn(sheet, record, ledger, context)
  if (scenarioId === null || placeId === null) return null
  return {
    scenarioId,
    typeId,
    count,
    fromBaseId,
    placeId,
    startsAt: validity.validFrom,
    endsAt: validity.validTo,
    reason: sheet.line(record, 'reason'),
    planHash: sheet.line(record, 'planHash') || null,
    ...(exactly(['yes'], sheet.text(record, 'isHeld')) ? { isHeld: true } : {}),
  }
}
