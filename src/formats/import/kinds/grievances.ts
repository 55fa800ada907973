import { protectedPlace } from '#core/protected-place.ts'
import { GRIEVANCE_STATUSES, GRIEVANCE_WAYS, type Grievance } from '#core/records/grievance.ts'
import type { RawRecord } from '../../raw-table.ts'
import { isMissing } from '../cells/read-number.ts'
import type { ImportKind } from '../kind.ts'
import type { Ledger } from '../ledger.ts'
import type { Sheet } from '../sheet.ts'
import { exactly } from './common.ts'
import { PROTECTED_FIELD, protectedReader } from './protected-mark.ts'
import {
  firstIn,
  groupIn,
  keptAsBefore,
  saysWhere,
  summaryIn,
  topicIn,
  VOICE_PLACE_FIELDS,
  warnOfStatus,
  withoutNegated,
} from './voice-common.ts'
import { type VoiceIdentity, voiceIds, whatIs } from './voice-ids.ts'
import { voiceRows } from './voice-rows.ts'

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

const DAYS = { start: 'raisedAt', later: 'respondedAt', laterNoun: 'answer' } as const

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
    const idOf = voiceIds(sheet, 'grievance', ledger, {
      rows: context.document.tables.grievances,
      identityOf,
    })
    const protectionOf = protectedReader(sheet, ['topic', 'summary'])
    const source = { sheet, ledger, context }
    const grievances = voiceRows(source, DAYS, (record, told): Grievance | null => {
      const { at, laterAt } = told
      const isProtectedCase = isProtected(protectionOf(record), record, ledger)
      const place = isProtectedCase ? protectedPlace(context.document, told.place) : told.place
      if (place.communityId === null && place.areaId === null) {
        return ledger.refuse(record, 'place-unknown', 'its county is not known')
      }
      const channel = sheet.text(record, 'via')
      const row = {
        raisedAt: at,
        ...place,
        topic: topicIn(sheet.text(record, 'topic')),
        raisedBy: groupIn(sheet.text(record, 'raisedBy')),
        status: statusIn(sheet, record, laterAt === null ? 'open' : 'inProgress', ledger),
        respondedAt: laterAt,
        isProtectedCase,
        summary: summaryIn(sheet, record, ledger),
        via: exactly(GRIEVANCE_WAYS, channel) ?? firstIn(WAYS, channel),
      }
      const id = idOf(record, identityOf(row))
      return { id, ...row, ...keptAsBefore(context.document.tables.grievances.get(id)) }
    })
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

function identityOf(row: Omit<Grievance, 'id'>): VoiceIdentity {
  const { raisedAt, raisedBy, topic, via, isProtectedCase, summary } = row
  const what = whatIs(raisedAt, row, raisedBy, topic, via)
  return { what, apart: isProtectedCase ? { at: raisedAt, summary } : null }
}
