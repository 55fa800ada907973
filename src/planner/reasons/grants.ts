import type { Decision } from './decisions.ts'

/** What a person can set so that a remedy is there for the next plan: the value to set, or what to take back. */
export type Grant =
  | { readonly kind: 'moves'; readonly maxMoveCount: number }
  | { readonly kind: 'budget'; readonly budgetUsd: number }
  | { readonly kind: 'standard'; readonly typeId: string; readonly reachMinutes: number }
  | { readonly kind: 'place'; readonly placeId: string }
  | { readonly kind: 'posting'; readonly postingId: string }

const POSTING = 'posting '

/** Of a posting that is held, by its row. */
export function heldPostingId(postingId: string): string {
  return `${POSTING}${postingId}`
}

/** How a decision is taken back; null: it follows from what a unit is for, which no setting changes. */
export function grantOf({ kind, id }: Decision, placeId: string): Grant | null {
  if (kind === 'fixed') return null
  if (kind !== 'heldPosting') return { kind: 'place', placeId }
  return { kind: 'posting', postingId: id.slice(POSTING.length) }
}
