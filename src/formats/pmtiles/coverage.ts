import type { ExtentDegrees } from '#core/geo/extent.ts'
import { issue, ok, type Result, refuse } from '#core/issue.ts'
import type { ArchiveFacts } from './archive-facts.ts'

/** How much of an operation's extent an archive covers, a share of its square degrees; none is refused. */
export function coverageOf(
  { fileName, boundsDegrees }: Pick<ArchiveFacts, 'fileName' | 'boundsDegrees'>,
  extent: ExtentDegrees,
): Result<number> {
  const [west, south, east, north] = extent
  const width = Math.min(east, boundsDegrees[2]) - Math.max(west, boundsDegrees[0])
  const height = Math.min(north, boundsDegrees[3]) - Math.max(south, boundsDegrees[1])
  if (width > 0 && height > 0) return ok((width * height) / ((east - west) * (north - south)))
  const message = `${fileName} covers other ground than this operation. Ask for one that covers it.`
  return refuse(issue('error', 'pmtiles-elsewhere', message, { file: fileName }))
}
