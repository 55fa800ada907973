import { needMetShare } from '#analysis/compare/need-met.ts'
import type { Ground } from '#analysis/ground.ts'
import type { Situation } from '#analysis/situation.ts'
import { remembered } from '#map/remembered.ts'

/** What the head of a pane says of a course of action. */
export type PaneFigures = {
  /** Weighted by people; NaN where no need is known. */
  readonly needMetShare: number
  /** Communities that no unit reaches within the standard, of all on the ground. */
  readonly beyondCount: number
  readonly communityCount: number
}

/** As many as are compared at once, before and after a change. */
const KEPT = 8

/** Remembered, since heads are drawn again at every move of the pointer. */
export const paneFigures = remembered(
  (ground: Ground, situation: Situation, standardMinutes: number): PaneFigures => {
    const cells = ground.communityCell.filter((cell) => cell >= 0)
    const beyond = cells.filter((cell) => !(situation.responseMinutes[cell]! <= standardMinutes))
    return {
      needMetShare: needMetShare(ground, situation),
      beyondCount: beyond.length,
      communityCount: cells.length,
    }
  },
  KEPT,
)
