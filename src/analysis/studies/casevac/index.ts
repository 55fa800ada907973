import { careMinutes } from '../../access/care/care-minutes.ts'
import { careSites } from '../../access/care/care-sites.ts'
import { worstFailed } from '../../access/time-standards.ts'
import { choiceOf } from '../options.ts'
import { hasPeople, NO_PEOPLE } from '../parts/counties.ts'
import { watch } from '../parts/sentence-blocks.ts'
import {
  NO_POSTS,
  roadWarnings,
  SEASON_OPTION,
  SPEED_SHARE,
  seasonChosen,
  travelRun,
  VEHICLE_OPTION,
  vehicleChosen,
} from '../parts/travel-run.ts'
import type { Study, StudyAnswer, StudyBlock } from '../study.ts'
import { methodOf } from './method.ts'
import {
  isForPosts,
  PATIENTS_OPTION,
  STANDARD_OPTIONS,
  standardsOf,
  UNSTATED_OPTION,
  WAY_OPTION,
} from './options.ts'
import { communityTable, countyTable, postTable } from './place-blocks.ts'
import {
  type Asked,
  type CasevacTrip,
  careWarnings,
  patientsOf,
  sentences,
  standardIntervals,
  standardTable,
} from './standard-blocks.ts'

const CLASS_NAMES = [
  'Within all three',
  'First aid too far',
  'Advanced care too far',
  'Surgery too far',
  'No way to one of the three',
] as const

const NO_CARE = watch(
  'No post, no medical unit and no health facility is on record, so there is no care to travel to. Import deployments or facilities first.',
)

/** Whether who is hurt gets help in time: the standards for casualty evacuation. */
export const CASEVAC: Study = {
  id: 'casevac',
  title: 'CASEVAC 10-1-2',
  group: 'access',
  question: 'From where are first aid, advanced care and surgery within their times?',
  datedBy: ['roads'],
  isForWall: false,
  options: [
    PATIENTS_OPTION,
    VEHICLE_OPTION,
    SEASON_OPTION,
    WAY_OPTION,
    UNSTATED_OPTION,
    ...STANDARD_OPTIONS,
  ],
  surface: {
    palette: 'need',
    breaks: [0.5, 1.5, 2.5, 3.5],
    classNames: CLASS_NAMES,
    unknownName: 'No care on record',
    valueText: (value) => CLASS_NAMES[value] ?? '',
  },
  ask: (facts, choices): StudyAnswer => {
    const { ground, posts, vehicles, landingSites } = facts
    const sites = careSites(facts, choiceOf(UNSTATED_OPTION, choices) as 'firstAid' | 'advanced')
    const helicopter = vehicles.find(({ mode }) => mode === 'air') ?? null
    const mayFly = choiceOf(WAY_OPTION, choices) === 'both' && landingSites.length > 0
    const trip: CasevacTrip = {
      vehicle: vehicleChosen(choiceOf(VEHICLE_OPTION, choices), facts),
      season: seasonChosen(choices, facts),
      helicopter: mayFly ? helicopter : null,
    }
    const asked: Asked = { trip, sites, standards: standardsOf(choices), choices }
    const cellCount = ground.grid.cells.length
    const frame = {
      method: methodOf(facts, asked),
      offers: {
        [VEHICLE_OPTION.id]: vehicles
          .filter(({ mode }) => mode !== 'air')
          .map(({ id, name }) => ({ id, name })),
      },
    }
    const nowhere = new Float64Array(cellCount).fill(Number.NaN)
    const without = (block: StudyBlock) => ({ ...frame, values: nowhere, blocks: [block] })
    if (!hasPeople(ground)) return without(NO_PEOPLE)
    if (isForPosts(choices) && posts.length === 0) return without(NO_POSTS)
    if (sites.positions.firstAid.length === 0) return without(NO_CARE)
    const travelOn = travelRun(facts)
    const toCells = careMinutes(sites, trip, {
      travelOn,
      minutesOf: (travel, starts) => travel.toCells(starts),
    })
    const patients = patientsOf(facts, choices)
    const minutesAt = (speedFactor: number, helicopterUsed = trip.helicopter) =>
      careMinutes(
        sites,
        { ...trip, speedFactor, helicopter: helicopterUsed },
        { travelOn, minutesOf: patients.minutesOf },
      )
    const found = {
      minutes: minutesAt(1),
      slower: minutesAt(1 - SPEED_SHARE),
      faster: minutesAt(1 + SPEED_SHARE),
      byGround: trip.helicopter ? minutesAt(1, null) : null,
    }
    return {
      ...frame,
      values: worstFailed(
        toCells.map((minutes, at) => ({ minutes, standardMinutes: asked.standards[at]! })),
        cellCount,
      ),
      blocks: [
        ...sentences(patients, asked, found),
        ...careWarnings(facts, asked),
        ...roadWarnings(facts),
        ...standardTable(patients, asked, found),
        ...standardIntervals(patients, asked, found),
        ...(isForPosts(choices)
          ? postTable(facts, found.minutes, asked.standards)
          : [
              ...countyTable(facts, found.minutes, asked.standards),
              ...communityTable(facts, found.minutes, asked.standards),
            ]),
      ],
    }
  },
}
