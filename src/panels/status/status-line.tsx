import { useMemo } from 'react'
import { operationOf } from '#core/document.ts'
import { gridReference } from '#core/geo/grid-reference.ts'
import type { Dataset } from '#core/records/dataset.ts'
import { dateTimeGroup } from '#core/time/dtg.ts'
import { freshnessOf, oldText } from '#core/time/freshness.ts'
import { leadingDataset } from '#core/time/leading-dataset.ts'
import { useDocument, useScreen } from '#ui/room.tsx'
import { useNow } from '#ui/use-now.ts'
import { FreshnessMark } from '#ui/widgets/marks.tsx'
import './status.css'

/** The line under everything: data as of, where the pointer is, the scale, the sources. */
export function StatusLine(props: {
  readonly scaleBar: React.ReactNode
  /** Over it, across the screen: what is stale. */
  readonly banner?: React.ReactNode
}) {
  const nowAt = useNow()
  const operation = useDocument((state) => operationOf(state.document))
  const datasets = useDocument((state) => state.document.tables.datasets)
  const leading = useMemo(() => leadingDataset(datasets, nowAt), [datasets, nowAt])
  const sources = operation.sources.map(({ title }) => title).join(', ')
  return (
    <footer className="status">
      {props.banner}
      <div className="status-left">
        <DataAsOf dataset={leading} nowAt={nowAt} />
      </div>
      <div className="status-middle">
        <Pointer />
        <span className="status-scale">{props.scaleBar}</span>
      </div>
      <div className="status-right" title={sources}>
        {sources ? `Sources: ${sources}` : 'No sources named yet'}
      </div>
    </footer>
  )
}

/** Position under the pointer in MGRS and degrees; the map's centre while the pointer is elsewhere. */
function Pointer() {
  const pointer = useScreen((state) => state.pointer)
  const camera = useScreen((state) => state.camera)
  const at = pointer ?? camera?.centre ?? null
  if (!at) return <span className="light">Move over the map for a position</span>
  const [lon, lat] = at
  return (
    <>
      <bdi dir="ltr" className="mono">
        {gridReference(at) ?? 'beyond the MGRS grid'}
      </bdi>
      <bdi dir="ltr" className="mono light">
        {degrees(lat)}, {degrees(lon)}
      </bdi>
      <span className="light">WGS 84{pointer ? '' : ', centre'}</span>
    </>
  )
}

function DataAsOf(props: { readonly dataset: Dataset | null; readonly nowAt: string }) {
  const { dataset, nowAt } = props
  if (!dataset) return <span className="light">No dated data yet</span>
  const freshness = freshnessOf(dataset.asOf, dataset.expectedEveryHours, nowAt)
  return (
    <span title={`Most overdue of the regular data: ${dataset.title}`}>
      <b>Data as of {dataset.asOf ? dateTimeGroup(dataset.asOf) : 'not known'}</b>
      <span className="light status-age">
        <FreshnessMark freshness={freshness} /> {oldText(dataset.asOf, nowAt)}
      </span>
    </span>
  )
}

function degrees(value: number): string {
  return `${value < 0 ? '−' : ''}${Math.abs(value).toFixed(4)}`
}
