import { knownNeedShare } from '#analysis/compare/known-need.ts'
import type { StressSettings } from '#analysis/compare/stress/stress.ts'
import { usualStress } from '#analysis/compare/stress/usual-stress.ts'
import { baselineOf } from '#core/document.ts'
import type { OperationContents } from '#core/operation-file.ts'
import type { StressInput } from '#jobs/stress.ts'
import type { Observations } from '#state/desk/situations.ts'
import { type StressPicture, stressInputOf } from '#state/desk/stress-inputs.ts'

/**
 * What courses are tried from, and why by that measure where nobody named one; null: it is the usual one.
 *
 * @param pictures one at least.
 */
export function stressAsked(
  contents: OperationContents,
  pictures: readonly (StressPicture & Observations)[],
  asked: Partial<StressSettings>,
): { readonly input: StressInput; readonly why: string | null } {
  const first = pictures[0]!
  const baselineId = baselineOf(contents.document)?.id
  const today = pictures.find(({ scenarioId }) => scenarioId === baselineId) ?? first
  const usual = usualStress(knownNeedShare(first.input.ground, today.situation))
  const settings = { ...usual.settings, ...asked }
  const input = stressInputOf(contents, pictures, { settings, incidents: first.incidents })!
  return { input, why: usual.why }
}
