import { counted, grouped } from '#core/figures.ts'
import { epochMinutesOf } from '#core/time/instant.ts'
import { patrolCoverage } from '../../patrols/patrol-coverage.ts'
import { choiceOf, numberOf } from '../options.ts'
import {
  chosenVisits,
  DWELL_LIMIT,
  dwellIn,
  ENGAGED_WORDS,
  engagedSentence,
  VISITS_OPTION,
} from '../parts/dwell-blocks.ts'
import { NO_PATROLS, patrolRecordOf, recordWarnings } from '../parts/patrol-record.ts'
import type { MethodCard, Study, StudyAnswer, StudyFacts } from '../study.ts'
import { type GapFacts, gapSentences, longGapTable } from './gap-blocks.ts'
import { daysUnder, MEASURE_OPTION, measureOf, WITHIN_OPTION } from './measures.ts'

/** How long places stay without a patrol. */
export const PATROL_GAPS: Study = {
  id: 'patrolGaps',
  title: 'Patrol gaps',
  group: 'patrols',
  question: 'How long do places stay without a patrol, and how many people live in the long gaps?',
  datedBy: ['patrols'],
  isForWall: true,
  options: [MEASURE_OPTION, VISITS_OPTION, WITHIN_OPTION],
  surface: {
    palette: 'remoteness',
    breaks: [14, 30, 60, 180],
    classNames: [
      'Up to 14 days',
      '14 to 30 days',
      '30 to 60 days',
      '60 to 180 days',
      'Over 180 days',
    ],
    unknownName: 'No visit on record',
    valueText: (value) => counted(Math.round(value), 'day'),
  },
  ask: (facts, choices): StudyAnswer => {
    const { ground, operation } = facts
    const record = patrolRecordOf(facts)
    const withinDays = numberOf(WITHIN_OPTION, choices)
    const measure = measureOf(choices)
    const cellCount = ground.grid.cells.length
    const method = methodOf(facts, {
      measure,
      withinDays,
      periodDays: record.periodDays,
      isEngagedOnly: choiceOf(VISITS_OPTION, choices) === 'engaged',
    })
    if (!record.hasVisits) {
      return { values: new Float64Array(cellCount).fill(Number.NaN), blocks: [NO_PATROLS], method }
    }
    const coverage = patrolCoverage(chosenVisits(facts, choices), {
      cellCount,
      atEpochMinutes: epochMinutesOf(operation.planningAt),
      windowDays: record.periodDays,
      withinDays,
      halfLifeDays: operation.presenceHalfLifeDays,
    })
    const values = daysUnder(measure, coverage, record.periodDays)
    const { periodDays } = record
    const gaps: GapFacts = { facts, coverage, values, measure, withinDays, periodDays }
    return {
      values,
      blocks: [
        ...gapSentences(gaps),
        ...engagedSentence(dwellIn(facts, periodDays), periodDays),
        ...recordWarnings(record, facts),
        longGapTable(gaps),
      ],
      method,
    }
  },
}

function methodOf(
  { operation }: StudyFacts,
  asked: {
    readonly measure: string
    readonly withinDays: number
    readonly periodDays: number
    readonly isEngagedOnly: boolean
  },
): MethodCard {
  const name = MEASURE_OPTION.choices.find(({ id }) => id === asked.measure)?.name
  const { incidentWindowDays } = operation
  return {
    formula:
      'For each cell over the period: longest gap between visits, the start and the end of the period included; days since the last visit; mean time since visit Σ(gap²/2) / days from the first visit on; days not covered = days whose last visit was older than a visit covers.',
    parameters: [
      { name: 'Map', value: name ?? asked.measure },
      { name: 'A visit covers', value: `${asked.withinDays} days` },
      {
        name: 'Period',
        value: periodWords(asked.periodDays, incidentWindowDays),
      },
      {
        name: 'A visit',
        value: asked.isEngagedOnly
          ? 'one for each patrol and cell where it engaged'
          : 'one for each patrol and cell it entered',
      },
      { name: 'Engaged', value: ENGAGED_WORDS },
    ],
    limits: [
      asked.isEngagedOnly
        ? 'A patrol that stopped need not have spoken to anybody.'
        : 'A patrol that drove through counts like one that stopped and spoke.',
      DWELL_LIMIT,
      'A visit counts for its whole cell, which is kilometres wide.',
      'A place without a visit has one gap, the whole period; its true gap may be longer.',
      'Patrols without a track, and whatever was not recorded, look like nobody went.',
    ],
    source: 'Idleness of places: Machado et al., Multi-agent patrolling (2002).',
  }
}

function periodWords(periodDays: number, windowDays: number): string {
  if (Number.isNaN(periodDays)) return 'no patrol is on record'
  if (periodDays === windowDays) return `${grouped(windowDays)} days`
  return `${grouped(periodDays)} of ${grouped(windowDays)} days: records go back no further`
}
