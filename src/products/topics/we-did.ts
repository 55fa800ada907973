import { counted, listed } from '#core/figures.ts'
import { PROJECT_SECTOR_NAMES } from '#core/record-names.ts'
import { PROJECT_SECTORS, type Project } from '#core/records/project.ts'
import { epochMinutesOf } from '#core/time/instant.ts'
import { patrolCounts } from '../counts/patrol-counts.ts'
import { periodOf, periodText } from '../counts/period-of.ts'
import type { ProductFacts } from '../facts.ts'
import { countedDatasets } from '../levels/counted-datasets.ts'
import { digestOf } from './people-told.ts'
import type { Topic } from './topic.ts'
import { countWords, point, pointsBlock } from './words.ts'

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
    const length = periodText(facts)
    const digest = digestOf(facts)
    const projects = [...facts.document.tables.projects.values()]
    const active = projects.filter(({ status }) => status === 'active')
    const done = projects.filter((project) => isFinished(project, facts))
    const walked = patrols?.period
      ? `${countWords(patrols.count, ['patrol', 'patrols'])} set out in ${length}`
      : null
    const met = digest.hasEngagements
      ? `${countWords(digest.met.total, ['meeting', 'meetings'])} with communities${digest.monthText ? ` in ${digest.monthText}` : ''}`
      : null
    const built =
      projects.length > 0 ? `${countWords(done.length, ['project', 'projects'])} finished` : null
    const parts = [walked, met, built].filter((part) => part !== null)
    const first = listed(parts)
    return {
      headline:
        parts.length > 0
          ? `${first.charAt(0).toUpperCase()}${first.slice(1)}`
          : 'What we did is not on record',
      blocks: pointsBlock(null, [
        point(
          'Patrols',
          walked ? `${walked}.` : 'Patrols of this period are not on record.',
          walked ? null : 'unknown',
        ),
        point('Meetings', met ? `${met}.` : 'No meeting is on record.', met ? null : 'unknown'),
        ...(projects.length > 0
          ? [
              point(
                'Finished',
                done.length > 0 ? `${namesOf(done)}.` : `No project was finished in ${length}.`,
              ),
              point('Under way', `${sentenceOf(active)}`),
            ]
          : [point('Projects', 'No community project is on record.', 'unknown')]),
      ]),
      withheld: [
        ...(patrols
          ? [
              'Where patrols went, and those of the last three days, are not told outside the staff.',
            ]
          : []),
        ...digest.withheld,
      ].filter((_, index) => facts.deck.level !== 'internal' || index > 0 || !patrols),
    }
  },
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

function sentenceOf(projects: readonly Project[]): string {
  if (projects.length === 0) return 'No project is under way.'
  const sectors = PROJECT_SECTORS.map((sector) => ({
    name: PROJECT_SECTOR_NAMES[sector].toLowerCase(),
    count: projects.filter((each) => each.sector === sector).length,
  }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
  return `${counted(projects.length, 'project')}: ${sectors.map(({ name, count }) => `${name} ${count}`).join(', ')}.`
}
