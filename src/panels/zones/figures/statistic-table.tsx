import { type ReactNode, useMemo } from 'react'
import type { ZoneStatistics } from '#analysis/zones/zone-statistics.ts'
import { StatusMark } from '#ui/widgets/marks.tsx'
import { Figure } from '#ui/widgets/paper.tsx'
import { More } from './more.tsx'
import { statisticCell } from './statistic-rows.ts'
import { type Spec, specGroups } from './statistic-specs.ts'
import { ZoneStrip } from './strip.tsx'

/** One column of the table: a zone, or an outline in hand. */
export type ZoneColumn = {
  readonly name: string
  readonly now: ZoneStatistics
  /** Before its border was moved; null while none is in hand. */
  readonly saved: ZoneStatistics | null
}

/** The first zone in the accent, the other in ink; by shape they are told by the row they stand on. */
export const COLUMN_COLORS = ['var(--accent)', 'var(--ink)'] as const

/** What lies in one zone, or in two whose border moves: the chief lines, the rest under headings. */
export function StatisticTable(props: {
  readonly columns: readonly ZoneColumn[]
  readonly others: readonly ZoneStatistics[]
  /** Stands under the chief lines. */
  readonly note: ReactNode
  /** One more heading, the first. */
  readonly more: ReactNode
}) {
  const { columns, others } = props
  const labels = columns[0]?.now.incidentsByType
  const groups = useMemo(() => specGroups(labels?.map(({ label }) => label) ?? []), [labels])
  const linesOf = (specs: readonly Spec[]) => (
    <dl className="zone-statistics" data-columns={columns.length}>
      {specs.map((spec) => (
        <StatisticLine key={spec.id} spec={spec} columns={columns} others={others} />
      ))}
    </dl>
  )
  return (
    <>
      {groups.map(({ id, title, specs }) =>
        title === null ? <div key={id}>{linesOf(specs)}</div> : null,
      )}
      {props.note}
      <div className="zone-mores">
        {props.more}
        {groups.map(({ id, title, specs }) =>
          title === null ? null : (
            <More key={id} title={title}>
              {() => linesOf(specs)}
            </More>
          ),
        )}
      </div>
    </>
  )
}

function StatisticLine({
  spec,
  columns,
  others,
}: {
  readonly spec: Spec
  readonly columns: readonly ZoneColumn[]
  readonly others: readonly ZoneStatistics[]
}) {
  const figures = useMemo(() => others.map(spec.figure), [others, spec])
  const cells = columns.map(({ now, saved }) => statisticCell(spec, now, saved))
  return (
    <div className="statistic-row">
      <dt>{spec.name}</dt>
      {cells.map((cell, i) => (
        <dd key={columns[i]!.name} className="number">
          {cell.status ? <StatusMark status={cell.status} /> : null} <Figure {...cell.shown} />
          {cell.change ? <span className="statistic-change">{cell.change}</span> : null}
        </dd>
      ))}
      <dd>
        <ZoneStrip
          name={spec.name}
          others={figures}
          marks={cells.map(({ figure, saved }, i) => ({
            color: COLUMN_COLORS[i] ?? COLUMN_COLORS[0],
            now: figure,
            saved,
          }))}
        />
      </dd>
    </div>
  )
}
