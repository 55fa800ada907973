import type { AreaNeed } from '#analysis/area-need.ts'
import type { StudyPlace } from '#analysis/studies/study.ts'
import { decimal, peopleInFull, percent } from '#core/figures.ts'
import { Figure } from '#ui/widgets/paper.tsx'
import { type RankRange, Whisker, WhiskerAxis } from './whisker.tsx'

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
          const bounds = `between ${decimal(row.lowest)} and ${decimal(row.highest)} if all were known`
          return (
            <li key={row.area}>
              <button
                type="button"
                className="ranked-row"
                title={`${row.name}: ${peopleInFull(row.peopleCount)} people, need ${bounds}`}
                onClick={() => props.onChoose(row)}
              >
                <span className="number">{isKnown ? at + 1 : '–'}</span>
                <span className="name">{row.name}</span>
                {isKnown ? (
                  <Whisker rank={at + 1} range={props.rangeOf(row.area)} last={props.areaCount} />
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
