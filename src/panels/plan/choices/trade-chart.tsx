import { scaleLinear } from '@visx/scale'
import { TRADED, type TradedName, tradedValue } from '#planner/choices/traded.ts'
import { ChartFrame, type Frame, FrontLine, spanOf } from '#ui/widgets/chart-frame.tsx'
import { frontOf, type Traded, tickTexts } from './trade-measures.ts'

const WIDTH = 344
const HEIGHT = 200
const LEFT = 44
const RIGHT = 14
const TOP = 24
const BOTTOM = 22
const FRAME: Frame = {
  ...{ width: WIDTH, height: HEIGHT, left: LEFT, right: WIDTH - RIGHT + 8 },
  ...{ baseY: HEIGHT - BOTTOM, acrossTextY: HEIGHT - 6 },
}
const SPAN = { roomShare: 0.06, leastRoom: 1, noDifference: 1e-6 }

type Point = {
  readonly index: number
  readonly plan: Traded
  readonly at: number
  readonly value: number
}

/**
 * Each plan by two measures: filled where no other beats it throughout, a dotted line through those
 * that none beats in these two. Dots can be pressed.
 */
export function TradeChart(props: {
  readonly plans: readonly Traded[]
  readonly across: TradedName
  readonly up: TradedName
  readonly proposalIndex: number
  readonly aimedIndex: number
  readonly pickedIndex: number | null
  readonly onPick: (index: number) => void
}) {
  const { plans, across, up, proposalIndex, aimedIndex, pickedIndex } = props
  const points = plans.map(
    (plan, index): Point => ({
      index,
      plan,
      at: tradedValue(across, plan.measures),
      value: tradedValue(up, plan.measures),
    }),
  )
  const x = scaleLinear({
    domain: spanOf(
      points.map(({ at }) => at),
      SPAN,
    ),
    range: [LEFT + 8, WIDTH - RIGHT],
  })
  const y = scaleLinear({
    domain: spanOf(
      points.map(({ value }) => value),
      SPAN,
    ),
    range: [HEIGHT - BOTTOM - 8, TOP],
  })
  // Whoever is beaten lies under whoever is not, and what is marked on top.
  const depth = ({ index, plan }: Point) =>
    index === pickedIndex
      ? 4
      : index === proposalIndex
        ? 3
        : plan.isToday
          ? 2
          : plan.isDominated
            ? 0
            : 1
  const ordered = [...points].sort((a, b) => depth(a) - depth(b))
  const [xTicks, yTicks] = [ticksOf(x), ticksOf(y)]
  const [xTexts, yTexts] = [tickTexts(across, xTicks), tickTexts(up, yTicks)]
  const front = frontOf(plans, across, up).map((index) => points[index]!)
  return (
    <ChartFrame
      className="trade-chart"
      frame={FRAME}
      says={`${plans.length} plans by ${TRADED[across].name} and ${TRADED[up].name}; the table lists those that no other beats throughout`}
      up={yTicks.map((tick, at) => ({ at: y(tick), text: yTexts[at] }))}
      across={xTicks.map((tick, at) => ({ at: x(tick), text: xTexts[at] }))}
    >
      <FrontLine places={front.map(({ at, value }) => ({ x: x(at), y: y(value) }))} />
      <Better isRight={TRADED[across].isMoreBetter} isUp={TRADED[up].isMoreBetter} />
      {ordered.map((point) => {
        const { index, plan } = point
        const place = { x: x(point.at), y: y(point.value) }
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions: the table under it does the same by key
          <g key={index} className="trade-dot" onClick={() => props.onPick(index)}>
            <circle cx={place.x} cy={place.y} r={9} fill="transparent" />
            {index === aimedIndex ? (
              <circle
                cx={place.x}
                cy={place.y}
                r={8}
                fill="none"
                stroke="var(--accent)"
                strokeWidth={1.5}
              />
            ) : null}
            <Mark
              {...place}
              plan={plan}
              isProposal={index === proposalIndex}
              isPicked={index === pickedIndex}
            />
          </g>
        )
      })}
    </ChartFrame>
  )
}

/** ■ what stands today, ◆ the proposal, ● any other; hollow where another beats it throughout. */
function Mark(props: {
  readonly x: number
  readonly y: number
  readonly plan: Traded
  readonly isProposal: boolean
  readonly isPicked: boolean
}) {
  const { x, y, plan, isProposal, isPicked } = props
  const ink = isPicked
    ? 'var(--accent)'
    : plan.isToday
      ? 'var(--coa-current)'
      : plan.isDominated
        ? 'var(--ink-3)'
        : 'var(--coa-b)'
  const look = {
    fill: plan.isDominated ? 'var(--panel)' : ink,
    stroke: plan.isDominated ? ink : 'var(--panel)',
    strokeWidth: plan.isDominated ? 1.4 : 1.2,
  }
  if (plan.isToday) return <rect x={x - 4} y={y - 4} width={8} height={8} {...look} />
  if (isProposal) return <path d={`M${x} ${y - 6}l6 6-6 6-6-6z`} {...look} />
  return <circle cx={x} cy={y} r={isPicked ? 5 : 4} {...look} />
}

/** In the corner where both measures are best. */
function Better({ isRight, isUp }: { readonly isRight: boolean; readonly isUp: boolean }) {
  const corner = {
    x: isRight ? WIDTH - RIGHT + 6 : LEFT + 4,
    y: isUp ? 12 : HEIGHT - BOTTOM - 6,
  }
  const [right, down] = [isRight ? 1 : -1, isUp ? -1 : 1]
  const tip = { x: corner.x, y: corner.y - 2 * down - (isUp ? 6 : -2) }
  return (
    <g className="trade-better">
      <path
        d={`M${tip.x - 7 * right} ${tip.y - 7 * down}L${tip.x} ${tip.y}m${-4 * right} 0h${4 * right}v${-4 * down}`}
        fill="none"
        stroke="var(--ink-2)"
        strokeWidth={1.2}
      />
      <text
        className="axis-text"
        x={tip.x - 11 * right}
        y={tip.y + (isUp ? 8 : 0)}
        textAnchor={isRight ? 'end' : 'start'}
      >
        better
      </text>
    </g>
  )
}

function ticksOf(scale: { ticks(count: number): number[] }): number[] {
  return scale.ticks(4).filter((tick) => tick >= 0)
}
