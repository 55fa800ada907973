import { editUnit } from '#core/commands/units/edit-unit.ts'
import { removeUnit } from '#core/commands/units/remove-unit.ts'
import { grouped } from '#core/figures.ts'
import { choicesOf, ECHELON_NAMES, UNIT_KIND_NAMES, UNIT_ROLE_NAMES } from '#core/record-names.ts'
import type { Unit } from '#core/records/unit.ts'
import { strengthWords, summed } from '#core/task-organisation.ts'
import { useDocument, useRoom, useRun, useScenarioId } from '#ui/room.tsx'
import { Button } from '#ui/widgets/button.tsx'
import { NameField } from '#ui/widgets/name-field.tsx'
import { Paper, Section } from '#ui/widgets/paper.tsx'
import { VoicePick } from '../voice/voice-field.tsx'
import { ToTheMap } from './base-sheet.tsx'
import { unitsBelow } from './force-rows.ts'
import { useForceActions } from './use-force-actions.ts'

const MOST_PEOPLE = 100_000

/** Everything about one unit; each field is kept as it is left, one step each. */
export function UnitSheet({ unit }: { readonly unit: Unit }) {
  const { tables } = useDocument((state) => state.document)
  const { screen } = useRoom()
  const run = useRun()
  const { add } = useForceActions()
  const set = (fields: Parameters<typeof editUnit.change>[1]['fields']) =>
    run(editUnit, { id: unit.id, fields })
  const remove = () => {
    if (run(removeUnit, { id: unit.id })) screen.setState({ selection: null })
  }
  const base = tables.bases.get(unit.baseId)
  const below = unitsBelow(tables.units, unit.id)
  return (
    <Paper
      title={unit.name}
      about={`${ECHELON_NAMES[unit.echelon]}, ${UNIT_KIND_NAMES[unit.kind].toLowerCase()}, at ${base?.name ?? 'no base'}`}
      action={base ? <ToTheMap base={base} /> : null}
      foot={
        <>
          <Button
            look="text"
            onPress={remove}
            hint="What it commands comes under its superior. Can be undone (Ctrl+Z)"
          >
            Remove unit
          </Button>
          <Button onPress={add}>Add a unit under it</Button>
        </>
      }
    >
      <Section title="What it is">
        <div className="force-fields">
          <div className="force-wide">
            <NameField label="Name" value={unit.name} onSettle={(name) => set({ name })} />
          </div>
          <VoicePick
            label="Kind"
            choices={choicesOf(UNIT_KIND_NAMES)}
            value={unit.kind}
            onChange={(kind) => set({ kind })}
          />
          <VoicePick
            label="Echelon"
            choices={choicesOf(ECHELON_NAMES)}
            value={unit.echelon}
            onChange={(echelon) => set({ echelon })}
          />
          <VoicePick
            label="Role"
            choices={choicesOf(UNIT_ROLE_NAMES)}
            value={unit.role}
            onChange={(role) => set({ role })}
          />
          <StrengthField unit={unit} onSettle={(strengthCount) => set({ strengthCount })} />
        </div>
        {below.length > 1 ? (
          <p className="force-about">
            With all below it: {strengthWords(summed(below.map(({ strength }) => strength)))} in{' '}
            {below.length} units.
          </p>
        ) : null}
      </Section>
      <Section title="Where it stands">
        <div className="force-fields">
          <div className="force-wide">
            <SuperiorPick unit={unit} />
          </div>
          <div className="force-wide">
            <ZonePick unit={unit} />
          </div>
          <div className="force-wide">
            <VoicePick
              label="Base"
              choices={[...tables.bases.values()].map(({ id, name }) => ({ id, name }))}
              value={unit.baseId}
              none="no base"
              onChange={(baseId) => set({ baseId })}
            />
          </div>
        </div>
        {base ? (
          <Button
            look="text"
            onPress={() =>
              screen.setState({ selection: { type: 'row', table: 'bases', id: base.id } })
            }
          >
            About {base.name}
          </Button>
        ) : null}
      </Section>
      <Section title="What the planner can move">
        <p className="force-about">
          {unit.elements.length === 0
            ? 'Nothing: it stays where it is.'
            : unit.elements
                .map(
                  ({ typeId, count }) =>
                    `${grouped(count)} × ${tables.resourceTypes.get(typeId)?.name ?? typeId}`,
                )
                .join(', ')}
        </p>
      </Section>
    </Paper>
  )
}

function StrengthField(props: {
  readonly unit: Unit
  readonly onSettle: (strengthCount: number | null) => boolean
}) {
  const { tell } = useRoom()
  const { strengthCount } = props.unit
  const settle = (text: string) => {
    if (text === '') return props.onSettle(null)
    const count = Number(text.replace(/[\s\u202f]/g, ''))
    if (/^[\d\s\u202f]+$/.test(text) && count <= MOST_PEOPLE) return props.onSettle(count)
    tell(
      `"${text}" is no strength. Write a whole number up to ${grouped(MOST_PEOPLE)}, or nothing where it is not known.`,
    )
    return false
  }
  return (
    <NameField
      label="Strength, people"
      value={strengthCount === null ? '' : String(strengthCount)}
      placeholder="not known"
      isOptional
      onSettle={settle}
    />
  )
}

const NOBODY = 'none'

/** Who commands it: what dragging does, without a drag. */
function SuperiorPick({ unit }: { readonly unit: Unit }) {
  const { units } = useDocument((state) => state.document.tables)
  const { move } = useForceActions()
  const choices = [...units.values()]
    .filter(({ id }) => id !== unit.id)
    .sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }))
  return (
    <VoicePick
      label="Moves under"
      choices={[
        { id: `${NOBODY}:`, name: 'No unit' },
        ...choices.map(({ id, name }) => ({ id: `unit:${id}`, name })),
      ]}
      value={units.has(unit.parentId ?? '') ? `unit:${unit.parentId}` : `${NOBODY}:`}
      onChange={(key) => move([unit.id], key === `${NOBODY}:` ? null : key.slice('unit:'.length))}
    />
  )
}

/** The zone of the COA on screen that it answers for. */
function ZonePick({ unit }: { readonly unit: Unit }) {
  const { zones, scenarios } = useDocument((state) => state.document.tables)
  const scenarioId = useScenarioId()
  const { assign } = useForceActions()
  const own = [...zones.values()]
    .filter((zone) => zone.scenarioId === scenarioId)
    .sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }))
  const answered = own.find(({ unitIds }) => unitIds.includes(unit.id))
  return (
    <VoicePick
      label={`Answers for, in ${scenarios.get(scenarioId)?.name ?? 'this COA'}`}
      choices={[
        { id: `${NOBODY}:`, name: 'No zone' },
        ...own.map(({ id, name }) => ({ id: `zone:${id}`, name })),
      ]}
      value={answered ? `zone:${answered.id}` : `${NOBODY}:`}
      onChange={(key) => assign([unit.id], key === `${NOBODY}:` ? null : key.slice('zone:'.length))}
    />
  )
}
