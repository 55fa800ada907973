import type { SampledShare } from '../../voice/share-estimate.ts'

/**
 * What is left of a sample without one of its groups: (n·s − nᵍ·sᵍ)/(n − nᵍ), as if every answer
 * weighed the same. Null where the group is not part of the sample.
 */
export function restOf(all: SampledShare, group: SampledShare): SampledShare | null {
  const sampleCount = all.sampleCount - group.sampleCount
  const saidYes = all.share * all.sampleCount - group.share * group.sampleCount
  if (!(sampleCount > 0) || Number.isNaN(saidYes)) return null
  const share = Math.min(1, Math.max(0, saidYes / sampleCount))
  return { ...all, share, sampleCount }
}
