import { LEVEL_NAMES } from './levels/levels.ts'
import type { ProductFrame } from './product.ts'

/** How the file of a product is called, without its ending: "Daily update PARTNERS ed 2 221200Z NOV 26". */
export function productStem({ title, level, edition, planningDtg }: ProductFrame): string {
  return `${title} ${LEVEL_NAMES[level].toUpperCase()} ed ${edition} ${planningDtg}`
}
