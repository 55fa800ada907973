import { decimal, NOTHING, peopleInFull } from '#core/figures.ts'
import { type RankRange, Whisker, WhiskerAxis } from './whisker.tsx'

export type CommunityRow = {
  readonly community: number
  readonly id: string
  readonly name: string
  readonly county: string
  readonly rank: number
  /** Need that nobody meets, 0–10. */
  readonly unmetScore: number
  readonly peopleCount: number
}

/** Communities worst first, each with how sure its rank is. */
export function UnderservedList(props: {
  readonly rows: readonly CommunityRow[]
  readonly rangeOf: (community: number) => RankRange | null
  readonly selectedId: string | null
  readonly onChoose: (row: CommunityRow) => void
}) {
  return (
    <div className="ranked">
      <div className="ranked-row ranked-head" aria-hidden>
        <span className="number">#</span>
        <span>Median rank</span>
        <WhiskerAxis />
        <span className="number">unmet</span>
        <span className="number">people</span>
      </div>
      <ul>
        {props.rows.map((row) => (
          <li key={row.id}>
            <button
              type="button"
              className="ranked-row"
              aria-current={row.id === props.selectedId}
              onClick={() => props.onChoose(row)}
            >
              <span className="number">{row.rank}</span>
              <span className="name" title={`${row.name}, ${row.county}`}>
                {row.name} <span className="light">{row.county}</span>
              </span>
              <Whisker rank={row.rank} range={props.rangeOf(row.community)} />
              <span className="number">{decimal(row.unmetScore)}</span>
              <span className="number">
                {row.peopleCount > 0 ? peopleInFull(row.peopleCount) : NOTHING}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
