import { useId } from 'react'
import type { LegendSwatch } from '../slide-map.ts'

const HATCH_TURNS: Readonly<Record<string, string>> = {
  hatch: 'rotate(45)',
  backHatch: 'rotate(-45)',
}

/** A layer's mark, drawn as on the map; its size is in rem. */
export function Swatch({ swatch }: { readonly swatch: LegendSwatch }) {
  return (
    <svg className="wall-swatch" viewBox="0 0 20 14" aria-hidden>
      <Drawn {...swatch} />
    </svg>
  )
}

function Drawn({ shape, color }: LegendSwatch) {
  const id = useId()
  const box = { x: 0.7, y: 0.7, width: 18.6, height: 12.6 }
  if (shape === 'dot') return <circle cx={10} cy={7} r={5} fill={color} />
  if (shape === 'ring')
    return <circle cx={10} cy={7} r={4.6} fill="none" stroke={color} strokeWidth={2} />
  if (shape === 'looseRing')
    return (
      <circle
        cx={10}
        cy={7}
        r={5.4}
        fill="none"
        stroke={color}
        strokeWidth={1.5}
        strokeDasharray="5.78 2.7"
        strokeDashoffset={-1.35}
      />
    )
  if (shape === 'square') return <rect x={4.5} y={1.5} width={11} height={11} fill={color} />
  if (shape === 'hex' || shape === 'fill') return <rect {...box} fill={color} />
  if (shape === 'line')
    return <path d="M1 11C6 11 6 3 11 4s3 6 8-1" fill="none" stroke={color} strokeWidth={2.2} />
  if (shape === 'dashed')
    return <rect {...box} fill="none" stroke={color} strokeWidth={1.6} strokeDasharray="4 2.4" />
  if (shape === 'frame')
    return (
      <g fill="#b5daf2" stroke="#0e3352">
        <rect {...box} />
        <path d="M.7.7l18.6 12.6M19.3.7L.7 13.3" strokeWidth={0.9} />
      </g>
    )
  const pattern = `wall-swatch-${id}`
  const turn = HATCH_TURNS[shape]
  return (
    <>
      <pattern
        id={pattern}
        width={4}
        height={4}
        patternUnits="userSpaceOnUse"
        {...(turn ? { patternTransform: turn } : {})}
      >
        {turn ? (
          <rect width={1.6} height={4} fill={color} />
        ) : (
          <circle cx={2} cy={2} r={1} fill={color} />
        )}
      </pattern>
      <rect {...box} fill={`url(#${pattern})`} stroke={color} strokeWidth={0.8} />
    </>
  )
}
