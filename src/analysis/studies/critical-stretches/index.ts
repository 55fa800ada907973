import { accessRouter } from '../../access/access-facts.ts'
import { criticalStretches, type StretchLoss } from '../../access/critical-stretches.ts'
import { isWetSeason, restrictionsActing } from '../../reach/conditions.ts'
import type { RoadLosses } from '../../reach/road-losses.ts'
import { choiceOf, numberOf } from '../options.ts'
import { LISTED_COUNT } from '../parts/counties.ts'
import { LOST_MINUTES_SURFACE } from '../parts/lost-minutes.ts'
import { accessAsked, isAsked, NO_ROADS, REACHED_FROM_OPTION } from '../parts/reached-from.ts'
import type { Study, StudyAnswer, StudyBlock, StudyOption } from '../study.ts'
import { methodOf } from './method.ts'
import { costTable, NO_WAY_BY_ROAD, sentences, whereTable } from './stretch-blocks.ts'
import { namedStretch, pathOf } from './stretch-names.ts'

const LENGTH_OPTION = {
  id: 'length',
  name: 'Lost at once, at most',
  type: 'number',
  unit: 'km',
  min: 1,
  max: 50,
  step: 1,
  usual: 5,
} as const satisfies StudyOption

const STRETCH_OPTION = {
  id: 'stretch',
  name: 'On the map',
  type: 'offered',
  usualName: 'The worst',
} as const satisfies StudyOption

/** Which bridge or piece of road would cost most if it were lost. It tells which ways we depend on. */
export const CRITICAL_STRETCHES: Study = {
  id: 'criticalStretches',
  title: 'Critical stretches',
  group: 'access',
  question: 'Which bridge or stretch of road cuts most people off if it is lost?',
  label: 'high',
  rankedPathsTitle: 'Stretches by rank',
  datedBy: ['roads'],
  isForWall: false,
  options: [REACHED_FROM_OPTION, LENGTH_OPTION, STRETCH_OPTION],
  surface: LOST_MINUTES_SURFACE,
  ask: (facts, choices): StudyAnswer => {
    const { ground, operation } = facts
    const asked = accessAsked(facts, choices)
    const atMostKilometres = numberOf(LENGTH_OPTION, choices)
    const without = (block: StudyBlock): StudyAnswer => ({
      values: ground.peopleCount.map(() => Number.NaN),
      blocks: [block],
      method: methodOf(facts, { atMostKilometres, found: null }),
    })
    if (!isAsked(asked)) return without(asked)
    if (ground.network.edgeTarget.length === 0) return without(NO_ROADS)
    const conditions = { acting: restrictionsActing(asked), isWet: isWetSeason(operation) }
    const losses = accessRouter(asked).under(conditions).losses(asked.starts)
    const found = criticalStretches(ground.network, losses, {
      peopleCount: ground.peopleCount,
      standardMinutes: operation.responseStandardMinutes,
      atMostMetres: 1000 * atMostKilometres,
    })
    if (found.losses.length === 0) return without(NO_WAY_BY_ROAD)
    const listed = found.losses.slice(0, LISTED_COUNT)
    const named = listed.map((loss, at) => ({ ...loss, ...namedStretch(ground, loss, at + 1) }))
    const chosen = choiceOf(STRETCH_OPTION, choices)
    const shown = named.find(({ id }) => id === chosen) ?? named[0]!
    return {
      values: addedMinutes(losses, shown),
      blocks: [
        ...sentences(named, found, asked),
        whereTable(named, found),
        costTable(named, found),
      ],
      method: methodOf(facts, { atMostKilometres, found }),
      paths: named.map(pathOf),
      offers: {
        [STRETCH_OPTION.id]: named.map(({ id, label, name, between }) => ({
          id,
          name: `${label} ${name}, ${between}`,
        })),
      },
    }
  },
}

/** How much later each cell is reached without a stretch; +∞: no more. */
function addedMinutes({ minutes, without }: RoadLosses, { stretch }: StretchLoss): Float64Array {
  const added = minutes.map((now) => (Number.isNaN(now) ? Number.NaN : 0))
  const loss = without(stretch.edges)
  loss.cells.forEach((cell, i) => {
    const after = loss.minutes[i]!
    added[cell] = Number.isNaN(after) ? Number.POSITIVE_INFINITY : after - minutes[cell]!
  })
  return added
}
