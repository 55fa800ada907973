import { protectedPlace } from '#core/protected-place.ts'
import { GRIEVANCE_STATUSES, GRIEVANCE_WAYS, type Grievance } from '#core/records/grievance.ts'
import { epochMinutesOf } from '#core/time/instant.ts'
import type { RawRecord } from '../../raw-table.ts'
import { isMissing } from '../cells/read-number.ts'
import type { ImportKind } from '../kind.ts'
import type { Ledger } from '../ledger.ts'
import type { Sheet } from '../sheet.ts'
import { exactly, instantIn } from './common.ts'
import { PROTECTED_FIELD, protectedReader } from './protected-mark.ts'
import {
  firstIn,
  groupIn,
  keptAsBefore,
  saysWhere,
  summaryIn,
  topicIn,
  VOICE_PLACE_FIELDS,
  voiceIds,
  voicePlacer,
  warnOfStatus,
  whatIs,
  withoutNegated,
} from './voice-common.ts'

const STATUSES: readonly (readonly [Grievance['status'], RegExp])[] = [
  ['referred', /refer|transf|orient|renvoy|remit|encaminh|محال|إحالة/i],
  ['inProgress', /progress|en cours|curso|andamento|ongoing|pending|trait|جار/i],
  ['resolved', /resol|résol|resuel|clos|solved|cerrad|fechad|حل|مغلق/i],
  ['open', /open|new|ouvert|nouv|abiert|nuev|abert|nov[oa]|مفتوح|جديد/i],
]
const WAYS: readonly (readonly [NonNullable<Grievance['via']>, RegExp])[] = [
  ['hotline', /hot ?line|phone|numéro vert|ligne|línea|linha|خط ساخن|هاتف/i],
  ['liaisonAssistant', /liaison|\bclas?\b|enlace|ligação|ارتباط/i],
  ['partner', /partner|partenaire|socio|parceir|\bngo|\bong\b|شريك/i],
  ['meeting', /meeting|réunion|rencontre|reuni|اجتماع|لقاء/i],
]
const ABOUT = /grievance|complain|plainte|doléance|queja|reclam|denuncia|queixa|شكوى|شكاوى|تظلم/i

/** What communities complain of, and what came of it. */
export const grievancesKind: ImportKind = {
  id: 'grievances',
  title: 'grievances',
  fields: [
    { field: 'id', aliases: ['grievance_id', 'complaint_id', 'case_id', 'id', 'ref'] },
    {
      field: 'raisedAt',
      holds: 'date',
      aliases: ['raised_at', 'date_raised', 'complaint_date', 'received', 'date'],
    },
    { field: 'respondedAt', holds: 'date', aliases: ['answered', 'responded_at', 'date_answered'] },
    { field: 'raisedBy', aliases: ['raised_by', 'complainant_group', 'group_raising'] },
    {
      field: 'topic',
      aliases: [
        'topic',
        'grievance',
        'grievance_type',
        'complaint',
        'subject',
        'category',
        'theme',
      ],
    },
    { field: 'status', aliases: ['status', 'case_status'] },
    { field: 'via', aliases: ['via', 'channel', 'received_via'] },
    PROTECTED_FIELD,
    { field: 'summary', aliases: ['summary', 'notes', 'description', 'details'] },
    ...VOICE_PLACE_FIELDS,
  ],
  needs: ['raisedAt', 'topic'],
  identity: ['id', 'raisedAt', 'communityId', 'placeName', 'raisedBy', 'topic', 'via'],
  fit: (sheet) => {
    if (!saysWhere(sheet) || !sheet.has('raisedAt') || !sheet.has('topic')) return 0
    if (ABOUT.test(sheet.table.headings.join(' '))) return 0.95
    return sheet.has('raisedBy') ? 0.94 : 0
  },
  read(sheet, ledger, context) {
    const placer = voicePlacer(sheet, ledger, context)
    const idOf = voiceIds(sheet, 'grievance', ledger, {
      rows: context.document.tables.grievances,
      whatOf: (row) => whatIs(row.raisedAt, row, row.raisedBy, row.topic, row.via),
    })
    const protectionOf = protectedReader(sheet, ['topic', 'summary'])
    const grievances = sheet.table.records.flatMap((record): Grievance[] => {
      const raisedAt = instantIn(sheet, record, 'raisedAt', ledger)
      if (raisedAt === null) ledger.refuse(record, 'date-missing', 'it has no date')
      if (!raisedAt) return []
      const respondedAt = answerIn(sheet, record, raisedAt, ledger)
      if (respondedAt === undefined) return []
      const found = placer.place(record)
      if (!found) return []
      const isProtectedCase = isProtected(protectionOf(record), record, ledger)
      const place = isProtectedCase ? protectedPlace(context.document, found) : found
      if (place.communityId === null && place.areaId === null) {
        ledger.refuse(record, 'place-unknown', 'its county is not known')
        return []
      }
      const raisedBy = groupIn(sheet.text(record, 'raisedBy'))
      const topic = topicIn(sheet.text(record, 'topic'))
      const channel = sheet.text(record, 'via')
      const via = exactly(GRIEVANCE_WAYS, channel) ?? firstIn(WAYS, channel)
      const id = idOf(record, whatIs(raisedAt, place, raisedBy, topic, via))
      return [
        {
          id,
          raisedAt,
          ...place,
          topic,
          raisedBy,
          status: statusIn(sheet, record, respondedAt === null ? 'open' : 'inProgress', ledger),
          respondedAt,
          isProtectedCase,
          summary: summaryIn(sheet, record, ledger),
          via,
          ...keptAsBefore(context.document.tables.grievances.get(id)),
        },
      ]
    })
    placer.tell()
    return { acceptedCount: grievances.length, rows: { grievances }, batches: [] }
  },
}

/** @param usual where nothing is said, or nothing that is known. */
function statusIn(
  sheet: Sheet,
  record: RawRecord,
  usual: Grievance['status'],
  ledger: Ledger,
): Grievance['status'] {
  const text = sheet.text(record, 'status')
  const known =
    exactly(GRIEVANCE_STATUSES, text) ?? firstIn(STATUSES, withoutNegated(text, ' open '))
  if (known === null && !isMissing(sheet.cell(record, 'status'))) {
    warnOfStatus(record, ledger, text, usual)
  }
  return known ?? usual
}

/** What its words alone tell is told back. */
function isProtected(
  protection: 'marked' | 'worded' | null,
  record: RawRecord,
  ledger: Ledger,
): boolean {
  if (protection !== 'worded') return protection === 'marked'
  const why = 'its words are those of a protected case; it came in as one, for the named few alone'
  ledger.warn(record, 'protected-case', why)
  return true
}

/** Undefined: the date cannot be read, and the record stays out. */
function answerIn(
  sheet: Sheet,
  record: RawRecord,
  raisedAt: string,
  ledger: Ledger,
): string | null | undefined {
  const respondedAt = instantIn(sheet, record, 'respondedAt', ledger)
  if (!respondedAt || epochMinutesOf(respondedAt) >= epochMinutesOf(raisedAt)) return respondedAt
  ledger.warn(record, 'date-order', 'its answer lies before it; that date was left out')
  return null
}
