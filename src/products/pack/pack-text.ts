import type { Operation } from '#core/records/operation.ts'
import { dateTimeGroup } from '#core/time/dtg.ts'
import { LEVEL_NAMES } from '../levels/levels.ts'

/** "Briefing pack · made 221200Z NOV 26 · Partners": said wherever a pack is shown; null: it is none. */
export function packText({ pack }: Pick<Operation, 'pack'>): string | null {
  if (!pack) return null
  return `Briefing pack · made ${dateTimeGroup(pack.madeAt)} · ${LEVEL_NAMES[pack.level]}`
}
