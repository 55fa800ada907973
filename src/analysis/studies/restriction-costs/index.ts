import { minutesLost } from '../../access/gain.ts'
import { type RestrictionCosts, restrictionCosts } from '../../access/restriction-costs.ts'
import { choiceOf } from '../options.ts'
import { LOST_MINUTES_SURFACE } from '../parts/lost-minutes.ts'
import { accessAsked, isAsked, NO_ROADS, REACHED_FROM_OPTION } from '../parts/reached-from.ts'
import type { Study, StudyAnswer, StudyBlock, StudyOption } from '../study.ts'
import { costTable, NO_RESTRICTIONS, sentences } from './cost-blocks.ts'
import { methodOf } from './method.ts'

const RESTRICTION_OPTION = {
  id: 'restriction',
  name: 'On the map',
  type: 'offered',
  usualName: 'All together',
} as const satisfies StudyOption

/** What each restriction in force costs people in minutes, and whom it keeps out of reach. */
export const RESTRICTION_COSTS: Study = {
  id: 'restrictionCosts',
  title: 'What restrictions cost',
  group: 'access',
  question:
    'How many people and minutes does each restriction cost, and which is worth lifting first?',
  datedBy: ['roads'],
  isForWall: false,
  options: [REACHED_FROM_OPTION, RESTRICTION_OPTION],
  surface: LOST_MINUTES_SURFACE,
  ask: (facts, choices): StudyAnswer => {
    const asked = accessAsked(facts, choices)
    const nowhere = facts.ground.peopleCount.map(() => Number.NaN)
    if (!isAsked(asked)) {
      return { values: nowhere, blocks: [asked], method: methodOf(facts, null) }
    }
    const costs = restrictionCosts(asked)
    const isEmpty = facts.ground.network.edgeTarget.length === 0
    const noRoads: readonly StudyBlock[] = isEmpty ? [NO_ROADS] : []
    const method = methodOf(facts, costs)
    const values = minutesLost(costs.minutes, better(costs, choiceOf(RESTRICTION_OPTION, choices)))
    if (costs.costs.length === 0) return { values, blocks: [...noRoads, NO_RESTRICTIONS], method }
    const offers = costs.costs.map(({ restriction: { id, name } }) => ({ id, name }))
    return {
      values,
      blocks: [...noRoads, ...sentences(costs, asked), costTable(costs)],
      method,
      offers: { [RESTRICTION_OPTION.id]: offers },
    }
  },
}

/** Minutes without the chosen restriction, by id or by name; without all where none is chosen. */
function better({ costs, minutesWithoutAll }: RestrictionCosts, chosen: string): Float64Array {
  const plain = (text: string) => text.trim().toLowerCase()
  const found = costs.find(
    ({ restriction }) => restriction.id === chosen || plain(restriction.name) === plain(chosen),
  )
  return found?.minutesWithout ?? minutesWithoutAll
}
