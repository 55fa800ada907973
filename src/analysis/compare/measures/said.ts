import { durationText } from '#core/figures.ts'
import type { Course } from '../course.ts'
import { knownNeedShare, LEAST_KNOWN_SHARE } from '../known-need.ts'
import type { Measured } from './measure.ts'

/** A value, or that it cannot be said (NaN). */
export function said(value: number, note: string | null = null): Measured {
  return Number.isFinite(value) ? { value, note } : { value: null, note: null }
}

/** The same of what follows from need: with the share of people whose need is known, where these are few. */
export function saidOfNeed({ input, situation }: Course, measured: Measured): Measured {
  const knownShare = knownNeedShare(input.ground, situation)
  return measured.value !== null && knownShare < LEAST_KNOWN_SHARE
    ? { ...measured, knownShare }
    : measured
}

/** A scale of a bad from nothing to so many; to one where that is nothing. */
export function upTo(worst: number): { readonly worst: number; readonly best: number } {
  return { worst: worst > 0 ? worst : 1, best: 0 }
}

/** `2 h 54`, or that nobody gets there. */
export function wayText(minutes: number): string {
  return Number.isNaN(minutes) ? 'out of reach' : durationText(minutes)
}
