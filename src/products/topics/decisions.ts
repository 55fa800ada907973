import { operationOf } from '#core/document.ts'
import { counted } from '#core/figures.ts'
import { doubtsOf } from '#core/restriction-text.ts'
import { dateTimeGroup } from '#core/time/dtg.ts'
import { epochMinutesOf, isWithin } from '#core/time/instant.ts'
import { DATA_NAMES, dataAges } from '../counts/data-ages.ts'
import { planningMinutes } from '../counts/period-of.ts'
import type { Topic } from './topic.ts'
import { paragraphs, point, pointsBlock } from './words.ts'

/** What waits for somebody's word: the decision sought, promises that are due, data that is too old. */
export const DECISIONS_NEEDED: Topic = {
  id: 'decisions',
  title: 'Decisions needed',
  datasetKinds: [],
  widestLevel: 'internal',
  needs: 'facts',
  fault: () => null,
  say(facts) {
    const { tables } = facts.document
    const { decisionSought } = operationOf(facts.document)
    const at = planningMinutes(facts)
    const overdue = [...tables.engagements.values()].filter(
      ({ status, followUpAt }) =>
        status === 'followUpDue' && followUpAt !== null && epochMinutesOf(followUpAt) <= at,
    )
    const unanswered = [...tables.grievances.values()].filter(
      ({ status, respondedAt }) => status === 'open' && respondedAt === null,
    )
    const doubtful = [...tables.restrictions.values()].filter(
      (row) =>
        row.shockId === null &&
        isWithin(at, row.validFrom, row.validTo) &&
        doubtsOf(row, facts.nowAt).length > 0,
    )
    const stale = dataAges(facts).filter(({ freshness }) => freshness === 'stale')
    const points = [
      ...(decisionSought?.byAt
        ? [point('Needed by', `${dateTimeGroup(decisionSought.byAt)}.`, 'watch')]
        : []),
      ...(overdue.length > 0
        ? [
            point(
              'Promises',
              `${counted(overdue.length, 'promised return')} to communities ${overdue.length === 1 ? 'is' : 'are'} overdue.`,
              'watch',
            ),
          ]
        : []),
      ...(unanswered.length > 0
        ? [
            point(
              'Answers',
              `${counted(unanswered.length, 'grievance')} ${unanswered.length === 1 ? 'waits' : 'wait'} for a first answer.`,
              'watch',
            ),
          ]
        : []),
      ...(doubtful.length > 0
        ? [
            point(
              'Access',
              `${counted(doubtful.length, 'restriction')} in force ${doubtful.length === 1 ? 'needs' : 'need'} to be verified: ${doubtful
                .slice(0, 3)
                .map(({ name }) => name)
                .join('; ')}.`,
            ),
          ]
        : []),
      ...(stale.length > 0
        ? [
            point(
              'Data',
              `Too old to rely on: ${stale.map(({ kind }) => DATA_NAMES[kind].toLowerCase()).join(', ')}.`,
              'watch',
            ),
          ]
        : []),
    ]
    return {
      headline: decisionSought
        ? `Decision sought: ${decisionSought.text.charAt(0).toLowerCase()}${decisionSought.text.slice(1)}`.slice(
            0,
            480,
          )
        : points.length > 0
          ? `No decision is asked for; ${counted(points.length, 'matter')} to look at`
          : 'No decision is asked for, and nothing is overdue',
      blocks:
        points.length > 0 || decisionSought
          ? pointsBlock(null, points)
          : paragraphs(
              'No decision is written down as sought. No promised return, grievance, restriction or data is overdue.',
            ),
      withheld: [],
    }
  },
}
