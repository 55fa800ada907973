import { GROUP_NAMES, TOPIC_NAMES } from '#analysis/studies/parts/voice-names.ts'
import { grouped, listed, percent } from '#core/figures.ts'
import type { PageBlock } from '#core/records/page.ts'
import { perceptionByCounty } from '../counts/perception.ts'
import { periodOf, periodText } from '../counts/period-of.ts'
import type { ProductFacts } from '../facts.ts'
import { type DigestCounts, type VoiceDigest, voiceDigest } from '../levels/voice-digest.ts'
import type { Topic } from './topic.ts'
import { countWords, paragraphs, plainTable, sentence } from './words.ts'

const THINGS = ['matter', 'matters'] as const
const MEETINGS = ['meeting', 'meetings'] as const

/** What communities raised and in how many meetings, in counts that point at nobody. */
export const PEOPLE_TOLD: Topic = {
  id: 'peopleTold',
  title: 'What people told us',
  datasetKinds: ['surveys'],
  widestLevel: 'public',
  needs: 'facts',
  fault: () => null,
  say(facts) {
    const digest = digestOf(facts)
    const { raised, met } = digest
    const when = digest.monthText ? `in ${digest.monthText}` : `in ${periodText(facts)}`
    if (!digest.hasGrievances && !digest.hasEngagements) {
      return {
        headline: 'What people told us is not known: no meeting or grievance was written down',
        blocks: paragraphs(
          'That nothing is on record does not mean that nobody spoke.',
          ...feelSafe(facts),
        ),
        withheld: [],
      }
    }
    const top = mostTold(raised.byTopic)
    const what = top ? `, most about ${TOPIC_NAMES[top.of].toLowerCase()}` : ''
    return {
      headline: `${sentence(digestWords(raised.total, THINGS, digest))} raised with us ${when}${what}`,
      blocks: [
        ...paragraphs(
          digest.hasEngagements
            ? `We held ${digestWords(met.total, MEETINGS, digest)} with communities ${when}.${groupsMet(digest)}`
            : 'No meeting was written down, so who was met is not known.',
          ...feelSafe(facts),
          isTooFew(digest)
            ? 'They are too few to say what each was about, or where, without pointing at somebody.'
            : '',
        ),
        ...themeTable(digest),
        ...countyTable(digest),
      ],
      withheld: digest.withheld,
    }
  },
}

export function digestOf(facts: ProductFacts): VoiceDigest {
  return voiceDigest(facts.document, { level: facts.deck.level, ...periodOf(facts) })
}

/** Outside the staff counts are rounded, and say so. */
export function digestWords(
  count: number | null,
  noun: readonly [one: string, many: string],
  { monthText }: Pick<VoiceDigest, 'monthText'>,
): string {
  return `${monthText !== null && count ? 'about ' : ''}${countWords(count, noun)}`
}

/** The largest count that is told; null where the largest may be a hidden one, or two are as large. */
function mostTold<T>(counts: DigestCounts<T>) {
  const told = counts.flatMap(({ of, count }) =>
    count === null || count === 0 ? [] : [{ of, count }],
  )
  told.sort((a, b) => b.count - a.count)
  const [first, second] = told
  const isSure = first && first.count > (second?.count ?? 0)
  return isSure && counts.every(({ count }) => count !== null) ? first : null
}

function groupsMet({ met }: VoiceDigest): string {
  const told = met.byGroup.filter(({ count }) => count !== null && count > 0)
  if (told.length === 0) return ''
  const names = told.map(
    ({ of, count }) => `${GROUP_NAMES[of].toLowerCase()} (${grouped(count ?? 0)})`,
  )
  return ` Among those met: ${listed(names)}.`
}

function themeTable({ raised }: VoiceDigest): PageBlock[] {
  if (raised.byTopic.every(({ count }) => count === null || count === 0)) return []
  return [
    plainTable({
      title: 'What it was about',
      corner: 'Theme',
      heads: ['Raised'],
      rows: raised.byTopic
        .filter(({ count }) => count !== 0)
        .map(({ of, count }) => ({
          id: of,
          head: TOPIC_NAMES[of],
          cells: [count === null ? '…' : grouped(count)],
        })),
      note: '…: too few to tell without pointing at somebody.',
    }),
  ]
}

function countyTable({ raised }: VoiceDigest): PageBlock[] {
  const told = raised.byCounty.filter(({ count }) => count !== 0)
  if (told.every(({ count }) => count === null)) return []
  return [
    plainTable({
      title: 'Where',
      corner: 'County',
      heads: ['Raised'],
      rows: told.map(({ of, count }) => ({
        id: of?.id ?? 'none',
        head: of?.name ?? 'County not known',
        cells: [count === null ? '…' : grouped(count)],
      })),
    }),
  ]
}

function isTooFew({ raised }: VoiceDigest): boolean {
  return raised.total !== 0 && raised.byTopic.every(({ count }) => count === null)
}

/** How safe people feel, over the counties whose answers may be shown. */
function feelSafe(facts: ProductFacts): string[] {
  const answers = perceptionByCounty(facts, 'feelSafe') ?? []
  const told = answers.flatMap(({ name, now }) =>
    now?.share == null ? [] : [{ name, share: now.share }],
  )
  if (told.length < 2) return []
  told.sort((a, b) => a.share - b.share)
  const [low, high] = [told[0]!, told.at(-1)!]
  return [
    `Asked in ${told.length} counties whether they feel safe where they live, fewest said yes in ${low.name} (${percent(low.share)} %), most in ${high.name} (${percent(high.share)} %).`,
  ]
}
