import { editControlMeasure } from '#core/commands/control-measures/edit-control-measure.ts'
import { removeControlMeasure } from '#core/commands/control-measures/remove-control-measure.ts'
import { gridReference } from '#core/geo/grid-reference.ts'
import type { LonLat } from '#core/place.ts'
import { CONTROL_MEASURE_KIND_NAMES } from '#core/record-names.ts'
import { CONTROL_MEASURE_KINDS, type ControlMeasure } from '#core/records/control-measure.ts'
import { useDocument, useRoom, useRun, useScreen } from '#ui/room.tsx'
import { Button } from '#ui/widgets/button.tsx'
import { NameField } from '#ui/widgets/name-field.tsx'
import { Paper, Section } from '#ui/widgets/paper.tsx'
import { Pick } from '#ui/widgets/pick.tsx'
import { MeasureMark } from './measure-mark.tsx'
import { RingFields } from './ring-fields.tsx'
import { sizeText } from './use-measures.ts'

const LINE_KINDS = CONTROL_MEASURE_KINDS.filter((kind) => kind !== 'rangeRings').map((id) => ({
  id,
  name: CONTROL_MEASURE_KIND_NAMES[id],
  mark: <MeasureMark kind={id} />,
}))

/** One line or set of rings: what it is called, how long it is, and where it begins and ends. */
export function MeasureSheet({ measure }: { readonly measure: ControlMeasure }) {
  const { id, name, kind, geometry, isLocked, scenarioId } = measure
  const run = useRun()
  const { screen } = useRoom()
  const isEditing = useScreen((state) => state.tool === 'edit')
  const coa = useDocument((state) => state.document.tables.scenarios.get(scenarioId)?.name ?? '')
  const edit = (fields: Partial<ControlMeasure>) => run(editControlMeasure, { id, fields })
  const isLine = geometry.type === 'line'
  const move = isLine ? 'Move points' : 'Move centre'
  const remove = () => {
    if (run(removeControlMeasure, { id })) screen.setState({ selection: null, tool: 'select' })
  }
  return (
    <Paper
      title={name}
      about={`${CONTROL_MEASURE_KIND_NAMES[kind]} · ${coa}${isLocked ? ' · locked' : ''}`}
      action={
        <Button onPress={() => edit({ isLocked: !isLocked })}>
          {isLocked ? 'Unlock' : 'Lock'}
        </Button>
      }
      foot={
        <>
          <Button look="text" onPress={remove} isDisabled={isLocked} hint="Can be undone (Ctrl+Z)">
            Delete
          </Button>
          <Button
            look="filled"
            isDisabled={isLocked}
            hint={isEditing ? 'Esc' : 'E'}
            onPress={() => screen.setState({ tool: isEditing ? 'select' : 'edit' })}
          >
            {isEditing ? 'Done' : move}
          </Button>
        </>
      }
    >
      <Section title="Name and kind">
        <div className="zone-fields">
          <NameField
            key={id}
            label="Name"
            value={name}
            isDisabled={isLocked}
            onSettle={(next) => edit({ name: next })}
          />
          {isLine && !isLocked ? (
            <Pick
              label="Kind of line"
              choices={LINE_KINDS}
              value={kind}
              onChange={(next) => edit({ kind: next })}
            />
          ) : null}
        </div>
      </Section>
      <RingFields measure={measure} />
      <Section title="Where it lies">
        <dl className="measure-facts">
          {isLine ? <Fact name="Length" value={sizeText(measure)} /> : null}
          {isLine ? <Fact name="Points" value={String(geometry.line.length)} /> : null}
          {placesOf(geometry).map(([label, at]) => (
            <Fact key={label} name={label} value={gridReference(at) ?? 'beyond the grid'} />
          ))}
        </dl>
      </Section>
    </Paper>
  )
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="number">{value}</dd>
    </div>
  )
}

function placesOf(geometry: ControlMeasure['geometry']): readonly (readonly [string, LonLat])[] {
  if (geometry.type === 'rings') return [['Centre', geometry.centre]]
  return [
    ['From', geometry.line[0]!],
    ['To', geometry.line.at(-1)!],
  ]
}
