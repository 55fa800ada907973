import { type ReactNode, useId } from 'react'

/** How something looks on the map, drawn small. Hatch rises for what is unknown, falls for what is closed; pairs of lines are what is stale. */
export type SwatchSpec =
  | {
      readonly shape:
        | 'dot'
        | 'ring'
        | 'looseRing'
        | 'square'
        | 'hex'
        | 'line'
        | 'fill'
        | 'dashed'
        | 'hatch'
        | 'backHatch'
        | 'pairs'
        | 'dots'
        | 'frame'
        | 'diamond'
        | 'halfDiamond'
        | 'cross'
        | 'plus'
        | 'minus'
        | 'up'
        | 'down'
        | 'padlock'
        | 'barred'
        | 'noEntry'
      readonly color: string
    }
  /** A pictogram on a plate; its path fills a square of so many units. */
  | {
      readonly shape: 'sign'
      readonly color: string
      readonly sizeUnits: number
      readonly path: string
      readonly plate: 'rounded' | 'square' | 'round'
      readonly fill: 'full' | 'half' | 'hollow'
    }
  | { readonly shape: 'ramp'; readonly colors: readonly string[] }

const HATCH_TURNS: Readonly<Record<string, string>> = {
  hatch: 'rotate(45)',
  backHatch: 'rotate(-45)',
}

/** Marks of one stroke or two, each another shape. */
const MARKS: Readonly<Record<string, (color: string) => ReactNode>> = {
  diamond: (color) => <path d="M10 1.5l5.5 5.5L10 12.5 4.5 7z" fill={color} />,
  halfDiamond: (color) => (
    <>
      <path d="M10 1.5l5.5 5.5L10 12.5 4.5 7z" fill="none" stroke={color} strokeWidth={1.4} />
      <path d="M10 1.5v11L4.5 7z" fill={color} />
    </>
  ),
  cross: (color) => <path d="M6.5 3.5l7 7m0-7l-7 7" stroke={color} strokeWidth={1.6} />,
  plus: (color) => (
    <path
      d="M10 1.5a5.5 5.5 0 1 0 .01 0zM10 4.2v5.6M7.2 7h5.6"
      fill="none"
      stroke={color}
      strokeWidth={1.4}
    />
  ),
  minus: (color) => (
    <path d="M10 1.5a5.5 5.5 0 1 0 .01 0zM7.2 7h5.6" fill="none" stroke={color} strokeWidth={1.4} />
  ),
  pairs: (color) => (
    <path
      d="M4 13L12 1m-5 12l8-12"
      fill="none"
      stroke={color}
      strokeWidth={1}
      strokeLinecap="square"
    />
  ),
  padlock: (color) => (
    <path
      d="M5.5 6.5h9v6h-9zM7.3 6V4.4a2.7 2.7 0 0 1 5.4 0V6"
      fill="none"
      stroke={color}
      strokeWidth={1.5}
    />
  ),
  barred: (color) => (
    <path
      d="M10 1.5a5.5 5.5 0 1 0 .01 0zM6.2 3.2l7.6 7.6"
      fill="none"
      stroke={color}
      strokeWidth={1.5}
    />
  ),
  noEntry: (color) => (
    <path d="M10 1.5a5.5 5.5 0 1 0 .01 0zM6.8 6h6.4v2H6.8z" fill={color} fillRule="evenodd" />
  ),
  up: (color) => <path d="M10 2l5.2 9.5H4.8z" fill={color} />,
  down: (color) => <path d="M10 12L4.8 2.5h10.4z" fill="none" stroke={color} strokeWidth={1.6} />,
}

/** A look of the map, 20 × 14; on the wall the style makes it as large as its text. */
export function Swatch({ swatch }: { readonly swatch: SwatchSpec }) {
  return (
    <svg className="swatch" width={20} height={14} viewBox="0 0 20 14" aria-hidden>
      <Drawn swatch={swatch} />
    </svg>
  )
}

function Drawn({ swatch }: { readonly swatch: SwatchSpec }) {
  const id = useId()
  if (swatch.shape === 'ramp') {
    const width = 20 / Math.max(1, swatch.colors.length)
    return swatch.colors.map((color, i) => (
      <rect key={color} x={i * width} y={1} width={width + 0.3} height={12} fill={color} />
    ))
  }
  if (swatch.shape === 'sign') return <Sign {...swatch} />
  const { shape, color } = swatch
  if (shape === 'dot') return <circle cx={10} cy={7} r={3.6} fill={color} opacity={0.85} />
  if (shape === 'ring')
    return <circle cx={10} cy={7} r={3.4} fill="none" stroke={color} strokeWidth={1.6} />
  if (shape === 'looseRing') {
    return (
      <circle
        cx={10}
        cy={7}
        r={5}
        fill="none"
        stroke={color}
        strokeWidth={1.3}
        strokeDasharray="5.35 2.5"
        strokeDashoffset={-1.25}
      />
    )
  }
  const mark = MARKS[shape]
  if (mark) return mark(color)
  if (shape === 'square') return <rect x={6} y={3} width={8} height={8} fill={color} />
  if (shape === 'hex') return <path d="M10 1l5.5 3v6L10 13l-5.5-3V4z" fill={color} />
  if (shape === 'line')
    return <path d="M1 11C6 11 6 3 11 4s3 6 8-1" fill="none" stroke={color} strokeWidth={2} />
  if (shape === 'fill')
    return <rect x={1} y={1.5} width={18} height={11} fill={color} stroke="var(--ink-2)" />
  if (shape === 'dashed') {
    return (
      <rect
        x={1}
        y={1.5}
        width={18}
        height={11}
        fill="none"
        stroke={color}
        strokeWidth={1.4}
        strokeDasharray="4 2.4"
      />
    )
  }
  if (shape === 'frame') {
    return (
      <>
        <rect x={1} y={1.5} width={18} height={11} fill="#b5daf2" stroke="#0e3352" />
        <path d="M1 1.5l18 11M19 1.5l-18 11" stroke="#0e3352" strokeWidth={0.9} />
      </>
    )
  }
  const pattern = `swatch-${id}`
  return (
    <>
      <pattern
        id={pattern}
        width={4}
        height={4}
        patternUnits="userSpaceOnUse"
        patternTransform={HATCH_TURNS[shape] ?? ''}
      >
        {HATCH_TURNS[shape] ? (
          <rect width={1.4} height={4} fill={color} />
        ) : (
          <circle cx={2} cy={2} r={0.9} fill={color} />
        )}
      </pattern>
      <rect x={1} y={1.5} width={18} height={11} fill={`url(#${pattern})`} stroke={color} />
    </>
  )
}

function Sign(props: Extract<SwatchSpec, { readonly shape: 'sign' }>) {
  const { color, fill, path, plate, sizeUnits } = props
  const rounding = { rounded: 2.5, square: 0, round: 6.5 }[plate]
  const isFull = fill === 'full'
  return (
    <>
      <rect
        x={3.6}
        y={0.6}
        width={12.8}
        height={12.8}
        rx={rounding}
        fill={isFull ? color : 'none'}
        stroke={color}
        strokeWidth={1.2}
      />
      {fill === 'half' ? (
        <rect x={3.6} y={7} width={12.8} height={6.4} fill={color} opacity={0.35} />
      ) : null}
      <path
        d={path}
        transform={`translate(5.25 2.25) scale(${9.5 / sizeUnits})`}
        fill={isFull ? 'var(--panel)' : color}
      />
    </>
  )
}
