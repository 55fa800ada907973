import { editOperation } from '#core/commands/operation/edit-operation.ts'
import { editResourceType } from '#core/commands/resource-types/edit-resource-type.ts'
import { operationOf } from '#core/document.ts'
import { durationText } from '#core/figures.ts'
import type { Operation } from '#core/records/operation.ts'
import { useDocument, useRun } from '#ui/room.tsx'
import { Section } from '#ui/widgets/paper.tsx'
import { Segment } from '#ui/widgets/segment.tsx'
import { SettingRow } from './setting-row.tsx'

const SEASONS: readonly { readonly id: Operation['season']; readonly name: string }[] = [
  { id: 'byMonth', name: 'By month' },
  { id: 'dry', name: 'Dry' },
  { id: 'wet', name: 'Wet' },
]

const minutes = (value: number) => ({ value: durationText(value) })

/** Within what time people count as served, in all and for each type that answers to demand. */
export function Standards() {
  const operation = useDocument((state) => operationOf(state.document))
  const types = useDocument((state) => state.document.tables.resourceTypes)
  const run = useRun()
  return (
    <Section
      title="Standards"
      aside={
        <Segment
          label="Season for travel times"
          choices={SEASONS}
          value={operation.season}
          onChange={(season) => run(editOperation, { fields: { season } })}
        />
      }
    >
      <SettingRow
        name="Response, anyone"
        value={operation.responseStandardMinutes}
        min={15}
        max={360}
        step={15}
        show={minutes}
        onSettle={(value) => run(editOperation, { fields: { responseStandardMinutes: value } })}
      />
      {[...types.values()]
        .filter(({ weight }) => weight > 0)
        .map(({ id, name, reachMinutes }) => (
          <SettingRow
            key={id}
            name={name}
            value={reachMinutes}
            min={15}
            max={360}
            step={15}
            show={minutes}
            onSettle={(value) => run(editResourceType, { id, fields: { reachMinutes: value } })}
          />
        ))}
    </Section>
  )
}
