import { applyChange } from '#core/change.ts'
import type { Command } from '#core/commands/command.ts'
import { editOperation } from '#core/commands/operation/edit-operation.ts'
import { editResourceType } from '#core/commands/resource-types/edit-resource-type.ts'
import { ruleSite } from '#core/commands/sites/rule-site.ts'
import type { OperationDocument } from '#core/document.ts'
import type { OperationContents } from '#core/operation-file.ts'
import type { Operation } from '#core/records/operation.ts'
import type { ResourceType } from '#core/records/resource-type.ts'
import { grouped } from '#planner/sentences.ts'
import { placeRules } from './place-rules.ts'
import { Refusal } from './verb.ts'

const MANY = { type: 'string', multiple: true, default: [] as string[] } as const
const ONE = { type: 'string' } as const

/** What the left paper of Plan can set, as options. */
export const SETTING_OPTIONS = {
  'max-moves': ONE,
  budget: ONE,
  floor: ONE,
  'finding-out': ONE,
  season: ONE,
  reach: MANY,
  fade: MANY,
  reserve: MANY,
  weight: MANY,
  busy: MANY,
  force: MANY,
  forbid: MANY,
  hold: MANY,
} as const

export const SETTING_USAGE = `--max-moves N|none, --budget USD|none
                     how much a plan may move and cost in 30 days
  --floor PERCENT    least share of need that each county shall have covered by each type whose floor
                     is asked for (the plan names them); a floor missed costs points, it is no promise
  --finding-out PERCENT
                     share of the effort for where need is least known
  --season NAME      byMonth, dry, wet
  --reach TYPE=MINUTES, --fade TYPE=MINUTES:PERCENT
                     the standard of a type; what it is worth beyond so many minutes
  --reserve TYPE=N, --weight TYPE=N, --busy TYPE=PERCENT
                     how many are held back, what a type weighs, how long one is not free
  --force PLACE, --forbid PLACE[=TYPE], --hold PLACE[=TYPE]
                     places to use, not to use, and to leave as they are; types and places by name
                     or id, and all of these may be repeated`

type Settings = { readonly [K in keyof typeof SETTING_OPTIONS]?: string | readonly string[] }

type Planned = {
  readonly scenarioId: string
  readonly newId: () => string
  /** What a person should know of a setting that was taken. */
  readonly tell: (sentence: string) => void
}

/**
 * The operation with the settings that were given, made by the commands that the app uses; a plan
 * that is written out keeps them.
 *
 * @throws Refusal with the option and what it would take.
 */
export function withSettings(
  contents: OperationContents,
  { scenarioId, newId, tell }: Planned,
  given: Settings,
): OperationContents {
  let { document } = contents
  const make = <A>(option: string, command: Command<A>, args: A) => {
    const reason = command.blocked(document, args)
    if (reason !== null) throw new Refusal(`${option}: ${reason}`)
    document = applyChange(document, command.change(document, args))
  }
  const one = (name: keyof Settings) => given[name] as string | undefined
  const many = (name: keyof Settings) => (given[name] ?? []) as readonly string[]
  const fields = operationFields(one)
  if (Object.keys(fields).length > 0) make('The settings', editOperation, { fields })
  for (const name of ['reach', 'fade', 'reserve', 'weight', 'busy'] as const) {
    for (const text of many(name)) {
      const option = `--${name}`
      const [typeName, value] = text.split('=')
      const type = typeNamed(document, option, typeName!)
      const set = TYPE_FIELDS[name](option, value ?? '', type)
      make(`--${name}`, editResourceType, { id: type.id, fields: set })
    }
  }
  const named = {
    type: (option: string, name: string) => typeNamed(document, option, name).id,
    place: (option: string, name: string) => placeNamed(document, option, name),
  }
  for (const { option, ...ruled } of placeRules(document, { scenarioId, many, named, tell })) {
    make(option, ruleSite, { scenarioId, id: newId(), ...ruled })
  }
  return { ...contents, document }
}

type TypeField = (
  option: string,
  text: string,
  type: ResourceType,
) => Partial<Omit<ResourceType, 'id'>>

const TYPE_FIELDS: Readonly<Record<'reach' | 'fade' | 'reserve' | 'weight' | 'busy', TypeField>> = {
  reach: (option, text, { name }) => {
    const reachMinutes = NUMBER.test(text) ? Number(text) : 0
    if (reachMinutes > 0) return { reachMinutes }
    throw new Refusal(
      `${option}: write TYPE=MINUTES with more than 0 minutes, as in "${name}=120"; "${text}" is not that.`,
    )
  },
  reserve: (option, text) => ({ reserveCount: wholeIn(option, text) }),
  weight: (option, text) => ({ weight: numberIn(option, text) }),
  busy: (option, text) => ({ busyShare: shareIn(option, text) }),
  fade: (option, text, { name, reachMinutes }) => {
    const [, minutes, percent] = /^([\d.]+):([\d.]+)(?: ?%)?$/.exec(text) ?? []
    const areNumbers = NUMBER.test(minutes ?? '') && NUMBER.test(percent ?? '')
    const fullMinutes = areNumbers ? Number(minutes) : 0
    const worthShare = areNumbers ? Number(percent) / 100 : 0
    if (!(fullMinutes > 0 && worthShare > 0 && worthShare <= 1)) {
      throw new Refusal(
        `${option}: write TYPE=MINUTES:PERCENT with more than 0 minutes and more than 0 and up to 100 %, as in "${name}=60:50"; "${text}" is not that.`,
      )
    }
    if (fullMinutes > reachMinutes) {
      throw new Refusal(
        `${option}: ${name} fades after ${grouped(fullMinutes)} minutes, which is beyond its standard of ${grouped(reachMinutes)}.`,
      )
    }
    return { fading: { fullMinutes, worthShare } }
  },
}

function operationFields(one: (name: keyof Settings) => string | undefined) {
  const fields: { -readonly [K in keyof Operation]?: Operation[K] } = {}
  const [maxMoves, budget, floor, open, season] = [
    one('max-moves'),
    one('budget'),
    one('floor'),
    one('finding-out'),
    one('season'),
  ]
  if (maxMoves !== undefined) fields.maxMoveCount = orNone('--max-moves', maxMoves)
  if (budget !== undefined) fields.budgetUsd = orNone('--budget', budget)
  if (floor !== undefined) fields.floorShare = shareIn('--floor', floor)
  if (open !== undefined) fields.evidenceShare = shareIn('--finding-out', open)
  if (season !== undefined) {
    if (season !== 'byMonth' && season !== 'dry' && season !== 'wet') {
      throw new Refusal(`--season: "${season}" is none of byMonth, dry, wet.`)
    }
    fields.season = season
  }
  return fields
}

function orNone(option: string, text: string): number | null {
  if (text === 'none') return null
  return option === '--max-moves' ? wholeIn(option, text) : numberIn(option, text)
}

function wholeIn(option: string, text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw new Refusal(`${option}: "${text}" is no whole number.`)
}

const NUMBER = /^\d{1,12}(\.\d{1,6})?$/

function numberIn(option: string, text: string): number {
  if (NUMBER.test(text)) return Number(text)
  throw new Refusal(`${option}: "${text}" is no number of at least 0.`)
}

function shareIn(option: string, text: string): number {
  const percent = numberIn(option, text.replace(/ ?%$/, ''))
  if (percent <= 100) return percent / 100
  throw new Refusal(`${option}: "${text}" is more than 100 %.`)
}

function plain(text: string): string {
  return text.trim().toLowerCase()
}

function typeNamed({ tables }: OperationDocument, option: string, name: string): ResourceType {
  const types = [...tables.resourceTypes.values()]
  const found = types.find((type) => type.id === name || plain(type.name) === plain(name))
  if (found) return found
  const names = types.map((type) => `"${type.name}"`).join(', ')
  throw new Refusal(`${option}: there is no type "${name}"; there is ${names || 'none'}.`)
}

function placeNamed({ tables }: OperationDocument, option: string, name: string): string {
  const places = [...tables.bases.values(), ...tables.communities.values()]
  const byId = places.find(({ id }) => id === name)
  if (byId) return byId.id
  const found = places.filter((place) => plain(place.name) === plain(name))
  if (found.length === 1) return found[0]!.id
  throw new Refusal(
    found.length === 0
      ? `${option}: there is no base or community "${name}".`
      : `${option}: ${found.length} places are called "${name}"; give an id: ${found
          .slice(0, 5)
          .map(({ id }) => id)
          .join(', ')}.`,
  )
}
