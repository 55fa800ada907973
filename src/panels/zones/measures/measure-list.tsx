import { Lock, LockOpen } from 'lucide-react'
import { editControlMeasure } from '#core/commands/control-measures/edit-control-measure.ts'
import { CONTROL_MEASURE_KIND_NAMES } from '#core/record-names.ts'
import type { ControlMeasure } from '#core/records/control-measure.ts'
import { rowExtent } from '#core/row-extent.ts'
import { flightTo } from '#state/flight-to.ts'
import { useRoom, useRun, useScreen } from '#ui/room.tsx'
import { Button } from '#ui/widgets/button.tsx'
import { Section } from '#ui/widgets/paper.tsx'
import { MeasureMark } from './measure-mark.tsx'
import { sizeText, useMeasures } from './use-measures.ts'

/** Lines and rings of the scenario on screen; nothing while it has none. */
export function MeasureList() {
  const { screen, documents } = useRoom()
  const run = useRun()
  const measures = useMeasures()
  const selectedId = useScreen(({ selection }) =>
    selection?.type === 'row' && selection.table === 'controlMeasures' ? selection.id : null,
  )
  if (measures.length === 0) return null
  const choose = ({ id }: ControlMeasure) => {
    const extent = rowExtent(documents.getState().document, 'controlMeasures', id)
    screen.setState({
      selection: { type: 'row', table: 'controlMeasures', id },
      ...(extent ? { flight: flightTo(extent) } : {}),
    })
  }
  return (
    <Section title={`Control measures, ${measures.length}`} aside="length, reach of rings">
      <ul className="zone-list">
        {measures.map((measure) => {
          const { id, name, kind, isLocked } = measure
          return (
            <li key={id} className="zone-row" aria-current={id === selectedId}>
              <Button
                look="icon"
                label={isLocked ? `Unlock ${name}` : `Lock ${name}`}
                onPress={() => run(editControlMeasure, { id, fields: { isLocked: !isLocked } })}
              >
                {isLocked ? <Lock size={14} /> : <LockOpen size={14} />}
              </Button>
              <button
                type="button"
                className="zone-name measure-name"
                onClick={() => choose(measure)}
              >
                <MeasureMark kind={kind} />
                <span className="name" title={name}>
                  {name}
                </span>
                <span className="measure-kind">{CONTROL_MEASURE_KIND_NAMES[kind]}</span>
                <span className="number">{sizeText(measure)}</span>
              </button>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
