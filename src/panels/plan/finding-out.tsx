import { editOperation } from '#core/commands/operation/edit-operation.ts'
import { operationOf } from '#core/document.ts'
import { percent } from '#core/figures.ts'
import { useDocument, useRun } from '#ui/room.tsx'
import { Section } from '#ui/widgets/paper.tsx'
import { SettingRow } from './setting-row.tsx'

/** The share of a plan's effort that goes to where need is least known. */
export function FindingOut() {
  const share = useDocument((state) => operationOf(state.document).evidenceShare ?? 0)
  const run = useRun()
  return (
    <Section title="Finding out" aside="where need is least known">
      <SettingRow
        name="Share of effort"
        value={share}
        min={0}
        max={0.5}
        step={0.05}
        show={(value) => ({ value: percent(value), unit: '%' })}
        onSettle={(evidenceShare) => run(editOperation, { fields: { evidenceShare } })}
      />
    </Section>
  )
}
