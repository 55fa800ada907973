import type { StressAnswer } from '#analysis/compare/stress/stress.ts'
import { Figure } from '#ui/widgets/paper.tsx'
import { placeInFuture, placeWords } from './stress-text.ts'

/** A value under stress, and by how much it is behind the best there: by sign, bar and word. */
export function StressCell(props: {
  readonly answer: StressAnswer
  readonly at: readonly [course: number, future: number]
  /** Whose, and in which future. */
  readonly name: string
  readonly onPress: () => void
}) {
  const standing = placeInFuture(props.answer, ...props.at)
  const { kind, value, behind, share, loss } = standing
  const words = placeWords(standing)
  return (
    <button
      type="button"
      className="stress-cell"
      data-kind={kind}
      aria-label={`${props.name}: ${words}`}
      title={words}
      onClick={props.onPress}
    >
      <span className="stress-line">
        <span className="stress-value">
          <Figure {...value} />
        </span>
        {kind === 'behind' || kind === 'near' ? (
          <>
            <span
              className="stress-bar"
              style={{ width: `${Math.max(1, Math.round(18 * share))}px` }}
            />
            <span className="stress-behind">
              {kind === 'near' ? '≈ ' : ''}
              {behind.value}
              {behind.unit === 'k' || behind.unit === 'M' ? ` ${behind.unit}` : ''}
            </span>
          </>
        ) : (
          <span className="stress-behind">{SHORT[kind]}</span>
        )}
      </span>
      {loss === null ? null : <span className="stress-loss">{loss}</span>}
    </button>
  )
}

const SHORT = { best: 'best here', tie: 'tie', same: 'same', unknown: '', few: '' } as const
