import type { Operation } from '#core/records/operation.ts'

/** How several indicators become one need (analysis.md §3.3). */
export type NeedMean = Operation['needMean']

/**
 * Each of the three means is a weighted mean of a bent score, bent back. On 0–10 with the INFORM
 * shift to 1–10, so that one zero does not swallow the rest. Inverted ≥ arithmetic ≥ plain.
 *
 * @source INFORM, "(10 − GEOMEAN((10 − a)/10·9 + 1, …))/9·10"; reference 07-composite/need_index.json.
 */
export const NEED_MEANS: Readonly<
  Record<
    NeedMean,
    {
      readonly bend: (score: number) => number
      readonly unbend: (mean: number) => number
      /** 1 if a higher bent mean is a higher need, −1 if a lower one is. */
      readonly direction: 1 | -1
    }
  >
> = {
  invertedGeometric: {
    bend: (score) => Math.log(((10 - score) / 10) * 9 + 1),
    unbend: (mean) => ((10 - Math.exp(mean)) / 9) * 10,
    direction: -1,
  },
  arithmetic: { bend: (score) => score, unbend: (mean) => mean, direction: 1 },
  geometric: {
    bend: (score) => Math.log((score / 10) * 9 + 1),
    unbend: (mean) => ((Math.exp(mean) - 1) / 9) * 10,
    direction: 1,
  },
}
