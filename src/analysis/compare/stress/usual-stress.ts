import type { Ground } from '../../ground.ts'
import type { Situation } from '../../situation.ts'
import { type StressSettings, USUAL_STRESS } from './stress.ts'

/** Need that is known of fewer people than this says little of a COA. */
const LEAST_KNOWN_SHARE = 0.5

/** Share of people whose need is known; NaN where nobody lives. */
export function knownNeedShare(
  { peopleCount }: Pick<Ground, 'peopleCount'>,
  { need }: Pick<Situation, 'need'>,
): number {
  let [known, all] = [0, 0]
  for (let cell = 0; cell < peopleCount.length; cell++) {
    all += peopleCount[cell]!
    if (!Number.isNaN(need.score[cell]!)) known += peopleCount[cell]!
  }
  return known / all
}

/**
 * How courses are tried unless a person says otherwise: by need met; by people within the standard where
 * need is known of less than half of the people.
 *
 * @returns the settings, and why they are not those of everywhere; null: they are.
 */
export function usualStress(knownShare: number): {
  readonly settings: StressSettings
  readonly why: string | null
} {
  if (!(knownShare < LEAST_KNOWN_SHARE)) return { settings: USUAL_STRESS, why: null }
  return {
    settings: { ...USUAL_STRESS, measureId: 'peopleWithinStandard' },
    why: `Need is known of ${percentText(knownShare)} of the people alone, so people within the standard are counted.`,
  }
}

function percentText(share: number): string {
  return share > 0 && share < 0.01 ? 'less than 1 %' : `${Math.floor(100 * share)} %`
}
