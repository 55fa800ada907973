import type { Ground } from '../ground.ts'
import type { Situation } from '../situation.ts'

/** Need that is known of fewer people than this says little of a COA. */
export const LEAST_KNOWN_SHARE = 0.5

/** Share of people whose need is known; NaN where nobody lives. */
export function knownNeedShare(
  { peopleCount }: Pick<Ground, 'peopleCount'>,
  { need }: { readonly need: Pick<Situation['need'], 'score'> },
): number {
  let [known, all] = [0, 0]
  for (let cell = 0; cell < peopleCount.length; cell++) {
    all += peopleCount[cell]!
    if (!Number.isNaN(need.score[cell]!)) known += peopleCount[cell]!
  }
  return known / all
}

/** `34 % of the people`; few are not none. */
export function knownOfText(share: number): string {
  const text = share > 0 && share < 0.01 ? 'less than 1 %' : `${Math.floor(100 * share)} %`
  return `${text} of the people`
}
