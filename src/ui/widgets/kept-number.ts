/** What a number may be. */
export type Bounds = {
  readonly min: number
  readonly max?: number
  /** Things that are counted. */
  readonly isWhole?: boolean
}

/** What is kept of a number that was asked for, and why it is another; empty: it is the same. */
export function kept(
  asked: number,
  { min, max = Number.POSITIVE_INFINITY, isWhole = false }: Bounds,
): { readonly value: number; readonly why: string } {
  if (asked < min) return { value: min, why: `At least ${min}` }
  if (asked > max) return { value: max, why: `At most ${max}` }
  const whole = Math.round(asked)
  return isWhole && whole !== asked
    ? { value: whole, why: 'Whole numbers only' }
    : { value: asked, why: '' }
}
