import { contactIn } from '#core/contact-text.ts'
import { countyOf } from '#core/county-level.ts'
import { metresBetween } from '#core/geo/distance.ts'
import type { LonLat } from '#core/place.ts'
import { VOICE_TOPICS, type VoiceGroup, type VoiceTopic } from '#core/records/engagement.ts'
import type { RawRecord } from '../../raw-table.ts'
import { shortened } from '../cells/clean-text.ts'
import { countyHolding } from '../county-holding.ts'
import type { ImportContext } from '../kind.ts'
import type { Ledger } from '../ledger.ts'
import { hasPositions, locatorOf, POSITION_FIELDS } from '../locate.ts'
import { hasNames, NAME_FIELDS } from '../position/from-name.ts'
import type { FieldSpec, Sheet } from '../sheet.ts'
import { AREA_FIELDS } from './areas.ts'
import { exactly } from './common.ts'

/** Where it was: by our ids, by name or by a position, which does not stay. */
export const VOICE_PLACE_FIELDS: readonly FieldSpec[] = [
  { field: 'communityId', aliases: ['community_id', 'comm_id'] },
  { field: 'countyId', aliases: ['area_id'] },
  ...POSITION_FIELDS,
  ...AREA_FIELDS,
  ...NAME_FIELDS,
]

/** Whether a table says where, in any way. */
export function saysWhere(sheet: Sheet): boolean {
  return hasPositions(sheet) || hasNames(sheet) || sheet.has('communityId') || sheet.has('countyId')
}

/** The community or the area that a record is about; never finer. */
export type VoicePlace = { readonly communityId: string | null; readonly areaId: string | null }

/** A position further from every community than this belongs to its county only. */
const NEAR_METRES = 10_000

/**
 * Places records at communities and areas. A coordinate may be that of a house: the nearest community
 * stands for it, else the county, and the coordinate itself is not kept.
 *
 * @returns for each record its place; null: it stays out, and the ledger says why.
 */
export function voicePlacer(
  sheet: Sheet,
  ledger: Ledger,
  context: ImportContext,
): { readonly place: (record: RawRecord) => VoicePlace | null; readonly tell: () => void } {
  const { areas, communities } = context.document.tables
  const locator = locatorOf(sheet, ledger, context, { keepsError: true, places: context.document })
  const holding = countyHolding(areas)
  let coarsenedCount = 0
  const inCounty = (areaId: string): VoicePlace => ({
    communityId: null,
    areaId: countyOf(areas, areaId) ?? areaId,
  })
  const atCommunity = (id: string): VoicePlace => {
    const community = communities.get(id)
    const areaId = community?.areaId ?? null
    const county = countyOf(areas, areaId) ?? (community ? holding(community.position) : null)
    return { communityId: id, areaId: county ?? areaId }
  }
  const nearest = (position: LonLat) => {
    let best: { readonly id: string; readonly metres: number } | null = null
    for (const { id, position: own } of communities.values()) {
      const metres = metresBetween(own, position)
      if (metres < (best?.metres ?? Number.POSITIVE_INFINITY)) best = { id, metres }
    }
    return best
  }
  return {
    place: (record) => {
      const [communityId, areaId] = ['communityId', 'countyId'].map((field) =>
        sheet.text(record, field),
      )
      if (communityId && communities.has(communityId)) return atCommunity(communityId)
      if (areaId && areas.has(areaId)) return inCounty(areaId)
      const located = locator.place(record)
      if (!located) return null
      if (located.named?.areaId) return inCounty(located.named.areaId)
      const near = nearest(located.position)
      if (located.named && near) return atCommunity(near.id)
      coarsenedCount++
      if (near && near.metres <= NEAR_METRES) return atCommunity(near.id)
      const county = holding(located.position)
      if (county !== null) return { communityId: null, areaId: county }
      return ledger.refuse(record, 'place-unknown', 'it lies near no community and in no county')
    },
    tell: () => {
      locator.tell()
      if (coarsenedCount === 0) return
      const message = `${sheet.table.file}: ${coarsenedCount} positions were taken to the nearest community or to the county; who speaks to us is never kept finer.`
      ledger.tell('note', 'position-coarsened', message)
    },
  }
}

/** The text about it; one that holds a telephone number or an address does not come in. */
export function summaryIn(sheet: Sheet, record: RawRecord, ledger: Ledger): string {
  const summary = sheet.line(record, 'summary')
  const contact = contactIn(summary)
  if (contact === null) return summary
  const why = `its summary holds ${contact}; the summary was left out, for nobody may be found by it`
  ledger.warn(record, 'contact-quarantined', why)
  return ''
}

/** The day that a person gave the row which comes in again; a file says nothing of it. */
export function keptAsBefore(earlier: { readonly keepUntil?: string | undefined } | undefined): {
  readonly keepUntil?: string
} {
  return earlier?.keepUntil === undefined ? {} : { keepUntil: earlier.keepUntil }
}
const NEGATED =
  /(?<!\p{L})(?:(?:not(?: yet)?|never|non|no|não|nao|sin|sem|sans|pas(?: encore)?|غير|لم|لا|ليس)[\s-]+(?:been |été |sido )?\p{L}+|(?:un(?:re)?sol|unclos|unans|irr[eé]s|irres)\p{L}*)/giu

/** A text with what it says is not so put as another word: "not closed", "non résolu", "unsolved". */
export function withoutNegated(text: string, instead: string): string {
  return text.replace(NEGATED, instead)
}

/** Warns of a status that nothing is known of. */
export function warnOfStatus(record: RawRecord, ledger: Ledger, text: string, status: string) {
  const why = `its status "${shortened(text)}" is not known; it came in as ${status}`
  ledger.warn(record, 'status-unknown', why)
}

const GROUPS: readonly (readonly [VoiceGroup, RegExp])[] = [
  ['displaced', /\bidps?\b|displac|d[ée]plac|refugee|r[ée]fugi|desplazad|deslocad|نازح|لاج/i],
  ['religiousLeaders', /relig|church|mosque|imam|pastor|priest|prêtre|pastoral|ديني|إمام/i],
  ['women', /wom[ae]n|femme|mujer|mulher|نساء|امرأة|مرأة/i],
  ['youth', /youth|young|jeune|joven|juvent|jovem|jovens|شباب/i],
  ['security', /police|army|militar|security|armée|s[ée]curit|ej[ée]rcito|polic[ií]a|شرط|جيش|أمن/i],
  [
    'civilSociety',
    /civil soc|soci[ée]t[ée] civil|sociedad civil|sociedade civil|\bcso|\bngo|\bong\b|associat|asociaci|مجتمع مدني|منظم/i,
  ],
  [
    'localLeaders',
    /leader|chief|elder|chef|notable|autorit|authorit|mayor|maire|alcald|l[ií]der|jefe|ancian|régulo|قياد|زعيم|زعماء|شيوخ|أعيان|عمد/i,
  ],
  ['mixed', /mixed|mixte|mixt[oa]|mist[oa]|everyone|all groups|tous|مختلط/i],
]

/** Which group a text names; other where it names none that is known. */
export function groupIn(text: string): VoiceGroup {
  const known = GROUPS.find(([, pattern]) => pattern.test(text))?.[0] ?? 'other'
  return exactly([...GROUPS.map(([group]) => group), 'other'] as const, text) ?? known
}

const TOPICS: readonly (readonly [VoiceTopic, RegExp])[] = [
  ['compensation', /compens|indemni|reparation|réparation|reparaci|تعويض/i],
  [
    'conductOfForces',
    /conduct|conduite|conducta|conduta|misconduct|behaviou?r|comportement|soldiers|سلوك|تصرف/i,
  ],
  [
    'humanRights',
    /human right|droits (humains|de l.homme)|derechos humanos|direitos humanos|\bgbv\b|abuse|حقوق/i,
  ],
  ['land', /\bland|foncier|terre|tierra|\bterra|boundary|أرض|أراض/i],
  ['security', /secur|sécur|seguri|segura|safety|protection|attack|violen|أمن/i],
  [
    'services',
    /service|servic|water|school|health|clinic|road|eau\b|école|santé|agua|água|خدم|مياه/i,
  ],
]

/** What a text is about; other where it is nothing that is known. */
export function topicIn(text: string): VoiceTopic {
  return (
    exactly(VOICE_TOPICS, text) ?? TOPICS.find(([, pattern]) => pattern.test(text))?.[0] ?? 'other'
  )
}

/** The first of some words that a text holds. */
export function firstIn<T>(words: readonly (readonly [T, RegExp])[], text: string): T | null {
  return words.find(([, pattern]) => pattern.test(text))?.[0] ?? null
}
