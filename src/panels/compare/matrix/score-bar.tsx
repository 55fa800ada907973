import type { JudgedCriterion, MatrixCell } from '#analysis/compare/matrix/matrix.ts'
import { scoreOf } from './cell-text.ts'

/** A score of 0–10 as a thin bar: a tick where the benchmark lies, a whisker over what is not known. */
export function ScoreBar(props: {
  readonly criterion: JudgedCriterion
  readonly cell: MatrixCell
}) {
  const { criterion, cell } = props
  if (cell.score === null) return <span className="score-bar" data-missing aria-hidden />
  const at = (value: number) => `${10 * scoreOf(value, criterion)}%`
  const [low, high] = cell.range
    ? cell.range.map((value) => scoreOf(value, criterion)).sort((a, b) => a - b)
    : [0, 0]
  return (
    <span className="score-bar" aria-hidden>
      <i className="score-fill" style={{ width: `${10 * cell.score}%` }} />
      {cell.range ? (
        <i
          className="score-whisker"
          style={{ left: `${10 * low!}%`, width: `${10 * (high! - low!)}%` }}
        />
      ) : null}
      {criterion.benchmark === null ? null : (
        <i className="score-tick" style={{ left: at(criterion.benchmark) }} />
      )}
    </span>
  )
}
