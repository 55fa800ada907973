import { editResourceType } from '#core/commands/resource-types/edit-resource-type.ts'
import { decimal, durationText, percent } from '#core/figures.ts'
import type { ResourceType } from '#core/records/resource-type.ts'
import { useDocument, useRun } from '#ui/room.tsx'
import { Stepper } from '#ui/widgets/stepper.tsx'
import { Toggle } from '#ui/widgets/toggle.tsx'
import { SettingRow } from './setting-row.tsx'

/** What of one type is held back, and how the planner counts what it does. */
export function TypeSettings({ typeId }: { readonly typeId: string }) {
  const type = useDocument(({ document }) => document.tables.resourceTypes.get(typeId))
  const run = useRun()
  if (!type) return null
  const edit = (fields: Partial<Omit<ResourceType, 'id'>>) =>
    run(editResourceType, { id: typeId, fields })
  return (
    <div className="type-settings">
      <div className="limit-row">
        <span className="name">Held in reserve</span>
        <Stepper
          label={`${type.name} held in reserve`}
          value={type.reserveCount ?? 0}
          min={0}
          isWhole
          onChange={(reserveCount) => edit({ reserveCount })}
        />
      </div>
      {type.weight > 0 ? <Service type={type} onEdit={edit} /> : null}
    </div>
  )
}

function Service(props: {
  readonly type: ResourceType
  readonly onEdit: (fields: Partial<Omit<ResourceType, 'id'>>) => void
}) {
  const { type, onEdit } = props
  const { fading, reachMinutes } = type
  const near = Math.min(reachMinutes, Math.max(15, 15 * Math.round(reachMinutes / 30)))
  return (
    <>
      <SettingRow
        name="Weight"
        value={type.weight}
        min={0.1}
        max={2}
        step={0.1}
        show={(value) => ({ value: decimal(value) })}
        onSettle={(weight) => onEdit({ weight })}
      />
      <SettingRow
        name="Busy"
        value={type.busyShare}
        min={0}
        max={0.9}
        step={0.05}
        show={(share) => ({ value: percent(share), unit: '%' })}
        onSettle={(busyShare) => onEdit({ busyShare })}
      />
      <div className="limit-row">
        <Toggle
          label={`The floor of each county holds for ${type.name}`}
          isOn={type.hasFloor}
          onChange={(hasFloor) => onEdit({ hasFloor })}
        />
        <span>County floors hold for it</span>
      </div>
      <div className="limit-row">
        <Toggle
          label={`${type.name} counts for less when further away`}
          isOn={fading !== undefined}
          onChange={(isOn) =>
            onEdit({ fading: isOn ? { fullMinutes: near, worthShare: 0.5 } : undefined })
          }
        />
        <span>Counts for less when far</span>
      </div>
      {fading ? (
        <>
          <SettingRow
            name="In full within"
            value={fading.fullMinutes}
            min={15}
            max={Math.max(30, reachMinutes)}
            step={15}
            show={(value) => ({ value: durationText(value) })}
            onSettle={(fullMinutes) => onEdit({ fading: { ...fading, fullMinutes } })}
          />
          <SettingRow
            name={`Then, to ${durationText(reachMinutes)}`}
            value={fading.worthShare}
            min={0.1}
            max={1}
            step={0.1}
            show={(share) => ({ value: percent(share), unit: '%' })}
            onSettle={(worthShare) => onEdit({ fading: { ...fading, worthShare } })}
          />
        </>
      ) : null}
    </>
  )
}
