import type { OperationDocument } from '#core/document.ts'
import type { Site } from '#core/records/site.ts'
import { Refusal } from './verb.ts'

type Rule = Site['rule']

/** A rule as the command of the app takes it, and the option that asked for it. */
type PlaceRule = {
  readonly option: string
  readonly placeId: string
  readonly rule: Rule
  /** Left out: all. */
  readonly typeIds?: readonly string[]
  readonly reason?: string
}

const RULES = { force: 'forced', forbid: 'forbidden', hold: 'held' } as const

const TO_BE: Readonly<Record<Rule, string>> = {
  forced: 'to be used',
  forbidden: 'not to be used',
  held: 'to be left as it is',
}

/**
 * One rule a place from all options about it, and from what the scenario has there: types of one rule
 * are joined, and all types stay all. Another rule of the scenario gives way, which is told.
 *
 * @throws Refusal where options ask for two rules at one place.
 */
export function placeRules(
  document: OperationDocument,
  asked: {
    readonly scenarioId: string
    readonly many: (name: keyof typeof RULES) => readonly string[]
    readonly named: Readonly<Record<'type' | 'place', (option: string, name: string) => string>>
    readonly tell: (sentence: string) => void
  },
): PlaceRule[] {
  const { scenarioId, many, named, tell } = asked
  const { bases, communities, sites } = document.tables
  const nameOf = (id: string) => bases.get(id)?.name ?? communities.get(id)?.name ?? id
  const found = new Map<string, PlaceRule>()
  for (const name of Object.keys(RULES) as (keyof typeof RULES)[]) {
    for (const text of many(name)) {
      const option = `--${name}`
      const [place, type] = text.split('=')
      const placeId = named.place(option, place!)
      const types = type === undefined ? {} : { typeIds: [named.type(option, type)] }
      const rule: PlaceRule = { option, placeId, rule: RULES[name], ...types }
      const before = found.get(placeId)
      if (before && before.rule !== rule.rule) {
        const both = `${TO_BE[before.rule]} and ${TO_BE[rule.rule]}`
        throw new Refusal(`${nameOf(placeId)} is both ${both}; keep one of them.`)
      }
      found.set(placeId, before ? joined(rule, before) : rule)
    }
  }
  return [...found.values()].map((rule) => {
    const { placeId, option } = rule
    const there = [...sites.values()].filter(
      (site) => site.scenarioId === scenarioId && site.placeId === placeId,
    )
    for (const other of new Set(there.map((site) => site.rule))) {
      if (other === rule.rule) continue
      tell(
        `${option}: ${nameOf(placeId)} was ${TO_BE[other]}; now it is ${TO_BE[rule.rule]} instead.`,
      )
    }
    return there.filter((site) => site.rule === rule.rule).reduce(joined, rule)
  })
}

/** The same rule about the types of both; a reason that was given stays. */
function joined(rule: PlaceRule, other: Pick<Site, 'typeIds' | 'reason'>): PlaceRule {
  const { typeIds, ...about } = rule
  const reason = rule.reason ?? other.reason
  return {
    ...about,
    ...(typeIds && other.typeIds && { typeIds: [...typeIds, ...other.typeIds] }),
    ...(reason !== undefined && { reason }),
  }
}
