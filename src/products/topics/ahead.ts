import { operationOf } from '#core/document.ts'
import { counted } from '#core/figures.ts'
import { epochMinutesOf } from '#core/time/instant.ts'
import { dayInFull, planningMinutes } from '../counts/period-of.ts'
import type { ProductFacts } from '../facts.ts'
import { mayBeReadAt } from '../levels/levels.ts'
import { digestOf } from './people-told.ts'
import type { Topic } from './topic.ts'
import { countWords, point, pointsBlock } from './words.ts'

const AHEAD_DAYS = 90

/** What comes next, without saying when and where anybody of the mission will be. */
export const AHEAD: Topic = {
  id: 'ahead',
  title: 'Next',
  datasetKinds: [],
  widestLevel: 'public',
  needs: 'facts',
  fault: () => null,
  say(facts) {
    const points = [...projectsAhead(facts), ...answersAhead(facts)]
    const days = facts.deck.periodDays
    const again = dayInFull(planningMinutes(facts) + days * 1440)
    return {
      headline:
        points.length > 0
          ? `Next: ${points[0]!.lead.toLowerCase()}; the next report is due on ${again}`
          : `What comes next is not on record; the next report is due on ${again}`,
      blocks: pointsBlock(null, [
        ...points,
        point(
          'Tell us',
          'What is wrong or missing here can be told at any meeting. Nobody who tells us is named.',
        ),
      ]),
      withheld: mayBeReadAt('internal', facts.deck.level)
        ? []
        : ['Where patrols and meetings will be is not told.'],
    }
  },
}

function projectsAhead({ document }: ProductFacts) {
  const from = epochMinutesOf(operationOf(document).planningAt)
  const within = (at: string | null) =>
    at !== null && epochMinutesOf(at) > from && epochMinutesOf(at) <= from + AHEAD_DAYS * 1440
  const projects = [...document.tables.projects.values()]
  const ending = projects.filter(({ status, endsAt }) => status === 'active' && within(endsAt))
  const planned = projects.filter(({ status }) => status === 'planned')
  const suspended = projects.filter(({ status }) => status === 'suspended')
  return [
    ...(ending.length > 0
      ? [
          point(
            'Projects to be finished',
            `${counted(ending.length, 'project')} within three months: ${names(ending)}.`,
          ),
        ]
      : []),
    ...(planned.length > 0
      ? [
          point(
            'Projects to begin',
            `${counted(planned.length, 'project')} planned: ${names(planned)}.`,
          ),
        ]
      : []),
    ...(suspended.length > 0
      ? [
          point(
            'Suspended',
            `${counted(suspended.length, 'project')} ${suspended.length === 1 ? 'is' : 'are'} suspended.`,
            'watch',
          ),
        ]
      : []),
  ]
}

function names(projects: readonly { readonly name: string }[]): string {
  const told = projects.map(({ name }) => name).sort()
  const more = told.length - 5
  return more > 0 ? `${told.slice(0, 5).join('; ')}; and ${more} more` : told.join('; ')
}

function answersAhead(facts: ProductFacts) {
  const { raised, hasGrievances } = digestOf(facts)
  const open = raised.byStatus.find(({ of }) => of === 'open')?.count ?? null
  if (!hasGrievances || open === 0) return []
  return open === null
    ? [point('Answers', 'Matters that were raised and still wait for an answer.')]
    : [
        point(
          'Answers',
          `${countWords(open, ['matter', 'matters'])} that ${open === 1 ? 'waits' : 'wait'} for an answer.`,
        ),
      ]
}
