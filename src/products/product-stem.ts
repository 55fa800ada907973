import { LEVEL_NAMES } from './levels/levels.ts'
import type { ProductFrame } from './product.ts'

/** What the file of a briefing is called, its ending apart. */
export function productStem({ operation, title, level, madeDtg }: ProductFrame): string {
  return `${operation} ${title} ${LEVEL_NAMES[level]} ${madeDtg}`
}
