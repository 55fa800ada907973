import { ENGAGEMENT_STATUSES, type Engagement } from '#core/records/engagement.ts'
import { epochMinutesOf } from '#core/time/instant.ts'
import type { RawRecord } from '../../raw-table.ts'
import { isMissing } from '../cells/read-number.ts'
import type { ImportKind } from '../kind.ts'
import type { Ledger } from '../ledger.ts'
import type { Sheet } from '../sheet.ts'
import { exactly } from './common.ts'
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
import { voiceIds, whatIs } from './voice-ids.ts'
import { voiceRows } from './voice-rows.ts'

const STATUSES: readonly (readonly [Engagement['status'], RegExp])[] = [
  ['followUpDue', /follow|suivi|seguim|acompanh|متابعة/i],
  ['closed', /clos|clôt|cerrad|fechad|termin|مغلق|منته/i],
  ['planned', /plan|prévu|previst|schedul|مخطط|مقرر/i],
  ['held', /held|done|tenu|réalis|realiz|celebrad|complet|عقد|تم/i],
]

/** A status that says there is nothing to follow up. */
const NO_FOLLOW_UP =
  /(?<!\p{L})(?:(?:no|without|sans|sin|sem|pas de|aucun)\s+(?:further\s+)?(?:follow[- ]?up|suivi|seguimiento|acompanhamento)(?:\s+(?:is\s+)?(?:needed|required|due|planned|nécessaire|requis))?|follow[- ]?up\s*:?\s*(?:is\s+)?(?:not?|none)(?!\p{L})[^;,.]*)/giu
const CALLED_OFF = /cancel|called off|annul|anulad|abandon|ألغ|إلغاء/i
const NOT_HELD =
  /postpon|delay|resched|report[ée]e?s?(?!\p{L})|aplazad|adiad|suspend|incompl|inachev|unheld|أجل|تأجيل|(?<!\p{L})لم\s|(?<!\p{L})(?:not?|never|non|pas|não|nao|(?:did|was|has)n.t)\s+(?:\p{L}+\s+){0,2}(?:held|take|took|done|happen|occur|conduct|complet|tenue?|lieu|réalis|realiz|celebr|lugar)/iu

const DAYS = { start: 'heldAt', later: 'followUp', laterNoun: 'follow-up' } as const

/** Meetings with leaders, women's and youth groups and others. */
export const engagementsKind: ImportKind = {
  id: 'engagements',
  title: 'engagements',
  fields: [
    { field: 'id', aliases: ['engagement_id', 'meeting_id', 'id', 'ref'] },
    {
      field: 'heldAt',
      holds: 'date',
      aliases: ['held_at', 'date_held', 'meeting_date', 'engagement_date', 'date'],
    },
    { field: 'withWhom', aliases: ['with_whom', 'met_with', 'engaged_group', 'group_met'] },
    {
      field: 'participants',
      holds: 'count',
      aliases: ['participants', 'participant_count', 'attended', 'attendance', 'attendees'],
    },
    {
      field: 'women',
      holds: 'count',
      aliases: ['women', 'women_count', 'female', 'participants_f'],
    },
    { field: 'topic', aliases: ['topic', 'subject', 'agenda', 'theme'] },
    { field: 'status', aliases: ['status', 'engagement_status'] },
    { field: 'followUp', holds: 'date', aliases: ['follow_up', 'follow_up_date', 'next_meeting'] },
    { field: 'summary', aliases: ['summary', 'notes', 'key_points', 'minutes'] },
    ...VOICE_PLACE_FIELDS,
  ],
  needs: ['heldAt', 'withWhom'],
  identity: ['id', 'heldAt', 'communityId', 'placeName', 'withWhom'],
  fit: (sheet) => {
    if (!saysWhere(sheet) || !sheet.has('heldAt') || !sheet.has('withWhom')) return 0
    return ['participants', 'women', 'topic', 'followUp', 'summary'].some(sheet.has) ? 0.95 : 0.6
  },
  read(sheet, ledger, context) {
    const idOf = voiceIds(sheet, 'engagement', ledger, {
      rows: context.document.tables.engagements,
      identityOf: (row) => ({ what: whatIs(row.heldAt, row, row.withWhom), apart: null }),
    })
    const source = { sheet, ledger, context }
    const engagements = voiceRows(source, DAYS, (record, told): Engagement | null => {
      const { at, laterAt, place } = told
      const isAhead = epochMinutesOf(at) > epochMinutesOf(context.now)
      const status = statusIn(sheet, record, isAhead, ledger)
      if (status === null) return null
      const withWhom = groupIn(sheet.text(record, 'withWhom'))
      const id = idOf(record, { what: whatIs(at, place, withWhom), apart: null })
      return {
        id,
        heldAt: at,
        ...place,
        withWhom,
        ...countsIn(sheet, record, ledger),
        topic: topicIn(sheet.text(record, 'topic')),
        status,
        followUpAt: laterAt,
        summary: summaryIn(sheet, record, ledger),
        ...keptAsBefore(context.document.tables.engagements.get(id)),
      }
    })
    return { acceptedCount: engagements.length, rows: { engagements }, batches: [] }
  },
}

/**
 * What became of a meeting. One that was put off and still lies ahead is planned; one that was called
 * off, or whose day is over and that was not held, stays out.
 */
function statusIn(
  sheet: Sheet,
  record: RawRecord,
  isAhead: boolean,
  ledger: Ledger,
): Engagement['status'] | null {
  const text = sheet.text(record, 'status')
  const usual = isAhead ? 'planned' : 'held'
  const own = exactly(ENGAGEMENT_STATUSES, text)
  if (own !== null || isMissing(sheet.cell(record, 'status'))) return own ?? usual
  if (CALLED_OFF.test(text) || (NOT_HELD.test(text) && !isAhead)) {
    return ledger.refuse(record, 'not-held', 'its status says that the meeting was not held')
  }
  if (NOT_HELD.test(text)) return 'planned'
  const said = withoutNegated(text.replace(NO_FOLLOW_UP, ' '), ' ')
  const known = firstIn(STATUSES, said)
  if (known === null && said === text) warnOfStatus(record, ledger, text, usual)
  return known ?? usual
}

function countsIn(sheet: Sheet, record: RawRecord, ledger: Ledger) {
  const participantCount = sheet.count(record, 'participants')
  const womenCount = sheet.count(record, 'women')
  if (participantCount === null || womenCount === null || womenCount <= participantCount) {
    return { participantCount, womenCount }
  }
  const why = `it counts ${womenCount} women among ${participantCount} participants; the women were left out`
  ledger.warn(record, 'women-count', why)
  return { participantCount, womenCount: null }
}
