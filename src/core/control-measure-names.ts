import type { ControlMeasure } from './records/control-measure.ts'

/** What control measures are called, and how the name of one begins. */
export const CONTROL_MEASURE_NAMES: Readonly<
  Record<ControlMeasure['kind'], { readonly title: string; readonly short: string }>
> = {
  boundary: { title: 'Boundary', short: 'Boundary' },
  phaseLine: { title: 'Phase line', short: 'PL' },
  coordinationLine: { title: 'Coordination line', short: 'CL' },
  axis: { title: 'Axis, an arrow', short: 'Axis' },
  rangeRings: { title: 'Range rings', short: 'Rings' },
}
