import type { PointsBlock } from '#core/records/page.ts'
import { WallMark } from '../parts/wall-mark.tsx'
import { lettersIn, type Sizes } from './body-plan.ts'
import { fittedText, linesOf, pointsThatFit } from './point-lines.ts'

/** Sentences that a word leads, each on its line. */
export function Points(props: {
  readonly block: PointsBlock
  readonly lineCount: number
  readonly widthRem: number
  readonly sizes: Sizes
}) {
  const { block, lineCount, sizes } = props
  const letters = lettersIn(props.widthRem, sizes)
  const { shown, hiddenCount } = pointsThatFit(block.points, letters, lineCount)
  const hasLeads = shown.some(({ lead }) => lead !== '')
  const columns = { gridTemplateColumns: `${hasLeads ? sizes.leadRem : 0}rem minmax(0, 1fr)` }
  return (
    <div className="wall-points" style={{ lineHeight: `${sizes.lineRem}rem` }}>
      {block.title ? <p className="wall-block-title">{block.title}</p> : null}
      <dl>
        {shown.map((point) => (
          <div key={`${point.lead} ${point.text}`} style={columns}>
            <dt>{point.lead}</dt>
            <dd style={{ WebkitLineClamp: linesOf(point, letters) }}>
              {point.status === null ? null : <WallMark status={point.status} />}
              {fittedText(point, letters)}
            </dd>
          </div>
        ))}
      </dl>
      {hiddenCount > 0 ? <p className="wall-more">{hiddenCount} more not shown</p> : null}
    </div>
  )
}
