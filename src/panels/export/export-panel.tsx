import { grouped } from '#core/figures.ts'
import { Sensitivity } from '#core/place.ts'
import { AUDIENCE_NAMES } from '#formats/export/audiences.ts'
import type { PlannedTable } from '#formats/export/plan-export.ts'
import { reportersStay } from '#formats/export/reporters-stay.ts'
import { Button } from '#ui/widgets/button.tsx'
import { Pick } from '#ui/widgets/pick.tsx'
import { Segment } from '#ui/widgets/segment.tsx'
import { Empty, Failed, Progress } from '#ui/widgets/states.tsx'
import { Toggle } from '#ui/widgets/toggle.tsx'
import { type ExportState, leavingTables } from './export-state.ts'
import './export.css'

type Change = {
  readonly format?: string
  readonly audience?: Sensitivity
  readonly leftOut?: ReadonlySet<string>
}

/** Who it is for, in which format, what leaves, and what stays here and why, before anything is written. */
export function ExportPanel(props: {
  readonly state: ExportState
  readonly onChange: (change: Change) => void
  readonly onExport: () => void
}) {
  const { state, onChange } = props
  const { preview } = state
  const leaving = leavingTables(state)
  return (
    <div className="export">
      <div className="export-choices">
        <span className="export-label">For</span>
        <Segment
          label="Audience"
          choices={Sensitivity.options.map((id) => ({ id, name: AUDIENCE_NAMES[id] }))}
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
        <TableList tables={preview.tables} state={state} onChange={onChange} />
      ) : (
        <Progress what="Looking at what may leave …" share={0} />
      )}
      {state.error ? <Failed sentence={state.error} /> : null}
      <div className="export-accept">
        <span>{whatLeaves(leaving)}</span>
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

function whatLeaves(leaving: readonly PlannedTable[]): string {
  if (leaving.length === 0) return 'Nothing would leave.'
  const rowCount = leaving.reduce((sum, { leavingCount }) => sum + leavingCount, 0)
  const tables = leaving.length === 1 ? '1 table leave' : `${leaving.length} tables leave`
  return [`${grouped(rowCount)} rows of ${tables}.`, reportersStay(leaving) ?? ''].join(' ').trim()
}

function TableList(props: {
  readonly tables: readonly PlannedTable[]
  readonly state: ExportState
  readonly onChange: (change: Change) => void
}) {
  const { tables, state, onChange } = props
  if (tables.length === 0) return <Empty>This operation holds no data yet.</Empty>
  const put = (id: string, isIn: boolean) => {
    const leftOut = new Set(state.leftOut)
    if (isIn) leftOut.delete(id)
    else leftOut.add(id)
    onChange({ leftOut })
  }
  return (
    <ul className="export-layers" aria-label="Layers">
      {tables.map((planned) => {
        const { id, title, sensitivity, rowCount, leavingCount, unfit } = planned
        return (
          <li key={id} className="export-layer" data-blocked={leavingCount === 0}>
            {leavingCount > 0 ? (
              <Toggle
                label={`Export ${title}`}
                isOn={!state.leftOut.has(id)}
                onChange={(isIn) => put(id, isIn)}
              />
            ) : (
              <span className="export-stays">{unfit === null ? 'stays' : 'no fit'}</span>
            )}
            <span className="export-title">{title}</span>
            <span className="export-count">
              {leavingCount === rowCount || leavingCount === 0
                ? grouped(rowCount)
                : `${grouped(leavingCount)} of ${grouped(rowCount)}`}
            </span>
            <span className="export-sensitivity">{sensitivity}</span>
            {whyOf(planned).map((why) => (
              <span key={why} className="export-why">
                {why}
              </span>
            ))}
          </li>
        )
      })}
    </ul>
  )
}

function whyOf({ withheld, unfit, changed }: PlannedTable): readonly string[] {
  const notInFormat = unfit === null ? null : `Not in this format: ${unfit}.`
  return [withheld, notInFormat, changed].filter((why) => why !== null)
}
