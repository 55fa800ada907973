import { decimal } from '#core/figures.ts'
import { LEAST_SAMPLE_COUNT } from '../../evidence.ts'
import { choiceOf } from '../options.ts'
import { hasPeople, NO_PEOPLE } from '../parts/counties.ts'
import type { MethodCard, Study, StudyAnswer } from '../study.ts'
import {
  BREAKS_DAYS,
  CLASS_NAMES,
  classTable,
  countyTable,
  findOutTable,
  NEVER,
  OLD_DAYS,
  sentences,
} from './heard-blocks.ts'
import { heardFrom, SOURCES_OPTION } from './sources.ts'

/** Where we know, where we knew, and where nobody could have told us. */
export const EVIDENCE: Study = {
  id: 'evidence',
  title: 'Evidence',
  group: 'patrols',
  question:
    'When could anybody last have told us how a place is, and where must we go and find out?',
  datedBy: ['patrols', 'incidents', 'surveys'],
  isForWall: true,
  options: [SOURCES_OPTION],
  surface: {
    palette: 'remoteness',
    breaks: BREAKS_DAYS,
    classNames: CLASS_NAMES,
    unknownName: NEVER,
    valueText: (value) => `heard ${decimal(value, 0)} days ago`,
  },
  ask: (facts, choices): StudyAnswer => {
    const choice = choiceOf(SOURCES_OPTION, choices)
    const heard = heardFrom(facts.situation.evidence, choice)
    const method = methodOf(choice)
    if (!hasPeople(facts.ground)) return { values: heard.days, blocks: [NO_PEOPLE], method }
    return {
      values: heard.days,
      blocks: [
        ...sentences(facts, heard, choice),
        classTable(facts, heard),
        findOutTable(facts, heard),
        countyTable(facts, heard),
      ],
      method,
    }
  },
}

function sourceName(choice: string): string {
  return SOURCES_OPTION.choices.find(({ id }) => id === choice)?.name ?? choice
}

function methodOf(choice: string): MethodCard {
  return {
    formula:
      'Days since the latest of: a patrol in the cell, a report placed in the cell, a survey in its county. Where to go: communities without enough data for a need score, by people × the worst need that is still possible.',
    parameters: [
      {
        name: 'Heard through',
        value: sourceName(choice),
      },
      { name: 'A survey counts', value: `if it asked ${LEAST_SAMPLE_COUNT} people or more` },
      { name: 'Old', value: `over ${OLD_DAYS} days, or never` },
    ],
    limits: [
      'That somebody could have told us does not mean that they did, or that it was true.',
      'A survey speaks for a whole county, also for villages where nobody was asked: leave surveys out to see the rest.',
      'What a patrol discovered counts as patrol, not as report.',
      'A report placed more loosely than a cell speaks for no cell.',
      'A community of under five people shows no count; counties are large enough to be shown.',
    ],
    source:
      'Gaps are shown and not filled in: OECD and JRC, Handbook on Constructing Composite Indicators (2008).',
  }
}
