import type { StageAction } from './use-stage-keys.ts'

/** To which slide a key goes; null: it stays. */
export function targetOf(
  action: StageAction,
  key: string,
  at: { readonly index: number; readonly count: number; readonly typed: string },
): number | null {
  const last = at.count - 1
  if (key === 'Enter' && at.typed !== '') {
    return Math.max(0, Math.min(last, Number(at.typed) - 1))
  }
  if (action === 'next') return Math.min(last, at.index + 1)
  if (action === 'back') return Math.max(0, at.index - 1)
  if (action === 'first') return 0
  return action === 'last' ? last : null
}
