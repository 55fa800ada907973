import type { MethodCard } from '#analysis/studies/study.ts'
import type { OperationDocument } from '#core/document.ts'
import type { DatasetKind } from '#core/records/dataset.ts'
import { dateTimeGroup } from '#core/time/dtg.ts'
import { useDocument } from '#ui/room.tsx'

/** How the figures above came about, folded until somebody asks. */
export function MethodSheet({
  method,
  datedBy,
}: {
  readonly method: MethodCard
  readonly datedBy: readonly DatasetKind[]
}) {
  const document = useDocument((state) => state.document)
  const ages = agesOf(document, datedBy)
  return (
    <details className="section method">
      <summary>How this is worked out</summary>
      <p>{method.formula}</p>
      <dl className="facts">
        {[...method.parameters, ...ages].map(({ name, value }) => (
          <div key={name} className="method-row">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <h4>What it cannot say</h4>
      <ul>
        {method.limits.map((limit) => (
          <li key={limit}>{limit}</li>
        ))}
      </ul>
      <p className="method-source">{method.source}</p>
    </details>
  )
}

const KIND_NAMES: Partial<Readonly<Record<DatasetKind, string>>> = {
  incidents: 'Incidents as of',
  patrols: 'Patrols as of',
  surveys: 'Surveys as of',
  roads: 'Roads as of',
  waterways: 'Rivers and lakes as of',
  landCover: 'Land cover as of',
  elevation: 'Elevation as of',
  signals: 'Signals as of',
}

/** Of when the data of each kind are, the latest dataset first to be named. */
function agesOf({ tables }: OperationDocument, kinds: readonly DatasetKind[]) {
  return kinds.flatMap((kind) => {
    const instants = [...tables.datasets.values()]
      .filter((dataset) => dataset.kind === kind)
      .flatMap(({ asOf }) => asOf ?? [])
    const latest = instants.sort().at(-1)
    return [{ name: KIND_NAMES[kind] ?? kind, value: latest ? dateTimeGroup(latest) : 'none' }]
  })
}
