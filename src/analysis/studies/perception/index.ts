import { decimal } from '#core/figures.ts'
import { epochMinutesOf } from '#core/time/instant.ts'
import type { SurveyQuestion } from '../../voice/survey-waves.ts'
import { choiceOf } from '../options.ts'
import type { Study, StudyAnswer, StudyOption } from '../study.ts'
import { countyAnswers } from './county-answers.ts'
import { askedBlock, changesBlock, sharesBlock } from './county-blocks.ts'
import { groupBlocks, groupSentences } from './group-blocks.ts'
import { methodOf } from './method.ts'
import { sentences } from './sentences.ts'

const QUESTION_OPTION = {
  id: 'question',
  name: 'Question',
  type: 'choice',
  choices: [
    { id: 'feelSafe', name: 'Feel safe' },
    { id: 'trustMission', name: 'Trust the mission' },
  ],
  usual: 'feelSafe',
} as const satisfies StudyOption

/** How many say that they feel safe, or trust the mission, by county, and how sure that is. */
export const PERCEPTION: Study = {
  id: 'perception',
  title: 'Perception',
  group: 'voice',
  question:
    'What share of people feel safe or trust the mission, how sure is that, and has it changed?',
  datedBy: ['surveys'],
  isForWall: false,
  options: [QUESTION_OPTION],
  surface: {
    palette: 'coverage',
    breaks: [30, 45, 60, 75],
    classNames: ['Under 30 %', '30–45 %', '45–60 %', '60–75 %', '75 % and more'],
    unknownName: 'Not asked, or too few to say',
    valueText: (value) => `${decimal(value, 0)} % said yes`,
  },
  ask: (facts, choices): StudyAnswer => {
    const question = choiceOf(QUESTION_OPTION, choices) as SurveyQuestion
    const { ground, operation } = facts
    const atEpochMinutes = epochMinutesOf(operation.planningAt)
    const counties = countyAnswers(facts, question, atEpochMinutes)
    const values = Float64Array.from(ground.grid.areaIndex, (index) => {
      const share = counties[index]?.figure?.share ?? null
      return share === null ? Number.NaN : 100 * share
    })
    return {
      values,
      blocks: [
        ...sentences(facts, counties, question),
        ...groupSentences(counties),
        sharesBlock(facts, counties, atEpochMinutes, question),
        changesBlock(facts, counties),
        ...groupBlocks(facts, counties, { question, atEpochMinutes }),
        askedBlock(facts, counties, atEpochMinutes),
      ],
      method: methodOf(counties),
    }
  },
}
