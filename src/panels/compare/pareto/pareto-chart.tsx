import { scaleLinear } from '@visx/scale'
import type { MatrixRow } from '#analysis/compare/matrix/matrix.ts'
import type { Scenario } from '#core/records/scenario.ts'
import { ChartFrame, type Frame, FrontLine, spanOf } from '#ui/widgets/chart-frame.tsx'
import { coaColor, coaRound } from '#ui/widgets/marks.tsx'
import { cellText } from '../matrix/cell-text.ts'
import { apart, type ParetoPoint, stacked } from './pareto-points.ts'

const WIDTH = 520
const HEIGHT = 216
const LEFT = 54
const RIGHT = 182
const TOP = 26
const BOTTOM = 38
const FRAME: Frame = {
  ...{ width: WIDTH, height: HEIGHT, left: LEFT, right: WIDTH - RIGHT + 18 },
  ...{ baseY: HEIGHT - BOTTOM, acrossTextY: HEIGHT - BOTTOM + 14 },
}
const SPAN = { roomShare: 0.08, leastRoom: 0.01, noDifference: 1e-9 }
const MARK = 16
/** A name and what is said under it. */
const LABEL_PIXELS = 30

/** Courses by two criteria: crosses over what is not known, grey where another is better throughout. */
export function ParetoChart(props: {
  readonly points: readonly ParetoPoint[]
  readonly across: MatrixRow
  readonly up: MatrixRow
  readonly scenarios: readonly Scenario[]
  readonly proposedId: string | null
  readonly onPropose: (scenarioId: string) => void
  readonly says: string
}) {
  const { points, across, up, scenarios } = props
  const x = scaleLinear({
    domain: spanOf(
      points.flatMap(({ x: at, xRange }) => xRange ?? [at]),
      SPAN,
    ),
    range: [LEFT + 12, WIDTH - RIGHT],
  })
  const y = scaleLinear({
    domain: spanOf(
      points.flatMap(({ y: at, yRange }) => yRange ?? [at]),
      SPAN,
    ),
    range: [HEIGHT - BOTTOM - 10, TOP + 8],
  })
  const places = apart(
    points.map((point) => ({ x: x(point.x), y: y(point.y) })),
    MARK,
  )
  const labelYs = stacked(
    places.map((place) => place.y),
    LABEL_PIXELS,
    HEIGHT - BOTTOM - 8,
  )
  const front = points.filter(({ beatenById }) => beatenById === null).sort((a, b) => a.x - b.x)
  return (
    <ChartFrame
      className="pareto"
      frame={FRAME}
      says={props.says}
      up={y.ticks(4).map((tick) => ({ at: y(tick), text: cellText(tick, up.criterion) }))}
      across={x.ticks(4).map((tick) => ({ at: x(tick), text: cellText(tick, across.criterion) }))}
      baseInk="var(--ink-3)"
    >
      <AxisNames across={across} up={up} />
      <FrontLine places={front.map((point) => ({ x: x(point.x), y: y(point.y) }))} />
      {points.map((point) => (
        <Cross key={point.scenarioId} point={point} x={x} y={y} />
      ))}
      {points.map((point, i) => {
        const scenario = scenarios.find(({ id }) => id === point.scenarioId)
        const [place, labelY] = [places[i], labelYs[i]]
        if (!scenario || !place || labelY === undefined) return null
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions: the heads of the matrix do the same by key
          <g
            key={point.scenarioId}
            className="pareto-mark"
            onClick={() => props.onPropose(scenario.id)}
          >
            {place.isMoved ? (
              <path
                d={`M${x(point.x)} ${y(point.y)}L${place.x} ${place.y}`}
                stroke="var(--ink-2)"
                strokeWidth={1}
              />
            ) : null}
            <Mark
              place={place}
              scenario={scenario}
              isProposed={scenario.id === props.proposedId}
              note={noteOf(point, scenarios)}
              isGrey={point.dominatedById !== null}
              labelY={labelY}
            />
          </g>
        )
      })}
    </ChartFrame>
  )
}

type Scale = (value: number) => number

function noteOf(point: ParetoPoint, scenarios: readonly Scenario[]): string | null {
  const nameOf = (id: string) => scenarios.find((each) => each.id === id)?.name ?? 'another'
  const byId = point.dominatedById ?? point.beatenById
  return byId === null ? null : `beaten by ${nameOf(byId)}`
}

function AxisNames({ across, up }: { readonly across: MatrixRow; readonly up: MatrixRow }) {
  return (
    <>
      <text className="pareto-axis" x={LEFT - 46} y={11}>
        ↑ {up.criterion.name}: {up.criterion.isHighGood ? 'higher' : 'lower'} is better
      </text>
      <text className="pareto-axis" x={WIDTH - RIGHT + 18} y={HEIGHT - 6} textAnchor="end">
        {across.criterion.name}: {across.criterion.isHighGood ? 'more' : 'less'} is better{' '}
        {across.criterion.isHighGood ? '→' : '←'}
      </text>
    </>
  )
}

/** 5 to 95 % of draws, across and up. */
function Cross(props: { readonly point: ParetoPoint; readonly x: Scale; readonly y: Scale }) {
  const { point, x, y } = props
  const at = { x: x(point.x), y: y(point.y) }
  return (
    <g stroke="var(--ink-2)" strokeWidth={1.2}>
      {point.xRange ? (
        <line x1={x(point.xRange[0])} x2={x(point.xRange[1])} y1={at.y} y2={at.y} />
      ) : null}
      {point.yRange ? (
        <line x1={at.x} x2={at.x} y1={y(point.yRange[0])} y2={y(point.yRange[1])} />
      ) : null}
    </g>
  )
}

function Mark(props: {
  readonly place: { readonly x: number; readonly y: number }
  readonly scenario: Scenario
  readonly isProposed: boolean
  readonly isGrey: boolean
  readonly note: string | null
  readonly labelY: number
}) {
  const { place, scenario, isGrey, note, labelY } = props
  const isFilled = coaRound(scenario) === 0
  const color = isGrey ? 'var(--ink-3)' : coaColor(scenario)
  const text = WIDTH - RIGHT + 30
  return (
    <>
      <path
        d={`M${place.x + MARK / 2} ${place.y}L${text - 5} ${labelY}`}
        stroke="var(--ink-3)"
        strokeWidth={0.8}
        fill="none"
      />
      {props.isProposed ? (
        <rect
          x={place.x - MARK / 2 - 3}
          y={place.y - MARK / 2 - 3}
          width={MARK + 6}
          height={MARK + 6}
          rx={4}
          fill="none"
          stroke="var(--accent)"
          strokeWidth={1.5}
        />
      ) : null}
      <rect
        x={place.x - MARK / 2}
        y={place.y - MARK / 2}
        width={MARK}
        height={MARK}
        rx={2}
        fill={isFilled ? color : 'var(--panel)'}
        stroke={isFilled ? 'var(--panel)' : color}
        strokeWidth={isFilled ? 1 : 2}
        strokeDasharray={coaRound(scenario) === 2 ? '3 2' : undefined}
      />
      <text
        className="pareto-number"
        data-outline={isFilled ? undefined : true}
        x={place.x}
        y={place.y + 4}
        textAnchor="middle"
      >
        {scenario.isBaseline ? '–' : scenario.number}
      </text>
      <text className="pareto-name" data-grey={isGrey || undefined} x={text} y={labelY + 4}>
        {scenario.name}
      </text>
      {note ? (
        <text x={text} y={labelY + 17}>
          {note}
        </text>
      ) : null}
    </>
  )
}
