import type { TextBlock } from '#core/records/page.ts'
import { textFit } from '../text/text-fit.ts'
import { SIDE_REM } from '../wall-frame.ts'
import { withKeys } from './with-keys.ts'

/** Longer lines are hard to find the way back from. */
const WIDEST_TEXT_REM = 46
const PADDING_REM = 1.2

/** Paragraphs in as large a size as fits. */
export function Paragraphs(props: {
  readonly block: TextBlock
  readonly heightRem: number
  readonly widthRem: number
}) {
  const fit = textFit(props.block.paragraphs.join('\n'), {
    widthRem: Math.min(WIDEST_TEXT_REM, props.widthRem - 2 * SIDE_REM),
    heightRem: props.heightRem - PADDING_REM,
  })
  return (
    <div className="wall-text">
      <div className="wall-paragraphs" style={{ fontSize: `${fit.sizeRem}rem` }}>
        {withKeys(fit.paragraphs, (text) => text).map(({ key, item }) => (
          <p key={key}>{item}</p>
        ))}
      </div>
      {fit.excessLineCount > 0 ? (
        <p className="wall-text-more">The rest of this text does not fit the wall.</p>
      ) : null}
    </div>
  )
}
