import { grouped } from '#core/figures.ts'
import type { PageBlock } from '#core/records/page.ts'
import { dateTimeGroup } from '#core/time/dtg.ts'
import { instantOf } from '#core/time/instant.ts'
import {
  type IncidentTrend,
  incidentTrend,
  type Trend,
  trendWord,
} from '../counts/incident-trend.ts'
import { incidentsByCounty } from '../counts/incidents-by-county.ts'
import { periodText } from '../counts/period-of.ts'
import { toldTrend } from '../counts/told-trend.ts'
import { typeName } from '../counts/type-names.ts'
import type { ProductFacts } from '../facts.ts'
import { countedDatasets } from '../levels/counted-datasets.ts'
import { isOutside } from '../levels/levels.ts'
import { monthText } from '../levels/told-period.ts'
import type { Topic, TopicSaid } from './topic.ts'
import { bigNumber, countWords, meanText, plainTable, sentence } from './words.ts'

const OUTSIDE =
  'The last three days are not told outside the staff. Types of 1 to 4 incidents are told together with others, and counts to the nearest 5, so they need not add up.'
const INCIDENTS = ['incident', 'incidents'] as const
const MOST_TYPES = 8

/** What was recorded in the period, beside what is usual; for everybody by county and month alone. */
export const INCIDENTS_AND_TREND: Topic = {
  id: 'incidents',
  title: 'Incidents and their trend',
  datasetKinds: ['incidents'],
  widestLevel: 'public',
  needs: 'facts',
  fault: (document) =>
    countedDatasets(document, 'incidents').length === 0 ? 'No incidents are on record.' : null,
  say: (facts) => (facts.deck.level === 'public' ? byCounty(facts) : byType(facts)),
}

function byType(facts: ProductFacts): TopicSaid | null {
  const whole = incidentTrend(facts)
  if (!whole) return null
  const isStaff = !isOutside(facts.deck.level)
  const withheld = isStaff ? [] : [OUTSIDE]
  const length = periodText(facts)
  if (!whole.period) {
    return {
      headline: `What happened in the last ${length} is not known: no report reaches so far`,
      blocks: [],
      withheld,
    }
  }
  const trend = isStaff ? whole : toldTrend(whole)
  if (!trend) {
    const headline = `Incidents on record in ${length}, or usual in it, are too few to tell of`
    return { headline, blocks: [], withheld }
  }
  const { all } = trend
  const { period } = whole
  const until = dateTimeGroup(instantOf(period.until))
  return {
    headline: headlineOf(all, { length, isStaff }),
    blocks: [
      {
        type: 'numbers',
        numbers: [
          bigNumber(
            'incidents',
            { value: grouped(all.nowCount), unit: '' },
            {
              label: `incidents in ${length}`,
              comparison:
                all.usualCount === null ? 'usual not known' : `usual ${meanText(all.usualCount)}`,
              status: trendWord(all) === 'more' ? 'watch' : null,
            },
          ),
        ],
      },
      ...typeTable(trend, `To ${until}. Usual: the mean of the four periods of ${length} before.`),
    ],
    withheld,
  }
}

function headlineOf(
  all: Trend,
  { length, isStaff }: { readonly length: string; readonly isStaff: boolean },
): string {
  const about = isStaff || all.nowCount === 0 ? '' : 'about '
  const count = sentence(`${about}${countWords(all.nowCount, INCIDENTS)}`)
  const told = `${count} on record in ${length}`
  if (all.usualCount === null) return `${told}; what is usual is not known`
  if (all.nowCount === 0 && all.usualCount === 0) return `${told}, as before`
  switch (trendWord(all)) {
    case 'more':
      return `${told}: more than the usual ${meanText(all.usualCount)}`
    case 'fewer':
      return `${told}: fewer than the usual ${meanText(all.usualCount)}`
    default:
      return `${told}: about as many as usual`
  }
}

function typeTable({ types, all }: IncidentTrend, note: string): PageBlock[] {
  if (types.length === 0) return []
  const told = types.slice(0, MOST_TYPES)
  const rest = types.slice(MOST_TYPES)
  const others = {
    type: 'others',
    nowCount: rest.reduce((sum, { nowCount }) => sum + nowCount, 0),
    usualCount:
      all.usualCount === null ? null : rest.reduce((sum, each) => sum + (each.usualCount ?? 0), 0),
  }
  const lines = rest.length > 0 ? [...told, others] : told
  const cells = (trend: Trend) => [
    grouped(trend.nowCount),
    trend.usualCount === null ? 'not known' : meanText(trend.usualCount),
  ]
  return [
    plainTable({
      title: 'By type',
      corner: 'Type',
      heads: ['This period', 'Usual'],
      rows: [
        ...lines.map((line) => ({
          id: line.type,
          head: typeName(line.type),
          cells: cells(line),
          status: trendWord(line) === 'more' ? ('watch' as const) : null,
        })),
        { id: 'all', head: 'All', cells: cells(all), isTotal: true },
      ],
      note,
    }),
  ]
}

function byCounty(facts: ProductFacts): TopicSaid | null {
  const told = incidentsByCounty(facts)
  if (!told) return null
  const month = monthText(told.period.from)
  const withheld = [
    'Incidents are told by county and month alone. Counts of 1 to 4 are left out, and others from which they could be worked out; the rest is to the nearest 5.',
  ]
  if (!told.isRecorded) {
    const headline = `How many incidents there were in ${month} is not known: records do not cover it`
    return { headline, blocks: [], withheld }
  }
  const shown = told.counties.filter(({ name, count }) => name !== null || count !== 0)
  return {
    headline: `${sentence(`${told.total ? 'about ' : ''}${countWords(told.total, INCIDENTS)}`)} on record in ${month}`,
    blocks: shown.every(({ count }) => count === null || count === 0)
      ? []
      : [
          plainTable({
            title: month,
            corner: 'County',
            heads: ['Incidents'],
            rows: shown.map(({ name, count }) => ({
              id: name ?? 'none',
              head: name ?? 'County not known',
              cells: [count === null ? '…' : grouped(count)],
            })),
            note: '…: too few to tell. What nobody reported is not counted.',
          }),
        ],
    withheld,
  }
}
