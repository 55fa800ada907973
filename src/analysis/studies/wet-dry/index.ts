import { durationText, signed } from '#core/figures.ts'
import { wetMinusDryMinutes, wetOverDry } from '../../access/seasons.ts'
import { choiceOf } from '../options.ts'
import { hasPeople, NO_PEOPLE } from '../parts/counties.ts'
import {
  NO_POSTS,
  roadWarnings,
  SPEED_SHARE,
  TRAVEL_LIMITS,
  travelParameters,
  travelRun,
  VEHICLE_OPTION,
  vehicleChosen,
} from '../parts/travel-run.ts'
import type { MethodCard, Study, StudyAnswer, StudyBlock, StudyFacts } from '../study.ts'
import { countyTable, cutOffTable, factorIntervals, sentences } from './season-blocks.ts'

/** Beyond every number of minutes: reached in the dry season and cut off by the rains. */
const CUT_OFF = Number.MAX_VALUE

/** What the rains do to the way to the people. */
export const WET_DRY: Study = {
  id: 'wetDry',
  title: 'Wet against dry',
  group: 'access',
  question: 'How much longer is the way in the rains, and whom do they cut off?',
  datedBy: ['roads'],
  isForWall: true,
  options: [VEHICLE_OPTION],
  surface: {
    palette: 'rains',
    breaks: [-5, 5, 30, 120, CUT_OFF],
    classNames: [
      'Quicker in the rains',
      'The same within 5 min',
      '5 to 30 min longer',
      '30 min to 2 h longer',
      'Over 2 h longer',
      'Cut off by the rains',
    ],
    unknownName: 'Reached in neither season',
    valueText: (value) => {
      if (value === Number.POSITIVE_INFINITY) return 'Cut off by the rains'
      if (value === Number.NEGATIVE_INFINITY) return 'Reached in the wet season alone'
      return Math.abs(value) < 60 ? `${signed(value)} min` : durationText(value)
    },
  },
  ask: (facts, choices): StudyAnswer => {
    const { ground, posts, vehicles, operation } = facts
    const vehicle = vehicleChosen(choiceOf(VEHICLE_OPTION, choices), facts)
    const frame = {
      method: methodOf(facts, vehicle),
      offers: { [VEHICLE_OPTION.id]: vehicles.map(({ id, name }) => ({ id, name })) },
    }
    const nowhere = new Float64Array(ground.grid.cells.length).fill(Number.NaN)
    const without = (block: StudyBlock) => ({ ...frame, values: nowhere, blocks: [block] })
    if (!hasPeople(ground)) return without(NO_PEOPLE)
    if (posts.length === 0) return without(NO_POSTS)
    const starts = posts.map(({ position }) => position)
    const travelOn = travelRun(facts)
    const minutesIn = (season: 'dry' | 'wet', speedFactor = 1) =>
      travelOn({ vehicle, season, speedFactor }).toCells(starts)
    const dry = minutesIn('dry')
    const wet = minutesIn('wet')
    const differences = wetMinusDryMinutes({ dry, wet })
    const found = { dry, wet, differences, factors: wetOverDry({ dry, wet }) }
    const [slowerWet, fasterWet] = [1 - SPEED_SHARE, 1 + SPEED_SHARE].map((factor) =>
      wetOverDry({ dry, wet: minutesIn('wet', factor) }),
    ) as [Float64Array, Float64Array]
    return {
      ...frame,
      values: differences,
      blocks: [
        ...sentences(facts, found, { slowerWet, fasterWet }),
        ...roadWarnings(facts),
        ...factorIntervals(facts, found),
        ...countyTable(facts, found, operation.responseStandardMinutes),
        ...cutOffTable(facts, found),
      ],
    }
  },
}

function methodOf(facts: StudyFacts, vehicle: (typeof facts.vehicles)[number]): MethodCard {
  return {
    formula:
      'Minutes from the nearest of all posts to every cell at wet-season speeds, less those at dry-season speeds; longer by a factor is wet ÷ dry. Median and ends are over people who are reached in both seasons: 5 % of them are below the lower end, 5 % above the upper.',
    parameters: [
      { name: 'From', value: `the nearest of ${facts.posts.length} posts` },
      ...travelParameters({ vehicle, season: 'wet' }, facts).filter(
        ({ name }) => name !== 'Season' && name !== 'From … to',
      ),
      {
        name: 'If speeds are wrong',
        value: `wet road speeds ${100 * SPEED_SHARE} % lower and higher, dry ones as set`,
      },
    ],
    limits: [
      ...TRAVEL_LIMITS,
      'Fords are taken to be too deep in the rains; a bridge or culvert that is washed out counts only where a restriction says so. What is closed in some months counts in the season that these lie in; all else as it is at the planning instant, in both.',
      'One speed is taken for the whole season: a road is worse after a week of rain than after a day.',
    ],
    source:
      'Logistics Cluster road assessments 2012–2013: three times longer in the rains, or no way at all; speeds are working values of this operation.',
  }
}
