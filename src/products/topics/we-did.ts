import { counted, listed } from '#core/figures.ts'
import { PROJECT_SECTOR_NAMES } from '#core/record-names.ts'
import { PROJECT_SECTORS, type Project } from '#core/records/project.ts'
import { epochMinutesOf } from '#core/time/instant.ts'
import { type PatrolCounts, patrolCounts } from '../counts/patrol-counts.ts'
import { dayInFull, periodOf, periodText } from '../counts/period-of.ts'
import type { ProductFacts } from '../facts.ts'
import { countedDatasets } from '../levels/counted-datasets.ts'
import { isOutside } from '../levels/levels.ts'
import { digestOf, digestWords } from './people-told.ts'
import type { Topic } from './topic.ts'
import { countWords, point, pointsBlock, sentence } from './words.ts'

/** Patrols, meetings and projects: what the mission did, as far as it is on record. */
export const WE_DID: Topic = {
  id: 'weDid',
  title: 'What we did',
  datasetKinds: ['patrols'],
  widestLevel: 'public',
  needs: 'facts',
  fault: () => null,
  say(facts) {
    const hasPatrols = countedDatasets(facts.document, 'patrols').length > 0
    const patrols = hasPatrols ? patrolCounts(facts) : null
    if (hasPatrols && !patrols) return null
    const digest = digestOf(facts)
    const projects = [...facts.document.tables.projects.values()]
    const done = projects.filter((project) => isFinished(project, facts))
    const parts = [
      patrols?.period ? countWords(patrols.count, ['patrol', 'patrols']) : null,
      digest.hasEngagements ? digestWords(digest.met.total, ['meeting', 'meetings'], digest) : null,
      projects.length > 0
        ? countWords(done.length, ['finished project', 'finished projects'])
        : null,
    ].filter((part) => part !== null)
    return {
      headline: parts.length > 0 ? sentence(listed(parts)) : 'What we did is not on record',
      blocks: pointsBlock(null, [
        patrolPoint(facts, patrols),
        meetingPoint(facts),
        ...projectPoints(facts, projects, done),
      ]),
      withheld: [
        ...(patrols && isOutside(facts.deck.level)
          ? [
              'Where patrols went, and those of the last three days, are not told outside the staff.',
            ]
          : []),
        ...(digest.hasEngagements ? digest.withheld : []),
      ],
    }
  },
}

/** "In the 30 days to 19 November 2026": patrols and projects are told of it. */
function whenText(facts: ProductFacts, until = periodOf(facts).until): string {
  return `in the ${periodText(facts)} to ${dayInFull(until)}`
}

function patrolPoint(facts: ProductFacts, patrols: PatrolCounts | null) {
  if (!patrols?.period) {
    return point('Patrols', 'Patrols of this period are not on record.', 'unknown')
  }
  const count = sentence(countWords(patrols.count, ['patrol', 'patrols']))
  return point('Patrols', `${count} set out ${whenText(facts, patrols.period.until)}.`)
}

function meetingPoint(facts: ProductFacts) {
  const digest = digestOf(facts)
  const { hasEngagements, met, monthText } = digest
  if (!hasEngagements) return point('Meetings', 'No meeting is on record.', 'unknown')
  const count = sentence(digestWords(met.total, ['meeting', 'meetings'], digest))
  return point(
    'Meetings',
    `${count} with communities ${monthText ? `in ${monthText}` : whenText(facts)}.`,
  )
}

function projectPoints(
  facts: ProductFacts,
  projects: readonly Project[],
  done: readonly Project[],
) {
  if (projects.length === 0) {
    return [point('Projects', 'No community project is on record.', 'unknown')]
  }
  const finished =
    done.length > 0 ? `${namesOf(done)}.` : `No project was finished ${whenText(facts)}.`
  const active = projects.filter(({ status }) => status === 'active')
  return [point('Finished', finished), point('Under way', sectorsOf(active))]
}

function isFinished({ status, endsAt }: Project, facts: ProductFacts): boolean {
  const { from, until } = periodOf(facts)
  const ended = endsAt === null ? Number.NaN : epochMinutesOf(endsAt)
  return status === 'completed' && ended > from && ended <= until
}

function namesOf(projects: readonly Project[]): string {
  const names = projects.map(({ name }) => name).sort()
  const more = names.length - 6
  return more > 0 ? `${names.slice(0, 6).join('; ')}; and ${more} more` : names.join('; ')
}

function sectorsOf(projects: readonly Project[]): string {
  if (projects.length === 0) return 'No project is under way.'
  const sectors = PROJECT_SECTORS.map((sector) => ({
    name: PROJECT_SECTOR_NAMES[sector].toLowerCase(),
    count: projects.filter((each) => each.sector === sector).length,
  }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
  const parts = sectors.map(({ name, count }) => `${name} ${count}`)
  return `${counted(projects.length, 'project')}: ${parts.join(', ')}.`
}
