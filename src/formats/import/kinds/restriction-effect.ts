import type { Restriction, RestrictionEffect } from '#core/records/restriction.ts'
import { effectText } from '#core/restriction-text.ts'
import type { RawRecord } from '../../raw-table.ts'
import { shortened } from '../cells/clean-text.ts'
import type { Ledger } from '../ledger.ts'
import type { Sheet } from '../sheet.ts'
import { isOurs } from './common.ts'
import { type EffectType, type Said, saidIn, tonnesIn } from './restriction-effect-words.ts'

type Kind = Restriction['kind']

/** What each kind usually does to movement, where the file does not say. */
export const USUAL_EFFECTS: Readonly<Record<Kind, RestrictionEffect>> = {
  closedArea: { type: 'closed' },
  hazard: { type: 'closed' },
  escortRoad: { type: 'escortOnly', delayMinutes: 60 },
  brokenBridge: { type: 'footOnly' },
  seasonalTrack: { type: 'speedFactor', factor: 0.33 },
  checkpoint: { type: 'delay', delayMinutes: 20 },
  flood: { type: 'speedFactor', factor: 0.33 },
  ferryOut: { type: 'closed' },
  denial: { type: 'closed' },
  curfew: { type: 'closed' },
  noFlyArea: { type: 'closed' },
}
const USUAL_ESCORT_MINUTES = 60

/** The limits that stand in columns of their own, the one that counts most first. */
const LIMITS: readonly {
  readonly field: string
  readonly type: EffectType
  /** Null: the number is no such limit; 0 is one in files of ours alone. */
  readonly effect: (value: number) => RestrictionEffect | null
  readonly meant: string
}[] = [
  {
    field: 'tonnes',
    type: 'massLimit',
    effect: (maxTonnes) => (maxTonnes >= 0 ? { type: 'massLimit', maxTonnes } : null),
    meant: 'a limit above 0 t',
  },
  {
    field: 'loadClass',
    type: 'classLimit',
    effect: (value) =>
      value >= 0 && Number.isSafeInteger(value)
        ? { type: 'classLimit', maxLoadClass: value }
        : null,
    meant: 'a load class of 1 or more',
  },
  {
    field: 'factor',
    type: 'speedFactor',
    effect: (factor) => (factor > 0 && factor <= 1 ? { type: 'speedFactor', factor } : null),
    meant: 'a share of speed above 0 and up to 1',
  },
  {
    field: 'delay',
    type: 'delay',
    effect: (delayMinutes) => (delayMinutes >= 0 ? { type: 'delay', delayMinutes } : null),
    meant: 'a delay above 0 minutes',
  },
]

type Limit = {
  readonly field: string
  readonly value: number
  readonly effect: RestrictionEffect
}

/**
 * What a restriction does, by its word and its limits. Whatever is not read, or not kept, is told with
 * what the row came in as; a word that is not known here closes, which is the careful choice. Null: it
 * says that it restricts nothing, and stays out.
 */
export function effectOf(
  sheet: Sheet,
  record: RawRecord,
  kind: Kind,
  ledger: Ledger,
): RestrictionEffect | null {
  const said = saidIn(sheet.text(record, 'effect'))
  const { limits, faults } = limitsOf(sheet, record)
  if (said === 'open' && limits.length === 0) {
    const why = `its effect is "${shortened(sheet.line(record, 'effect'))}", so it keeps nobody from moving`
    return ledger.refuse(record, 'effect-open', why)
  }
  const effect = chosen(said, limits, kind)
  const used = limits.find((limit) => limit.effect === effect || isWithin(effect, limit))
  const others = limits.filter((limit) => limit !== used)
  const isMoot = effect.type === 'closed' || effect.type === 'footOnly'
  const asWhat = `it came in as "${effectText(effect)}"`
  for (const fault of faults) ledger.warn(record, 'limit-unread', `${fault}; ${asWhat}`)
  for (const { field, value } of isMoot ? [] : others) {
    const why = `"${headingOf(sheet, field)}" is ${value} beside another effect, and a restriction has one; ${asWhat}`
    ledger.warn(record, 'effect-second', why)
  }
  const text = shortened(sheet.line(record, 'effect'))
  if (said === 'unread') {
    const careful = effect.type === 'closed' ? ', the careful choice' : ''
    const why = `its effect "${text}" is not known here; ${asWhat}${careful}. Write closed, foot only, escort only or day only, or give a delay, a limit or a speed factor`
    ledger.warn(record, 'effect-unread', why)
  } else if (isOfLimit(said) && effect.type !== said) {
    const why = `its effect "${text}" has no number that can be read; ${asWhat}`
    ledger.warn(record, 'effect-unread', why)
  }
  return effect
}

function limitsOf(sheet: Sheet, record: RawRecord) {
  const limits: Limit[] = []
  const faults: string[] = []
  for (const { field, effect: effectOfLimit, meant } of LIMITS) {
    const value = sheet.number(record, field)
    if (value === null) continue
    const effect = value === 0 && !isOurs(sheet) ? null : effectOfLimit(value)
    if (effect) limits.push({ field, value, effect })
    else faults.push(`"${headingOf(sheet, field)}" is ${value}, which is not ${meant}`)
  }
  const maxTonnes = tonnesIn(sheet.text(record, 'effect'))
  const isToldTwice = limits.some(({ field, value }) => field === 'tonnes' && value === maxTonnes)
  if (maxTonnes !== null && !isToldTwice) {
    const effect = { type: 'massLimit', maxTonnes } as const
    limits.unshift({ field: 'effect', value: maxTonnes, effect })
  }
  return { limits, faults }
}

function chosen(said: Said | null, limits: readonly Limit[], kind: Kind): RestrictionEffect {
  const [first] = limits
  const delay = limits.find(({ effect }) => effect.type === 'delay')
  const escort: RestrictionEffect = {
    type: 'escortOnly',
    delayMinutes: delay?.value ?? USUAL_ESCORT_MINUTES,
  }
  switch (said) {
    case 'closed':
    case 'footOnly':
    case 'dayOnly':
      return { type: said }
    case 'escortOnly':
      return escort
    case 'unread':
      return first?.effect ?? { type: 'closed' }
    case 'massLimit':
    case 'classLimit':
    case 'speedFactor':
    case 'delay':
      return (
        limits.find(({ effect }) => effect.type === said)?.effect ??
        first?.effect ??
        USUAL_EFFECTS[kind]
      )
    default:
      if (kind === 'escortRoad' && (!first || first === delay)) return escort
      return first?.effect ?? USUAL_EFFECTS[kind]
  }
}

function isOfLimit(said: Said | null): boolean {
  return LIMITS.some(({ type }) => type === said)
}

/** The delay of an escort stands in the column of delays. */
function isWithin(effect: RestrictionEffect, { field }: Limit): boolean {
  return effect.type === 'escortOnly' && field === 'delay'
}

function headingOf(sheet: Sheet, field: string): string {
  return sheet.mapping.get(field) ?? field
}
