import type { BigNumber } from '#core/records/page.ts'
import { WallMark } from '../parts/wall-mark.tsx'
import { labelRem, numbersThatFit, panelRem, type WallFrame } from '../wall-frame.ts'

/** The big numbers, one under another; for those for which there is no height it says how many there are more. */
export function Numbers(props: {
  readonly numbers: readonly BigNumber[]
  readonly heightRem: number
  readonly frame: WallFrame
}) {
  const { count, hiddenCount } = numbersShown(props.numbers.length, props.heightRem)
  const rowRem = (props.heightRem - (hiddenCount > 0 ? MORE_REM : 0)) / count
  const roomRem = panelRem(props.frame) - labelRem(props.frame) - 2.1
  const columns = `minmax(0, 1fr) ${labelRem(props.frame)}rem`
  const numeralRem = Math.min(4.6, Math.max(2.5, 0.74 * rowRem))
  const more = hiddenCount > 0 ? <p className="wall-more">{hiddenCount} more not shown</p> : null
  return (
    <div className="wall-numbers-block">
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
                {status ? <WallMark status={status} /> : null} {comparison}
              </span>
            </dt>
          </div>
        ))}
      </dl>
      {more}
    </div>
  )
}

const MORE_REM = 1.3
/** More than so many big numbers nobody remembers. */
const MOST_NUMBERS = 6

function numbersShown(wantedCount: number, heightRem: number) {
  const most = Math.min(MOST_NUMBERS, wantedCount)
  const count = numbersThatFit(most, heightRem)
  if (count === wantedCount) return { count, hiddenCount: 0 }
  const beside = numbersThatFit(most, heightRem - MORE_REM)
  return { count: beside, hiddenCount: wantedCount - beside }
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
