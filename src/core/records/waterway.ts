/** What a stretch of water is: those after the first two are waded or stepped over unless they are wide. */
export const WATER_CLASSES = ['river', 'lake', 'stream', 'canal'] as const
export type WaterClass = (typeof WATER_CLASSES)[number]

/** Water from this width on stops people on foot, whatever it is called (guess). */
export const BARRIER_METRES = 20

/**
 * Whether nobody walks across: a river, a lake, or whatever is as wide.
 *
 * @param widthMetres NaN where nobody says.
 */
export function isWaterBarrier(waterClass: WaterClass, widthMetres: number): boolean {
  return waterClass === 'river' || waterClass === 'lake' || widthMetres >= BARRIER_METRES
}
