import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { dateTimeGroup } from '#core/time/dtg.ts'
import { instantOf } from '#core/time/instant.ts'

type Span = readonly [number, number]
type Part = 'from' | 'to' | 'body'

const HEIGHT = 42

/** The window over the strip: drag its ends or its body, or move the ends by arrow keys. */
export function Brush(props: {
  readonly domain: Span
  readonly window: Span
  readonly width: number
  readonly stepMinutes: number
  readonly onChange: (window: Span) => void
}) {
  const { domain, window, width, stepMinutes, onChange } = props
  const held = useRef<{
    readonly part: Part
    readonly atMinutes: number
    readonly window: Span
  } | null>(null)
  const perPixel = (domain[1] - domain[0]) / Math.max(1, width)
  const x = (minutes: number) => (minutes - domain[0]) / perPixel
  const moved = (part: Part, start: Span, byMinutes: number): Span => {
    const by = Math.round(byMinutes / stepMinutes) * stepMinutes
    if (part === 'from') return [clamp(start[0] + by, domain[0], start[1] - stepMinutes), start[1]]
    if (part === 'to') return [start[0], clamp(start[1] + by, start[0] + stepMinutes, domain[1])]
    const kept = clamp(by, domain[0] - start[0], domain[1] - start[1])
    return [start[0] + kept, start[1] + kept]
  }
  const grab = (part: Part) => (event: PointerEvent<SVGElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    held.current = { part, atMinutes: event.clientX * perPixel, window }
  }
  const drag = (event: PointerEvent<SVGElement>) => {
    if (!held.current) return
    const { part, atMinutes, window: start } = held.current
    onChange(moved(part, start, event.clientX * perPixel - atMinutes))
  }
  const release = () => {
    held.current = null
  }
  const press = (part: Part) => (event: KeyboardEvent<SVGElement>) => {
    const direction = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (direction === 0) return
    event.preventDefault()
    onChange(moved(part, window, direction * stepMinutes * (event.shiftKey ? 7 : 1)))
  }
  const left = x(Math.max(domain[0], window[0]))
  const right = x(Math.min(domain[1], window[1]))
  const gestures = { onPointerMove: drag, onPointerUp: release, onPointerCancel: release }
  return (
    <g>
      <rect
        className="brush-body"
        x={left}
        width={Math.max(1, right - left)}
        y={0}
        height={HEIGHT}
        onPointerDown={grab('body')}
        {...gestures}
      />
      {(['from', 'to'] as const).map((end) => {
        const minutes = end === 'from' ? window[0] : window[1]
        const at = end === 'from' ? left : right
        return (
          <g
            key={end}
            className="brush-end"
            role="slider"
            tabIndex={0}
            aria-label={end === 'from' ? 'Window begins' : 'Window ends'}
            aria-valuemin={domain[0]}
            aria-valuemax={domain[1]}
            aria-valuenow={minutes}
            aria-valuetext={dateTimeGroup(instantOf(minutes))}
            onPointerDown={grab(end)}
            onKeyDown={press(end)}
            {...gestures}
          >
            <rect x={at - 12} width={24} y={0} height={HEIGHT} fill="transparent" />
            <line x1={at} x2={at} y1={0} y2={HEIGHT} />
            <rect className="brush-handle" x={at - 3} width={6} y={14} height={13} rx={1.5} />
          </g>
        )
      })}
    </g>
  )
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), Math.max(low, high))
}
