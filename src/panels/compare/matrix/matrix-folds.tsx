import { ChevronDown, ChevronRight } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { MatrixRow } from '#analysis/compare/matrix/matrix.ts'
import { weightText } from '#analysis/compare/matrix/weight-text.ts'
import { nameInSentence } from '#analysis/compare/words/points.ts'
import { criteriaText } from './cell-text.ts'

/** What is folded, under one line that names it; it unfolds in place. */
export function Folds(props: {
  readonly same: readonly MatrixRow[]
  /** What those weigh together, of all: with the weights that are seen it makes 100. */
  readonly samePerCent: number
  readonly weightless: readonly MatrixRow[]
  readonly columnCount: number
  readonly rowOf: (row: MatrixRow) => ReactNode
}) {
  const { same, weightless, rowOf } = props
  const [isSameOpen, setSameOpen] = useState(false)
  const [isWeightlessOpen, setWeightlessOpen] = useState(false)
  if (same.length + weightless.length === 0) return null
  const verb = same.length === 1 ? 'does' : 'do'
  const weight =
    props.samePerCent > 0 ? `, ${weightText(props.samePerCent / 100)} % of the weight` : ''
  const noun = weightless.length === 1 ? 'measure' : 'measures'
  return (
    <tbody className="matrix-folds">
      <tr>
        <td colSpan={props.columnCount}>
          <div className="matrix-fold-line">
            <Fold
              rows={same}
              says={`${criteriaText(same.length)} ${verb} not tell the COAs apart${weight}`}
              isOpen={isSameOpen}
              onTurn={() => setSameOpen(!isSameOpen)}
            />
            <Fold
              rows={weightless}
              says={`${weightless.length} more ${noun} without weight`}
              isOpen={isWeightlessOpen}
              onTurn={() => setWeightlessOpen(!isWeightlessOpen)}
            />
          </div>
        </td>
      </tr>
      {isSameOpen ? same.map(rowOf) : null}
      {isWeightlessOpen ? weightless.map(rowOf) : null}
    </tbody>
  )
}

function Fold(props: {
  readonly rows: readonly MatrixRow[]
  readonly says: string
  readonly isOpen: boolean
  readonly onTurn: () => void
}) {
  const { rows, says, isOpen } = props
  if (rows.length === 0) return null
  const names = rows.map(({ criterion }) => nameInSentence(criterion.name)).join(', ')
  return (
    <button
      type="button"
      className="matrix-fold"
      aria-expanded={isOpen}
      title={`${says}: ${names}`}
      onClick={props.onTurn}
    >
      {isOpen ? <ChevronDown size={12} aria-hidden /> : <ChevronRight size={12} aria-hidden />}
      <span>
        <b>{says}</b>: {names}
      </span>
    </button>
  )
}
