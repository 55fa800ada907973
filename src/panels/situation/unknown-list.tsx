import { peopleInFull, percent } from '#core/figures.ts'
import { StatusMark } from '#ui/widgets/marks.tsx'
import { Figure } from '#ui/widgets/paper.tsx'

export type UnknownRow = {
  readonly id: string
  readonly name: string
  readonly county: string
  readonly lowest: number
  readonly highest: number
  readonly evidenceShare: number
  readonly peopleCount: number
}

const WIDTH = 84

/** Where too little is known to rank: a bar from the best to the worst case instead of a rank. */
export function UnknownList(props: {
  readonly rows: readonly UnknownRow[]
  readonly selectedId: string | null
  readonly onChoose: (row: UnknownRow) => void
}) {
  return (
    <div className="ranked">
      <div className="unknown-row ranked-head" aria-hidden>
        <span />
        <span>Visit first</span>
        <span className="unknown-axis">
          <span>0</span>
          <span>could be</span>
          <span>10</span>
        </span>
        <span className="number">data</span>
        <span className="number">people</span>
      </div>
      <ul>
        {props.rows.map((row) => (
          <li key={row.id}>
            <button
              type="button"
              className="unknown-row"
              aria-current={row.id === props.selectedId}
              onClick={() => props.onChoose(row)}
            >
              <StatusMark status="unknown" word="not ranked" />
              <span className="name" title={`${row.name}, ${row.county}`}>
                {row.name} <span className="light">{row.county}</span>
              </span>
              <span
                className="case-bar"
                role="img"
                aria-label={`need between ${row.lowest.toFixed(1)} and ${row.highest.toFixed(1)}`}
              >
                <span
                  className="hatched"
                  style={{
                    left: (row.lowest / 10) * WIDTH,
                    width: Math.max(3, ((row.highest - row.lowest) / 10) * WIDTH),
                  }}
                />
              </span>
              <span className="number">
                <Figure value={percent(row.evidenceShare)} unit="%" />
              </span>
              <span className="number">{peopleInFull(row.peopleCount)}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
