import type { LonLat } from '#core/place.ts'
import { nearbyCellLocator } from '../../cells/cell-locator.ts'
import { choiceOf } from '../options.ts'
import type { StudyChoices, StudyFacts } from '../study.ts'
import { SUPPLY_OPTION } from './options.ts'

/** One place with something to share; what stands in one cell is one place. */
export type SupplySite = {
  readonly name: string
  readonly position: LonLat
  readonly amount: number
}

export type Supply = {
  /** As in a sentence: `health facilities`. */
  readonly noun: string
  /** What is counted, of one and of several: `team`, `teams`. */
  readonly unit: string
  readonly units: string
  /** Most first; no more than MOST_SITES. */
  readonly sites: readonly SupplySite[]
  /** Places that were left out for their number, those with least. */
  readonly leftOutCount: number
  /** What a person should know of the amounts; '' where there is nothing to say. */
  readonly remark: string
}

/** Each site takes some 20 ms on a country's roads. */
const MOST_SITES = 200

const HEALTH = 'health'
const ALL_TEAMS = 'allTeams'

/** Health facilities, all teams, and each type of them that stands somewhere. */
export function offeredSupplies({ teams }: StudyFacts) {
  const types = new Map(teams.map(({ typeId, typeName }) => [typeId, typeName]))
  return [
    { id: HEALTH, name: 'Health facilities' },
    { id: ALL_TEAMS, name: 'All teams posted' },
    ...[...types].map(([id, name]) => ({ id, name: `${name} posted` })),
  ]
}

/** What is shared out under the choices. */
export function supplyOf(facts: StudyFacts, choices: StudyChoices): Supply {
  const asked = choiceOf(SUPPLY_OPTION, choices)
  const isKnown = offeredSupplies(facts).some(({ id }) => id === asked)
  const facilities = openHealth(facts)
  if (asked === HEALTH || (!isKnown && facilities.length > 0)) {
    return ofFacilities(facts, facilities)
  }
  const teams = facts.teams.filter(
    ({ typeId }) => !isKnown || asked === ALL_TEAMS || typeId === asked,
  )
  const of = isKnown && asked !== ALL_TEAMS ? teams[0]?.typeName.toLowerCase() : undefined
  return {
    noun: of ? `${of} posted` : 'teams posted',
    unit: 'team',
    units: 'teams',
    ...merged(
      facts,
      teams.map(({ name, position, count }) => ({ name, position, amount: count })),
    ),
    remark: isKnown
      ? ''
      : 'No health facility is on record, so the teams that stand at the posts are shared out, each type alike.',
  }
}

function openHealth({ facilities }: StudyFacts) {
  return facilities.filter((each) => each.class === 'health' && each.status !== 'closed')
}

/** Capacities count where every facility states one: beside beds, a 1 for "not known" would be none. */
function ofFacilities(facts: StudyFacts, facilities: ReturnType<typeof openHealth>): Supply {
  const unknown = facilities.filter(({ capacityCount }) => capacityCount === null).length
  const isCounted = facilities.length > 0 && unknown === 0
  return {
    noun: 'health facilities',
    unit: isCounted ? 'bed or place' : 'facility',
    units: isCounted ? 'beds or places' : 'facilities',
    ...merged(
      facts,
      facilities.map(({ name, position, capacityCount }) => ({
        name,
        position,
        amount: isCounted ? (capacityCount ?? 1) : 1,
      })),
    ),
    remark:
      unknown === 0
        ? ''
        : `The capacity of ${unknown === facilities.length ? 'every' : `${unknown} of ${facilities.length}`} health ${unknown === facilities.length ? 'facility' : 'facilities'} is not known, so each counts as one.`,
  }
}

function merged(
  { ground }: StudyFacts,
  sites: readonly SupplySite[],
): Pick<Supply, 'sites' | 'leftOutCount'> {
  const locate = nearbyCellLocator(ground.grid)
  const byCell = new Map<string, SupplySite>()
  for (const site of sites) {
    if (!(site.amount > 0)) continue
    const cell = locate(...site.position)
    const key = cell < 0 ? site.position.join() : String(cell)
    const before = byCell.get(key)
    byCell.set(key, before ? { ...before, amount: before.amount + site.amount } : site)
  }
  const all = [...byCell.values()].sort((a, b) => b.amount - a.amount || (a.name < b.name ? -1 : 1))
  return { sites: all.slice(0, MOST_SITES), leftOutCount: Math.max(0, all.length - MOST_SITES) }
}
