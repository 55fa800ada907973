import type { OperationDocument } from '../../document.ts'
import type { ControlMeasure } from '../../records/control-measure.ts'

/** Why a control measure may not be touched; null if it may. A locked one may only be unlocked. */
export function lockedMeasure({ isLocked, name }: ControlMeasure): string | null {
  return isLocked ? `${name} is locked. Unlock it first.` : null
}

/** What is wrong with a control measure, in a sentence; null if nothing is. */
export function measureFault(
  { tables }: OperationDocument,
  { scenarioId, kind, geometry }: ControlMeasure,
): string | null {
  if (!tables.scenarios.has(scenarioId)) return 'That COA is no longer there.'
  if ((kind === 'rangeRings') !== (geometry.type === 'rings')) {
    return kind === 'rangeRings'
      ? 'Range rings need a centre and a radius.'
      : 'This control measure needs a line, not rings.'
  }
  if (geometry.type === 'rings') return null
  const [first] = geometry.line
  const isAPoint = geometry.line.every(([lon, lat]) => lon === first?.[0] && lat === first[1])
  return isAPoint ? 'A line needs two different points.' : null
}
