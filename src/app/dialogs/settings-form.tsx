import { useState } from 'react'
import { editOperation } from '#core/commands/operation/edit-operation.ts'
import { operationOf } from '#core/document.ts'
import { grouped } from '#core/figures.ts'
import { readInstant } from '#formats/import/cells/read-instant.ts'
import { readPreferences, writePreferences } from '#storage/preferences.ts'
import { useDocument, useRoom, useRun } from '#ui/room.tsx'
import { Button } from '#ui/widgets/button.tsx'
import { NameField } from '#ui/widgets/name-field.tsx'
import { Toggle } from '#ui/widgets/toggle.tsx'

type NumberName = 'incidentWindowDays' | 'presenceHalfLifeDays' | 'maxFootMinutes'

/** Numbers that a person sets, and within what they make sense. */
const NUMBERS: readonly {
  readonly name: NumberName
  readonly label: string
  readonly range: readonly [number, number]
}[] = [
  { name: 'incidentWindowDays', label: 'Incidents count for so many days', range: [1, 36_500] },
  {
    name: 'presenceHalfLifeDays',
    label: 'A patrol counts for half after so many days',
    range: [1, 3_650],
  },
  { name: 'maxFootMinutes', label: 'Longest walk off the road, minutes', range: [0, 1_440] },
]

const YEARS = [1900, 2200] as const

/** The operation's own settings: what it is called, how it is marked, for when it plans. */
export function SettingsForm({ onVehicles }: { readonly onVehicles?: () => void }) {
  const operation = useDocument((state) => operationOf(state.document))
  const run = useRun()
  const [author, setAuthor] = useState(() => readPreferences().author)
  const { tell } = useRoom()
  const set = (fields: Parameters<typeof editOperation.change>[1]['fields']) =>
    run(editOperation, { fields })
  const refuse = (why: string) => {
    tell(why)
    return false
  }
  const setInstant = (text: string) => {
    const planningAt = readInstant(text)
    const year = Number(planningAt?.slice(0, 4))
    return planningAt !== null && year >= YEARS[0] && year <= YEARS[1]
      ? set({ planningAt })
      : refuse(
          'The planning time stays as it was. Write it as 2026-11-22T12:00Z or 221200Z NOV 26.',
        )
  }
  const setNumber = (
    { name, label, range: [low, high] }: (typeof NUMBERS)[number],
    text: string,
  ) => {
    const value = text.trim() === '' ? Number.NaN : Number(text.replace(',', '.'))
    return value >= low && value <= high
      ? set({ [name]: value })
      : refuse(`${label}: give a number from ${grouped(low)} to ${grouped(high)}.`)
  }
  return (
    <div className="settings">
      <NameField label="Name" value={operation.name} onSettle={(name) => set({ name })} />
      <NameField
        label="Theatre"
        value={operation.theatreName}
        onSettle={(theatreName) => set({ theatreName })}
      />
      <NameField
        label="Marking on every screen and product"
        value={operation.marking}
        onSettle={(marking) => set({ marking })}
      />
      <NameField
        label="Planning time, Zulu, such as 2026-11-22T12:00Z or 221200Z NOV 26"
        value={`${operation.planningAt.slice(0, 16)}Z`}
        onSettle={setInstant}
      />
      {onVehicles ? (
        <p>
          <Button onPress={onVehicles}>Vehicles and speeds …</Button>
        </p>
      ) : null}
      {NUMBERS.map((number) => (
        <NameField
          key={number.name}
          label={number.label}
          value={String(operation[number.name])}
          onSettle={(text) => setNumber(number, text)}
        />
      ))}
      <NameField
        label="Your name or post, as it stands beside changes and what leaves; kept on this device"
        value={author}
        onSettle={(name) => {
          writePreferences({ author: name })
          setAuthor(name)
          return true
        }}
      />
      <Toggle
        label="Exercise"
        isOn={operation.isExercise}
        onChange={(isExercise) => set({ isExercise })}
      >
        <span className="toggle-text">Exercise: every screen and product says so</span>
      </Toggle>
    </div>
  )
}
