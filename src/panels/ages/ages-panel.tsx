import { editDataset } from '#core/commands/custody/edit-dataset.ts'
import { editSource } from '#core/commands/operation/edit-source.ts'
import { operationOf } from '#core/document.ts'
import { dateTimeGroup } from '#core/time/dtg.ts'
import { ageText, freshnessOf } from '#core/time/freshness.ts'
import { useDocument, useRun } from '#ui/room.tsx'
import { useNow } from '#ui/use-now.ts'
import { FreshnessMark } from '#ui/widgets/marks.tsx'
import { Section } from '#ui/widgets/paper.tsx'
import { IntervalPick } from './interval-pick.tsx'
import './ages.css'

/** Of when everything is that layers rest on, and how often new data of it is expected. */
export function AgesPanel() {
  const datasets = useDocument((state) => state.document.tables.datasets)
  const { sources } = useDocument((state) => operationOf(state.document))
  const run = useRun()
  const listed = [...datasets.values()].filter(({ sensitivity }) => sensitivity !== 'severe')
  return (
    <div className="ages">
      <p className="ages-note">
        Past the interval data is ageing (▲) and drawn paler, past twice the interval stale (■) and
        drawn grey, hatched or faint. What is not expected regularly stays fresh.
      </p>
      <Section title="Datasets">
        <ul className="ages-rows">
          {listed.map(({ id, title, kind, asOf, expectedEveryHours }) => (
            <li key={id}>
              <AgeOf name={title || kind} asOf={asOf} everyHours={expectedEveryHours} />
              <IntervalPick
                label={`New data of ${title || kind}`}
                hours={expectedEveryHours}
                onChange={(hours) =>
                  run(editDataset, { id, fields: { expectedEveryHours: hours } })
                }
              />
            </li>
          ))}
          {listed.length === 0 ? <li>No dataset yet.</li> : null}
        </ul>
      </Section>
      <Section title="Sources of tables">
        <ul className="ages-rows">
          {sources.map(({ title, asOf, expectedEveryHours = null }) => (
            <li key={title}>
              <AgeOf name={title} asOf={asOf} everyHours={expectedEveryHours} />
              <input
                className="field-input"
                type="date"
                aria-label={`${title} is as of`}
                defaultValue={asOf?.slice(0, 10) ?? ''}
                onBlur={({ target: { value } }) => {
                  if (value === (asOf?.slice(0, 10) ?? '')) return
                  const at = value === '' ? null : `${value}T00:00:00Z`
                  run(editSource, { title, fields: { asOf: at } })
                }}
              />
              <IntervalPick
                label={`New data of ${title}`}
                hours={expectedEveryHours}
                onChange={(hours) =>
                  run(editSource, { title, fields: { expectedEveryHours: hours } })
                }
              />
            </li>
          ))}
          {sources.length === 0 ? <li>No source is named yet.</li> : null}
        </ul>
      </Section>
    </div>
  )
}

function AgeOf(props: {
  readonly name: string
  readonly asOf: string | null
  readonly everyHours: number | null
}) {
  const { asOf } = props
  const nowAt = useNow()
  return (
    <>
      <span className="ages-name" title={props.name}>
        {props.name}
      </span>
      <span className="ages-age">
        <FreshnessMark freshness={freshnessOf(asOf, props.everyHours, nowAt)} />{' '}
        {asOf === null ? 'age not known' : `${dateTimeGroup(asOf)}, ${ageText(asOf, nowAt)}`}
      </span>
    </>
  )
}
