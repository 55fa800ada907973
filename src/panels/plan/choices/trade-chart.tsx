import { scaleLinear } from '@visx/scale'
import { TRADED, type TradedName, tradedValue } from '#planner/choices/traded.ts'
import { frontOf, type Traded, tickTexts } from './trade-measures.ts'

const WIDTH = 344
const HEIGHT = 200
const LEFT = 44
const RIGHT = 14
const TOP = 24
const BOTTOM = 22

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
    domain: spanOf(points.map(({ at }) => at)),
    range: [LEFT + 8, WIDTH - RIGHT],
  })
  const y = scaleLinear({
    domain: spanOf(points.map(({ value }) => value)),
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
    <svg
      className="trade-chart"
      width="100%"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={`${plans.length} plans by ${TRADED[across].name} and ${TRADED[up].name}; the table lists those that no other beats throughout`}
    >
      {yTicks.map((tick, at) => (
        <g key={tick}>
          <line x1={LEFT} x2={WIDTH - RIGHT + 8} y1={y(tick)} y2={y(tick)} stroke="var(--line)" />
          <text className="axis-text" x={LEFT - 6} y={y(tick) + 4} textAnchor="end">
            {yTexts[at]}
          </text>
        </g>
      ))}
      <line
        x1={LEFT}
        x2={WIDTH - RIGHT + 8}
        y1={HEIGHT - BOTTOM}
        y2={HEIGHT - BOTTOM}
        stroke="var(--line)"
      />
      {xTicks.map((tick, at) => (
        <text
          key={tick}
          className="axis-text"
          x={x(tick)}
          y={HEIGHT - 6}
          textAnchor={x(tick) > WIDTH - RIGHT - 20 ? 'end' : 'middle'}
        >
          {xTexts[at]}
        </text>
      ))}
      {front.length > 1 ? (
        <path
          d={`M${front.map(({ at, value }) => `${x(at)} ${y(value)}`).join('L')}`}
          fill="none"
          stroke="var(--ink-3)"
          strokeDasharray="2 3"
        />
      ) : null}
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
    </svg>
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

/** From the least to the most; where all are equal, some room on either side. */
function spanOf(values: readonly number[]): [number, number] {
  const [least, most] = [Math.min(...values), Math.max(...values)]
  const room = most - least > 1e-6 ? 0.06 * (most - least) : Math.max(1, 0.05 * Math.abs(most))
  return [least - room, most + room]
}

function ticksOf(scale: { ticks(count: number): number[] }): number[] {
  return scale.ticks(4).filter((tick) => tick >= 0)
}
