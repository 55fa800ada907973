import { counted, grouped } from '#core/figures.ts'
import type { Purge } from '#core/records/purge.ts'
import { dateTimeGroup } from '#core/time/dtg.ts'
import { useDocument } from '#ui/room.tsx'
import { Section } from '#ui/widgets/paper.tsx'
import { subjectName } from './keeping-words.ts'

/** What was deleted for good, the latest first; nothing of what it said. */
export function PurgeLog({ isForNamedFew }: { readonly isForNamedFew: boolean }) {
  const purges = useDocument((state) => state.document.tables.purges)
  const shown = [...purges.values()]
    .filter(({ label }) => isForNamedFew || label !== 'severe')
    .sort((a, b) => (a.purgedAt < b.purgedAt ? 1 : -1))
  return (
    <Section title="Deleted for good">
      {shown.length === 0 ? (
        <p className="keeping-note">Nothing has been deleted by its time yet.</p>
      ) : (
        <ol className="keeping-rows">
          {shown.map((purge) => (
            <li key={purge.id} className="keeping-row">
              <span className="keeping-name">{subjectName(purge)}</span>
              <span className="keeping-count">{grouped(purge.rowCount)}</span>
              <span className="keeping-why">{aboutPurge(purge)}</span>
            </li>
          ))}
        </ol>
      )}
    </Section>
  )
}

function aboutPurge({ purgedAt, by, isAutomatic, datasetCount, ruleMonths }: Purge): string {
  const of = datasetCount === null ? [] : [counted(datasetCount, 'dataset')]
  const rule =
    ruleMonths === null ? 'day that a person gave' : `rule of ${counted(ruleMonths, 'month')}`
  const word = isAutomatic ? `by itself, as ${by} had switched on` : `by the word of ${by}`
  return [dateTimeGroup(purgedAt), word, rule, ...of].join(' · ')
}
