import { grouped } from '#core/figures.ts'
import { Sensitivity } from '#core/place.ts'
import type { ExportPreview } from '#jobs/export-layers.ts'
import { Button } from '#ui/widgets/button.tsx'
import { Pick } from '#ui/widgets/pick.tsx'
import { Segment } from '#ui/widgets/segment.tsx'
import { Empty, Failed, Progress } from '#ui/widgets/states.tsx'
import { Toggle } from '#ui/widgets/toggle.tsx'
import { type ExportState, leavingLayers } from './export-state.ts'
import './export.css'

type Change = {
  readonly format?: string
  readonly audience?: Sensitivity
  readonly leftOut?: ReadonlySet<string>
}
type Planned = ExportPreview['layers'][number]

/** Audiences as people name them. */
const AUDIENCES: Readonly<Record<Sensitivity, string>> = {
  low: 'Anyone',
  moderate: 'Partners',
  high: 'Planners',
  severe: 'Named few',
}

/** Who it is for, in which format, what leaves, and what stays here and why, before anything is written. */
export function ExportPanel(props: {
  readonly state: ExportState
  readonly onChange: (change: Change) => void
  readonly onExport: () => void
}) {
  const { state, onChange } = props
  const { preview } = state
  const leaving = leavingLayers(state)
  return (
    <div className="export">
      <div className="export-choices">
        <span className="export-label">For</span>
        <Segment
          label="Audience"
          choices={Sensitivity.options.map((id) => ({ id, name: AUDIENCES[id] }))}
          value={state.audience}
          onChange={(audience) => onChange({ audience })}
        />
        <span className="export-note">may see what is labelled {state.audience} or lower</span>
        <span className="export-label">As</span>
        <Pick
          label="Format"
          choices={preview?.formats ?? []}
          value={state.format}
          onChange={(format) => onChange({ format })}
        />
        <span className="export-note">with source, licence, marking and date-time group</span>
      </div>
      {preview ? (
        <LayerList layers={preview.layers} state={state} onChange={onChange} />
      ) : (
        <Progress what="Looking at what may leave …" share={0} />
      )}
      {state.error ? <Failed sentence={state.error} /> : null}
      <div className="export-accept">
        <span>
          {leaving.length === 0
            ? 'Nothing would leave.'
            : `${grouped(rowsLeaving(state))} rows of ${leaving.length} layers leave. Who reported never does.`}
        </span>
        <Button
          look="filled"
          isDisabled={leaving.length === 0 || state.isWriting}
          onPress={props.onExport}
        >
          {state.isWriting ? 'Writing …' : 'Export'}
        </Button>
      </div>
    </div>
  )
}

function LayerList(props: {
  readonly layers: readonly Planned[]
  readonly state: ExportState
  readonly onChange: (change: Change) => void
}) {
  const { layers, state, onChange } = props
  if (layers.length === 0) return <Empty>This operation holds no data yet.</Empty>
  const put = (layer: string, isIn: boolean) => {
    const leftOut = new Set(state.leftOut)
    if (isIn) leftOut.delete(layer)
    else leftOut.add(layer)
    onChange({ leftOut })
  }
  return (
    <ul className="export-layers" aria-label="Layers">
      {layers.map((planned) => {
        const { layer, title, sensitivity, rowCount, leavingCount, note } = planned
        return (
          <li key={`${layer} ${title}`} className="export-layer" data-blocked={leavingCount === 0}>
            {leavingCount > 0 ? (
              <Toggle
                label={`Export ${title}`}
                isOn={!state.leftOut.has(layer)}
                onChange={(isIn) => put(layer, isIn)}
              />
            ) : (
              <span className="export-stays">stays</span>
            )}
            <span className="export-title">{title}</span>
            <span className="export-count">
              {leavingCount === rowCount || leavingCount === 0
                ? grouped(rowCount)
                : `${grouped(leavingCount)} of ${grouped(rowCount)}`}
            </span>
            <span className="export-sensitivity">{sensitivity}</span>
            {note ? <span className="export-why">{note}</span> : null}
          </li>
        )
      })}
    </ul>
  )
}

function rowsLeaving({ preview, leftOut }: ExportState): number {
  return (preview?.layers ?? [])
    .filter(({ layer }) => !leftOut.has(layer))
    .reduce((sum, { leavingCount }) => sum + leavingCount, 0)
}
