/** What a stretch of water is: those after the first two are waded or stepped over unless they are wide. */
export const WATER_CLASSES = ['river', 'lake', 'stream', 'canal'] as const
export type WaterClass = (typeof WATER_CLASSES)[number]

/** Water from this width on stops people on foot where the operation does not say it (guess). */
export const BARRIER_METRES = 20

/**
 * Whether nobody walks across: a river, a lake, or whatever is as wide.
 *
 * @param widthMetres NaN where nobody says.
 * @param barrierMetres the width from which on water is not waded.
 */
export function isWaterBarrier(
  waterClass: WaterClass,
  widthMetres: number,
  barrierMetres: number,
): boolean {
  return waterClass === 'river' || waterClass === 'lake' || widthMetres >= barrierMetres
}
