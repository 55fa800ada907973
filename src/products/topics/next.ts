import { operationOf } from '#core/document.ts'
import { counted } from '#core/figures.ts'
import { dateTimeGroup } from '#core/time/dtg.ts'
import { epochMinutesOf } from '#core/time/instant.ts'
import { planningMinutes } from '../counts/period-of.ts'
import type { ProductFacts } from '../facts.ts'
import type { Topic } from './topic.ts'
import { paragraphs, plainTable } from './words.ts'

type Event = { readonly at: string; readonly what: string }

const DAY_MINUTES = 1440
const MOST_EVENTS = 10

/** What is due, in order of time: three days ahead for a daily update, thirty for others. */
export const NEXT_TIMES: Topic = {
  id: 'next',
  title: 'Next date-time groups',
  datasetKinds: [],
  widestLevel: 'internal',
  needs: 'facts',
  fault: () => null,
  say(facts, scenarioId) {
    const days = facts.deck.periodDays <= 2 ? 3 : 30
    const from = planningMinutes(facts)
    const events = eventsOf(facts, scenarioId)
      .filter(({ at }) => {
        const minutes = epochMinutesOf(at)
        return minutes >= from && minutes <= from + days * DAY_MINUTES
      })
      .sort((a, b) => epochMinutesOf(a.at) - epochMinutesOf(b.at) || (a.what < b.what ? -1 : 1))
    const [first] = events
    const told = events.slice(0, MOST_EVENTS)
    const more = events.length - told.length
    const ahead = days === 3 ? '72 hours' : `${days} days`
    return {
      headline: first
        ? `Next ${ahead}: ${first.what.charAt(0).toLowerCase()}${first.what.slice(1)}, ${dateTimeGroup(first.at)}`
        : `Nothing is on record for the next ${ahead}`,
      blocks:
        told.length === 0
          ? paragraphs(
              'No date of a decision, a posting, a restriction, a meeting or a unit lies in this time.',
            )
          : [
              plainTable({
                title: null,
                corner: 'When',
                heads: ['What'],
                rows: told.map(({ at, what }, index) => ({
                  id: `event-${index}`,
                  head: dateTimeGroup(at),
                  cells: [what],
                })),
                note: more > 0 ? `${more} more are not shown.` : null,
                align: 'start',
              }),
            ],
      withheld: [],
    }
  },
}

function eventsOf({ document }: ProductFacts, scenarioId: string): Event[] {
  const { tables } = document
  const { decisionSought } = operationOf(document)
  const places = (id: string | null) => tables.communities.get(id ?? '')?.name ?? 'an area'
  const event = (at: string | null | undefined, what: string): Event[] => (at ? [{ at, what }] : [])
  const starts = new Map<string, number>()
  for (const posting of tables.postings.values()) {
    if (posting.scenarioId !== scenarioId || posting.startsAt === null) continue
    starts.set(posting.startsAt, (starts.get(posting.startsAt) ?? 0) + 1)
  }
  const name = tables.scenarios.get(scenarioId)?.name ?? 'The plan'
  return [
    ...event(decisionSought?.byAt, 'Decision is due'),
    ...[...starts].map(([at, count]) => ({
      at,
      what: `${name} begins: ${counted(count, 'posting')}`,
    })),
    ...[...tables.restrictions.values()]
      .filter(({ shockId }) => shockId === null)
      .flatMap((row) => [
        ...event(row.validFrom, `${row.name} begins`),
        ...event(row.validTo, `${row.name} ends`),
      ]),
    ...[...tables.engagements.values()].flatMap((row) => [
      ...(row.status === 'planned'
        ? event(row.heldAt, `Meeting planned in ${places(row.communityId)}`)
        : []),
      ...(row.status === 'followUpDue'
        ? event(row.followUpAt, `Promised to be back in ${places(row.communityId)}`)
        : []),
    ]),
    ...[...tables.units.values()].flatMap((row) => [
      ...event(row.validFrom, `${row.name} arrives`),
      ...event(row.validTo, `${row.name} leaves`),
    ]),
  ]
}
