import { useMemo } from 'react'
import type { StatisticsById } from '../use-zones.ts'
import { COLUMN_COLORS, StatisticTable, type ZoneColumn } from './statistic-table.tsx'
import { BaseNote, WorkloadNote } from './workload-note.tsx'

/** The figures of one zone, or of two whose border moves, beside all others. */
export function StatisticsSection(props: {
  readonly columns: readonly ZoneColumn[]
  readonly others: StatisticsById
}) {
  const { columns } = props
  const others = useMemo(() => [...props.others.values()], [props.others])
  const [first] = columns
  return (
    <section className="section">
      <div className="statistic-row statistic-heads" data-columns={columns.length}>
        <h3 className="section-title">Statistics</h3>
        {columns.map(({ name }, i) => (
          <span key={name} className="number" title={name}>
            <span className="statistic-dot" style={{ background: COLUMN_COLORS[i] }} />
            {columns.length > 1 ? name : 'now'}
          </span>
        ))}
        <span>{besideText(others.length, columns.length)}</span>
      </div>
      {first ? (
        <StatisticTable
          columns={columns}
          others={others}
          note={<BaseNote zone={first.now} />}
          more={<WorkloadNote zone={first.now} />}
        />
      ) : (
        <p className="empty">Statistics appear when need and response are worked out.</p>
      )}
    </section>
  )
}

/** What the last column is about; a zone that is alone is beside nothing. */
function besideText(otherCount: number, ownCount: number): string {
  return otherCount + ownCount <= 1 ? 'the only one' : `all ${otherCount + ownCount} zones`
}
