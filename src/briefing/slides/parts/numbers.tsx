import type { BigNumber } from '#core/records/page.ts'
import { labelRem, numbersThatFit, panelRem, type WallFrame } from '../wall-frame.ts'
import { WallMark } from './wall-mark.tsx'

/** The big numbers, one under another; those for which there is no height are left out. */
export function Numbers(props: {
  readonly numbers: readonly BigNumber[]
  readonly heightRem: number
  readonly frame: WallFrame
}) {
  const count = numbersThatFit(props.numbers.length, props.heightRem)
  const rowRem = props.heightRem / count
  const roomRem = panelRem(props.frame) - labelRem(props.frame) - 2.1
  const columns = `minmax(0, 1fr) ${labelRem(props.frame)}rem`
  const numeralRem = Math.min(4.6, Math.max(2.5, 0.74 * rowRem))
  return (
    <dl className="wall-numbers" style={{ gridTemplateRows: `repeat(${count}, minmax(0, 1fr))` }}>
      {props.numbers.slice(0, count).map(({ id, value, unit, label, comparison, status }) => (
        <div key={id} data-measure={id} style={{ gridTemplateColumns: columns }}>
          <dd
            className="wall-numeral"
            style={{ fontSize: `${fitted(value, numeralRem, roomRem)}rem` }}
          >
            {value}
            <span className="wall-unit">{unit}</span>
          </dd>
          <dt>
            {label}
            <span className="wall-comparison">
              {status && status !== 'unknown' ? <WallMark status={status} /> : null} {comparison}
            </span>
          </dt>
        </div>
      ))}
    </dl>
  )
}

/** Width of a figure in its own size, in IBM Plex Sans Condensed semibold. */
function widthShare(value: string): number {
  return [...value].reduce((sum, letter) => sum + (/[.,\u202f]/.test(letter) ? 0.26 : 0.53), 0)
}

/** The unit stands in a box of so much of the numeral's size, so that digits align. */
const UNIT_SHARE = 0.46

/** Long figures are set smaller, so that all of them end at one line. */
function fitted(value: string, numeralRem: number, roomRem: number): number {
  const wholeShare = widthShare(value) + UNIT_SHARE
  return Math.max(2, Math.min(numeralRem, roomRem / wholeShare))
}
