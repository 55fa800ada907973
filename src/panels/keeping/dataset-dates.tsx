import { editDataset } from '#core/commands/custody/edit-dataset.ts'
import { KEEPING_SUBJECTS } from '#core/records/keeping.ts'
import { useDocument, useRun } from '#ui/room.tsx'
import { Section } from '#ui/widgets/paper.tsx'
import { DayField } from './day-field.tsx'

/** A day of its own for each dataset that tells of people. */
export function DatasetDates({ isForNamedFew }: { readonly isForNamedFew: boolean }) {
  const datasets = useDocument((state) => state.document.tables.datasets)
  const run = useRun()
  const shown = [...datasets.values()].filter(
    ({ kind, sensitivity }) =>
      KEEPING_SUBJECTS.some((subject) => subject === kind) &&
      (isForNamedFew || sensitivity !== 'severe'),
  )
  if (shown.length === 0) return null
  return (
    <Section title="Dates of datasets">
      <p className="keeping-note">
        Engagements and grievances have such a date on their own sheets.
      </p>
      <ul className="keeping-rows">
        {shown.map(({ id, title, kind, sensitivity, keepUntil }) => (
          <li key={id} className="keeping-rule">
            <span className="keeping-name">{title || kind}</span>
            <span className="keeping-tag">{sensitivity}</span>
            <DayField
              label={`Keep ${title || kind} until`}
              day={keepUntil ?? ''}
              onSettle={(day) =>
                run(editDataset, { id, fields: { keepUntil: day === '' ? undefined : day } })
              }
            />
          </li>
        ))}
      </ul>
    </Section>
  )
}
