import type { ControlMeasure } from '#core/records/control-measure.ts'

const DASHES: Readonly<Partial<Record<ControlMeasure['kind'], string>>> = {
  boundary: '7 2 2 2',
  coordinationLine: '2 2.5',
}

/** A kind of control measure as it looks on the map, in little. */
export function MeasureMark({ kind }: { readonly kind: ControlMeasure['kind'] }) {
  const line = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.6 } as const
  if (kind === 'rangeRings') {
    return (
      <svg width={20} height={12} aria-hidden>
        <circle cx={10} cy={6} r={2} {...line} />
        <circle cx={10} cy={6} r={5.2} strokeDasharray="3 2" {...line} />
      </svg>
    )
  }
  return (
    <svg width={20} height={12} aria-hidden>
      <path d="M0 6H20" strokeDasharray={DASHES[kind]} {...line} />
      {kind === 'axis' ? <path d="M14 1.5L19 6L14 10.5" {...line} /> : null}
    </svg>
  )
}
