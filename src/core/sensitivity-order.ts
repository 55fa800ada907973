import { Sensitivity } from './place.ts'

/** Whether a label lets a record travel less far than another does. */
export function isAbove(label: Sensitivity, other: Sensitivity): boolean {
  return Sensitivity.options.indexOf(label) > Sensitivity.options.indexOf(other)
}

/** The highest of some labels; null stands for none. */
export function highestLabel(labels: readonly (Sensitivity | null)[]): Sensitivity | null {
  return labels.reduce((most, label) => {
    if (label === null || most === null) return most ?? label
    return isAbove(label, most) ? label : most
  }, null)
}
