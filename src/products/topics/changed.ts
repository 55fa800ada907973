import { shareDifference } from '#analysis/voice/share-estimate.ts'
import { grouped, percent, signed } from '#core/figures.ts'
import { perceptionByCounty } from '../counts/perception.ts'
import { periodText } from '../counts/period-of.ts'
import type { ProductFacts } from '../facts.ts'
import { accessChanges } from './access.ts'
import { digestOf } from './people-told.ts'
import type { Topic } from './topic.ts'
import { paragraphs, point, pointsBlock } from './words.ts'

const STATUS_WORDS = {
  open: 'still wait',
  inProgress: 'are being worked on',
  resolved: 'were settled',
  referred: 'were passed to whoever can settle them',
} as const

/** What came of it: answers given, how people feel, where people can go; never more than is sure. */
export const WHAT_CHANGED: Topic = {
  id: 'changed',
  title: 'What changed',
  datasetKinds: ['surveys'],
  widestLevel: 'public',
  needs: 'facts',
  fault: () => null,
  say(facts) {
    const points = [...answers(facts), ...feelings(facts), ...ways(facts)]
    const digest = digestOf(facts)
    const settled = digest.raised.byStatus.find(({ of }) => of === 'resolved')?.count ?? null
    const when = digest.monthText ?? `the last ${periodText(facts)}`
    return {
      headline:
        digest.hasGrievances && settled !== null && digest.raised.total !== null
          ? `Of ${grouped(digest.raised.total)} matters raised in ${when}, ${settled === 0 ? 'none is' : `${grouped(settled)} ${settled === 1 ? 'is' : 'are'}`} settled`
          : points.length > 0
            ? 'What changed, as far as it can be told'
            : 'What changed is not known: too little is on record to say it',
      blocks: [
        ...pointsBlock(null, points),
        ...paragraphs(
          points.length === 0
            ? 'Nothing on record tells whether life got better or worse in this period.'
            : 'That two things happened after each other does not say that one made the other.',
        ),
      ],
      withheld: digest.hasGrievances ? digest.withheld : [],
    }
  },
}

function answers(facts: ProductFacts) {
  const { raised, hasGrievances } = digestOf(facts)
  if (!hasGrievances || raised.total === 0) return []
  const told = raised.byStatus.filter(({ count }) => count !== null && count > 0)
  if (told.length === 0) {
    return [
      point(
        'What you raised',
        'Too few matters to tell what became of each kind without pointing at somebody.',
      ),
    ]
  }
  const parts = told.map(({ of, count }) => `${grouped(count ?? 0)} ${STATUS_WORDS[of]}`)
  return [point('What you raised', `${parts.join(', ')}.`)]
}

/** Counties whose answers moved by more than chance from one survey to the next. */
function feelings(facts: ProductFacts) {
  const seen = (perceptionByCounty(facts, 'feelSafe') ?? []).flatMap(({ name, now, before }) => {
    if (now?.share == null || before?.share == null) return []
    const sampled = (figure: typeof now) => ({
      share: figure.share ?? 0,
      sampleCount: figure.effectiveSampleCount ?? 0,
    })
    const moved = shareDifference(sampled(now), sampled(before))
    return moved.isSeen ? [{ name, share: now.share, difference: moved.difference }] : []
  })
  seen.sort((a, b) => a.difference - b.difference)
  return seen
    .slice(0, 6)
    .map(({ name, share, difference }) =>
      point(
        name,
        `${percent(share)} % feel safe, ${signed(100 * difference)} points since they were asked before.`,
        difference > 0 ? 'good' : 'watch',
      ),
    )
}

function ways(facts: ProductFacts) {
  if (facts.document.tables.restrictions.size === 0) return []
  const { began, ended } = accessChanges(facts)
  return [
    ...ended.slice(0, 4).map(({ name }) => point('Open again', `${name}.`, 'good')),
    ...began.slice(0, 4).map(({ name }) => point('New restriction', `${name}.`, 'watch')),
  ]
}
