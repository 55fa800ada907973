import { editOperation } from '#core/commands/operation/edit-operation.ts'
import { operationOf } from '#core/document.ts'
import { instantOf } from '#core/time/instant.ts'
import { readDate } from '#formats/import/cells/read-date.ts'
import { useDocument, useRoom, useRun } from '#ui/room.tsx'
import { NameField } from '#ui/widgets/name-field.tsx'
import { Toggle } from '#ui/widgets/toggle.tsx'

/** The operation's own settings: what it is called, how it is marked, for when it plans. */
export function SettingsForm() {
  const operation = useDocument((state) => operationOf(state.document))
  const run = useRun()
  const { tell } = useRoom()
  const setInstant = (text: string) => {
    const date = readDate(text)
    if ('code' in date) tell(`The planning time stays as it was: ${date.why}.`)
    else run(editOperation, { fields: { planningAt: instantOf(date.epochMinutes) } })
  }
  return (
    <div className="settings">
      <NameField
        label="Name"
        value={operation.name}
        onSettle={(name) => run(editOperation, { fields: { name } })}
      />
      <NameField
        label="Theatre"
        value={operation.theatreName}
        onSettle={(theatreName) => run(editOperation, { fields: { theatreName } })}
      />
      <NameField
        label="Marking on every screen and product"
        value={operation.marking}
        onSettle={(marking) => run(editOperation, { fields: { marking } })}
      />
      <NameField
        label="Planning time, Zulu, such as 2026-11-22T12:00Z"
        value={operation.planningAt.slice(0, 16)}
        onSettle={(text) => setInstant(/z$/i.test(text) ? text : `${text}Z`)}
      />
      <NameField
        label="Incidents count for so many days"
        value={String(operation.incidentWindowDays)}
        onSettle={(text) => run(editOperation, { fields: { incidentWindowDays: Number(text) } })}
      />
      <NameField
        label="A patrol counts for half after so many days"
        value={String(operation.presenceHalfLifeDays)}
        onSettle={(text) => run(editOperation, { fields: { presenceHalfLifeDays: Number(text) } })}
      />
      <NameField
        label="Gross mass of the vehicle that travel times are for, tonnes"
        value={String(operation.vehicleTonnes)}
        onSettle={(text) => run(editOperation, { fields: { vehicleTonnes: Number(text) } })}
      />
      <NameField
        label="Longest walk off the road, minutes"
        value={String(operation.maxFootMinutes)}
        onSettle={(text) => run(editOperation, { fields: { maxFootMinutes: Number(text) } })}
      />
      <Toggle
        label="Exercise"
        isOn={operation.isExercise}
        onChange={(isExercise) => run(editOperation, { fields: { isExercise } })}
      >
        <span className="toggle-text">Exercise: every screen and product says so</span>
      </Toggle>
    </div>
  )
}
