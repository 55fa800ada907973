import type { ReleaseLevel } from '#core/records/deck.ts'
import type { HandedOver } from '#core/records/handed-over.ts'
import { LEVEL_AUDIENCES } from './levels/levels.ts'

/** What the log says of a file of a briefing that left; who, when and its checksum stand beside it. */
export function aboutHanded(
  level: ReleaseLevel,
  {
    what,
    format,
    layers = [],
  }: Pick<HandedOver, 'what' | 'format'> & Partial<Pick<HandedOver, 'layers'>>,
): Pick<HandedOver, 'what' | 'layers' | 'format' | 'rowCount' | 'clearedFor' | 'label'> {
  const audience = LEVEL_AUDIENCES[level]
  return { what, layers, format, rowCount: null, clearedFor: audience, label: audience }
}
