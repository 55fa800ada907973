import { GRIEVANCE_STATUSES, GRIEVANCE_WAYS, type Grievance } from '#core/records/grievance.ts'
import { epochMinutesOf } from '#core/time/instant.ts'
import type { RawRecord } from '../../raw-table.ts'
import { isMissing } from '../cells/read-number.ts'
import type { ImportKind } from '../kind.ts'
import type { Ledger } from '../ledger.ts'
import type { Sheet } from '../sheet.ts'
import { exactly, instantIn } from './common.ts'
import {
  firstIn,
  groupIn,
  saysWhere,
  summaryIn,
  topicIn,
  VOICE_PLACE_FIELDS,
  voiceIds,
  voicePlacer,
  whatIs,
} from './voice-common.ts'

const STATUSES: readonly (readonly [Grievance['status'], RegExp])[] = [
  ['referred', /refer|transf|orient|renvoy|remit|encaminh|محال|إحالة/i],
  ['inProgress', /progress|en cours|curso|andamento|ongoing|pending|trait|جار/i],
  ['resolved', /resol|résol|clos|solved|cerrad|fechad|حل|مغلق/i],
  ['open', /open|new|ouvert|nouv|abiert|nuev|abert|nov[oa]|مفتوح|جديد/i],
]
const WAYS: readonly (readonly [NonNullable<Grievance['via']>, RegExp])[] = [
  ['hotline', /hot ?line|phone|numéro vert|ligne|línea|linha|خط ساخن|هاتف/i],
  ['liaisonAssistant', /liaison|\bclas?\b|enlace|ligação|ارتباط/i],
  ['partner', /partner|partenaire|socio|parceir|\bngo|\bong\b|شريك/i],
  ['meeting', /meeting|réunion|rencontre|reuni|اجتماع|لقاء/i],
]
/** Of violence that must not be told further; a word too many hides a row, a word too few shows a person. */
const PROTECTED =
  /\bs?gbv\b|\bvbg\b|\brape|\braped|\bviols?\b|sexual|sexuel|violaci[oó]n|viola[cç][aã]o|estupro|child (soldier|recruit|abuse|marriage|protect)|enfants? soldats?|recrutement d.enfants|niñ[oa]s? soldado|crianças?.soldado|اغتصاب|جنسي|تجنيد الأطفال/i
const NO = /^(no?|non|não|nao|false|faux|falso|0|لا)$/i
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
    { field: 'isProtected', aliases: ['protected', 'protected_case', 'is_protected'] },
    { field: 'summary', aliases: ['summary', 'notes', 'description', 'details'] },
    ...VOICE_PLACE_FIELDS,
  ],
  needs: ['raisedAt', 'topic'],
  identity: ['id', 'raisedAt', 'communityId', 'placeName', 'raisedBy', 'topic'],
  fit: (sheet) => {
    if (!saysWhere(sheet) || !sheet.has('raisedAt') || !sheet.has('topic')) return 0
    if (ABOUT.test(sheet.table.headings.join(' '))) return 0.95
    return sheet.has('raisedBy') ? 0.94 : 0
  },
  read(sheet, ledger, context) {
    const placer = voicePlacer(sheet, ledger, context)
    const idOf = voiceIds(sheet, 'grievance', {
      rows: context.document.tables.grievances,
      whatOf: (row) => whatIs(row.raisedAt, row, row.raisedBy),
    })
    const grievances = sheet.table.records.flatMap((record): Grievance[] => {
      const raisedAt = instantIn(sheet, record, 'raisedAt', ledger)
      if (raisedAt === null) ledger.refuse(record, 'date-missing', 'it has no date')
      if (!raisedAt) return []
      const respondedAt = answerIn(sheet, record, raisedAt, ledger)
      if (respondedAt === undefined) return []
      const place = placer.place(record)
      if (!place) return []
      const raisedBy = groupIn(sheet.text(record, 'raisedBy'))
      const [status, via] = ['status', 'via'].map((field) => sheet.text(record, field))
      return [
        {
          id: idOf(record, whatIs(raisedAt, place, raisedBy)),
          raisedAt,
          ...place,
          topic: topicIn(sheet.text(record, 'topic')),
          raisedBy,
          status:
            exactly(GRIEVANCE_STATUSES, status ?? '') ??
            firstIn(STATUSES, status ?? '') ??
            (respondedAt === null ? 'open' : 'inProgress'),
          respondedAt,
          isProtectedCase: isProtected(sheet, record, ledger),
          summary: summaryIn(sheet, record, ledger),
          via: exactly(GRIEVANCE_WAYS, via ?? '') ?? firstIn(WAYS, via ?? ''),
        },
      ]
    })
    placer.tell()
    return { acceptedCount: grievances.length, rows: { grievances }, batches: [] }
  },
}

/** As stated; where nobody says, by words that stand for such a case. */
function isProtected(sheet: Sheet, record: RawRecord, ledger: Ledger): boolean {
  if (!isMissing(sheet.cell(record, 'isProtected'))) {
    return !NO.test(sheet.text(record, 'isProtected'))
  }
  const words = ['topic', 'summary'].map((field) => sheet.text(record, field)).join(' ')
  if (!PROTECTED.test(words)) return false
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
