import { type Issue, issue } from '#core/issue.ts'
import { grouped } from '../sentences.ts'

/** Distances that are held at once: 128 MB, and as much again for what they cost. */
const MOST_PAIRS = 16_000_000

/** Says that a case is too large, before anything of its size is made; null if it is not. */
export function sizeFault(file: string, pointCount: number, siteCount: number): Issue | null {
  const pairs = pointCount * siteCount
  if (pairs <= MOST_PAIRS) return null
  const message = `${file}: ${grouped(pointCount)} points and ${grouped(siteCount)} sites make ${grouped(pairs)} pairs; the limit is ${grouped(MOST_PAIRS)}, such as 4,000 points that are sites too.`
  return issue('error', 'too-large', message, { file })
}
