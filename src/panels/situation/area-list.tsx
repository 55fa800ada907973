import type { AreaNeed } from '#analysis/area-need.ts'
import type { StudyPlace } from '#analysis/studies/study.ts'
import { decimal, peopleInFull, percent } from '#core/figures.ts'
import { Figure } from '#ui/widgets/paper.tsx'
import { isDisputed, type RankRange, Whisker, WhiskerAxis } from './whisker.tsx'

export type AreaRow = AreaNeed & {
  readonly area: number
  readonly name: string
  readonly place: StudyPlace | null
}

/** Areas worst first, each with how sure its rank is and how much of it is known. */
export function AreaList(props: {
  readonly rows: readonly AreaRow[]
  /** Of all areas, shown or not: as far as ranks go. */
  readonly areaCount: number
  readonly rangeOf: (area: number) => RankRange | null
  /** Share of draws in which an area stands above another; NaN: not known. */
  readonly aboveShareOf: (area: number, other: number) => number
  readonly onChoose: (row: AreaRow) => void
}) {
  return (
    <div className="ranked">
      <div className="ranked-row ranked-head" aria-hidden>
        <span className="number">#</span>
        <span>Median rank</span>
        <WhiskerAxis last={props.areaCount} />
        <span className="number">need</span>
        <span className="number">data</span>
      </div>
      <ul>
        {props.rows.map((row, at) => {
          const isKnown = !Number.isNaN(row.score)
          const range = props.rangeOf(row.area)
          const next = props.rows[at + 1]
          const bounds = `between ${decimal(row.lowest)} and ${decimal(row.highest)} if all were known`
          return (
            <li key={row.area}>
              <button
                type="button"
                className="ranked-row"
                title={`${row.name}: ${peopleInFull(row.peopleCount)} people, need ${bounds}${topWords(range)}`}
                onClick={() => props.onChoose(row)}
              >
                <span className={isDisputed(range) ? 'number hatched' : 'number'}>
                  {isKnown ? at + 1 : '–'}
                </span>
                <span className="name">
                  {row.name}
                  <span className="light">
                    {next ? aboveWords(next.name, props.aboveShareOf(row.area, next.area)) : ''}
                  </span>
                </span>
                {isKnown ? (
                  <Whisker rank={at + 1} range={range} last={props.areaCount} />
                ) : (
                  <span className="light">insufficient data</span>
                )}
                <span className="number">
                  {isKnown ? decimal(row.score) : `${decimal(row.lowest)}–${decimal(row.highest)}`}
                </span>
                <span className="number">
                  <Figure value={percent(row.evidenceShare)} unit="%" />
                </span>
              </button>
            </li>
          )
        })}
      </ul>
    </div>
  )
}

/** Who comes next in the list, and in how many draws this one stands above it. */
function aboveWords(nextName: string, share: number): string {
  return Number.isNaN(share) ? '' : ` above ${nextName} in ${percent(share)}\u00a0%`
}

function topWords(range: RankRange | null): string {
  if (!range) return ''
  const { topCount, topShare } = range
  return `, among the first ${topCount} in ${percent(topShare)} % of draws${isDisputed(range) ? ': disputed' : ''}`
}
