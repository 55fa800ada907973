import type { LiveKind } from './problem.ts'

/** Served from outside, or from nowhere. */
export const NO_BASE: LiveKind = {
  kind: 'noBase',
  find: (_zone, { travel, baseCount }) => {
    if (!travel || baseCount > 0 || travel.base?.by === 'named') return null
    return {
      severity: travel.base ? 'watch' : 'bad',
      sentence: travel.base
        ? `No base in it; served from ${travel.base.name}`
        : 'No base serves it',
      figure: Number.NaN,
      unit: '',
    }
  },
}
