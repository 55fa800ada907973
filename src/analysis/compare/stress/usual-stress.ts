import { knownOfText, LEAST_KNOWN_SHARE } from '../known-need.ts'
import { type StressSettings, USUAL_STRESS } from './stress.ts'

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
    why: `Need is known of ${knownOfText(knownShare)} alone, so people within the standard are counted.`,
  }
}
