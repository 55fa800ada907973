import type { PointsBlock } from '#core/records/page.ts'
import { WallMark } from '../parts/wall-mark.tsx'
import { lettersIn, type Sizes } from './body-plan.ts'
import { fittedText, LEAD_LETTERS, linesOf, pointRoom, pointsThatFit } from './point-lines.ts'

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
  const room = pointRoom(block.points, letters)
  const leadRem = hasLeads ? (sizes.leadRem * room.lead) / LEAD_LETTERS : 0
  const columns = { gridTemplateColumns: `${leadRem}rem minmax(0, 1fr)` }
  return (
    <div className="wall-points" style={{ lineHeight: `${sizes.lineRem}rem` }}>
      {block.title ? <p className="wall-block-title">{block.title}</p> : null}
      <dl>
        {shown.map((point) => (
          <div key={`${point.lead} ${point.text}`} style={columns}>
            <dt style={{ WebkitLineClamp: linesOf(point, room) }}>{point.lead}</dt>
            <dd style={{ WebkitLineClamp: linesOf(point, room) }}>
              {point.status === null ? null : <WallMark status={point.status} />}
              {fittedText(point, room.text)}
            </dd>
          </div>
        ))}
      </dl>
      {hiddenCount > 0 ? <p className="wall-more">{hiddenCount} more not shown</p> : null}
    </div>
  )
}
