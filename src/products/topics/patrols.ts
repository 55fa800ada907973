import { grouped } from '#core/figures.ts'
import { dateTimeGroup } from '#core/time/dtg.ts'
import { instantOf } from '#core/time/instant.ts'
import { patrolCounts } from '../counts/patrol-counts.ts'
import { periodText } from '../counts/period-of.ts'
import { typeName } from '../counts/type-names.ts'
import { countedDatasets } from '../levels/counted-datasets.ts'
import type { Topic } from './topic.ts'
import { bigNumber, countWords, meanText, paragraphs, plainTable, sentence } from './words.ts'

const PATROLS = ['patrol', 'patrols'] as const

/** Patrols that set out in the period; where they went is for the staff's map, what is planned for nobody's page. */
export const PATROLS_DONE: Topic = {
  id: 'patrols',
  title: 'Patrols done',
  datasetKinds: ['patrols'],
  widestLevel: 'partners',
  needs: 'facts',
  fault: (document) =>
    countedDatasets(document, 'patrols').length === 0 ? 'No patrols are on record.' : null,
  say(facts) {
    const done = patrolCounts(facts)
    if (!done) return null
    const length = periodText(facts)
    const isStaff = facts.deck.level === 'internal'
    const withheld = isStaff
      ? []
      : [
          'Routes, types and places of patrols, and the last three days, are not told outside the staff.',
        ]
    if (!done.period) {
      const headline = `Patrols of the last ${length} are not known: no record reaches so far`
      return { headline, blocks: [], withheld }
    }
    const { count, usualCount } = done
    const usual = usualCount === null ? 'usual not known' : `usual ${meanText(usualCount)}`
    return {
      headline: `${sentence(countWords(count, PATROLS))} set out in ${length}${usualCount === null ? '' : `; ${usual}`}`,
      blocks: [
        {
          type: 'numbers',
          numbers: [
            bigNumber(
              'patrols',
              { value: grouped(count), unit: '' },
              {
                label: `patrols in ${length}`,
                comparison: usual,
              },
            ),
          ],
        },
        ...(isStaff && done.types.length > 0
          ? [
              plainTable({
                title: 'By type',
                corner: 'Type',
                heads: ['Patrols'],
                rows: [
                  ...done.types.slice(0, 10).map(({ type, count: ofType }) => ({
                    id: type,
                    head: typeName(type),
                    cells: [grouped(ofType)],
                  })),
                  { id: 'all', head: 'All', cells: [grouped(count)], isTotal: true },
                ],
                note: `To ${dateTimeGroup(instantOf(done.period.until))}.`,
              }),
            ]
          : []),
        ...(isStaff
          ? paragraphs(
              'How many were planned is not on record, so done cannot be set against planned.',
            )
          : []),
      ],
      withheld,
    }
  },
}
