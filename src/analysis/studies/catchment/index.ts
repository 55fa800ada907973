import { decimal } from '#core/figures.ts'
import { floatingCatchment } from '../../access/floating-catchment.ts'
import { choiceOf } from '../options.ts'
import { hasPeople, NO_PEOPLE } from '../parts/counties.ts'
import { watch } from '../parts/sentence-blocks.ts'
import {
  roadWarnings,
  SEASON_OPTION,
  SPEED_SHARE,
  seasonChosen,
  type Trip,
  travelRun,
  VEHICLE_OPTION,
  vehicleChosen,
} from '../parts/travel-run.ts'
import type { Study, StudyAnswer, StudyBlock } from '../study.ts'
import { countyTable, type Shared, sentences, siteTable, unreachedTable } from './access-blocks.ts'
import { methodOf } from './method.ts'
import { METHOD_OPTION, ruleOf, SUPPLY_OPTION, THRESHOLDS_OPTION } from './options.ts'
import { offeredSupplies, supplyOf } from './supply.ts'

const NO_SUPPLY = watch(
  'There is nothing to share out: no such facility or team is on record. Import facilities or deployments first.',
)

/** How much of a supply each person has within reach, beside all who share it. */
export const CATCHMENT: Study = {
  id: 'catchment',
  title: 'Access to services',
  group: 'access',
  question: 'How much of a service has each person in reach, beside all who share it?',
  datedBy: ['roads'],
  isForWall: true,
  options: [SUPPLY_OPTION, METHOD_OPTION, THRESHOLDS_OPTION, VEHICLE_OPTION, SEASON_OPTION],
  surface: {
    palette: 'coverage',
    breaks: [Number.MIN_VALUE, 0.5, 1, 2],
    classNames: [
      'None in reach',
      'Under half of the average',
      'Half of the average to it',
      'The average to twice it',
      'Over twice the average',
    ],
    unknownName: 'Nothing to share out',
    valueText: (value) => (value === 0 ? 'None in reach' : `${decimal(value, 2)} × the average`),
  },
  ask: (facts, choices): StudyAnswer => {
    const { ground, vehicles } = facts
    const trip: Trip = {
      vehicle: vehicleChosen(choiceOf(VEHICLE_OPTION, choices), facts),
      season: seasonChosen(choices, facts),
    }
    const supply = supplyOf(facts, choices)
    const frame = {
      method: methodOf(facts, trip, { supply, choices }),
      offers: {
        [SUPPLY_OPTION.id]: offeredSupplies(facts),
        [VEHICLE_OPTION.id]: vehicles.map(({ id, name }) => ({ id, name })),
      },
    }
    const nowhere = new Float64Array(ground.grid.cells.length).fill(Number.NaN)
    const without = (block: StudyBlock) => ({ ...frame, values: nowhere, blocks: [block] })
    if (!hasPeople(ground)) return without(NO_PEOPLE)
    if (supply.sites.length === 0) return without(NO_SUPPLY)
    const people = ground.peopleCount
    const travel = travelRun(facts)(trip)
    const catchments = {
      people,
      supply: supply.sites.map(({ amount }) => amount),
      minutes: supply.sites.map(({ position }) => travel.toCells([position])),
    }
    const [now, shorter, longer] = [1, 1 - SPEED_SHARE, 1 + SPEED_SHARE].map((scale) =>
      floatingCatchment(catchments, ruleOf(choices, scale)),
    ) as [Shared['now'], Shared['now'], Shared['now']]
    const everybody = people.reduce((sum, count) => sum + count, 0)
    const all = catchments.supply.reduce((sum, amount) => sum + amount, 0)
    const shared: Shared = { now, shorter, longer, average: all / everybody, all, everybody }
    return {
      ...frame,
      values: now.access.map((access) => access / shared.average),
      blocks: [
        ...sentences(facts, supply, shared),
        ...roadWarnings(facts),
        ...countyTable(facts, supply, shared),
        ...siteTable(supply, shared),
        ...unreachedTable(facts, shared),
      ],
    }
  },
}
