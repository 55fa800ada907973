import { decimal } from '#core/figures.ts'

/** A weight in per cent of all, to one decimal: the same in cell, sentence and file. */
export function weightPerCent(share: number): number {
  return Math.round(1000 * share) / 10
}

/** `20`, `9.5`: equal weights read equal, and what is whole stands whole. */
export function weightText(share: number): string {
  const perCent = weightPerCent(share)
  return decimal(perCent, Number.isInteger(perCent) ? 0 : 1)
}
