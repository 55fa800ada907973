import { useMemo } from 'react'
import { editOperation } from '#core/commands/operation/edit-operation.ts'
import { editResourceType } from '#core/commands/resource-types/edit-resource-type.ts'
import { operationOf } from '#core/document.ts'
import { durationText } from '#core/figures.ts'
import type { Operation } from '#core/records/operation.ts'
import { useDocument, useRun } from '#ui/room.tsx'
import { Section } from '#ui/widgets/paper.tsx'
import { Segment } from '#ui/widgets/segment.tsx'
import { SettingRow } from './setting-row.tsx'
import { supplyOf } from './supply.ts'

const SEASONS: readonly { readonly id: Operation['season']; readonly name: string }[] = [
  { id: 'byMonth', name: 'By month' },
  { id: 'dry', name: 'Dry' },
  { id: 'wet', name: 'Wet' },
]

const minutes = (value: number) => ({ value: durationText(value) })

/** Within what time people count as served, in all and for each type that answers to demand. */
export function Standards({ scenarioId }: { readonly scenarioId: string }) {
  const operation = useDocument((state) => operationOf(state.document))
  const document = useDocument((state) => state.document)
  const there = useMemo(
    () => new Set(supplyOf(document, scenarioId).map(({ typeId }) => typeId)),
    [document, scenarioId],
  )
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
      {[...document.tables.resourceTypes.values()]
        .filter(({ id, weight }) => weight > 0 && there.has(id))
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
