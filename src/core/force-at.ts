import type { OperationDocument } from './document.ts'
import type { Base } from './records/base.ts'
import type { Unit } from './records/unit.ts'
import { epochMinutesOf, isWithin } from './time/instant.ts'

/** Units, and the bases that they live at. */
export type Force = { readonly bases: readonly Base[]; readonly units: readonly Unit[] }

/**
 * The force that a scenario starts from: that of the registers, or what was in place at an instant of
 * its own, as if it stood from then on for ever. 1 ms for some hundred rows.
 */
export function forceOf(
  { tables }: Pick<OperationDocument, 'tables'>,
  scenarioId: string | null,
): Force {
  const force = { bases: [...tables.bases.values()], units: [...tables.units.values()] }
  const at = tables.scenarios.get(scenarioId ?? '')?.forceAt ?? null
  return at === null ? force : forceAt(force, at)
}

/** What is valid at an instant, without its dates; everything else is not there. */
function forceAt({ bases, units }: Force, at: string): Force {
  const atEpochMinutes = epochMinutesOf(at)
  return { bases: lasting(bases, atEpochMinutes), units: lasting(units, atEpochMinutes) }
}

function lasting<T extends Pick<Unit, 'validFrom' | 'validTo'>>(
  rows: readonly T[],
  atEpochMinutes: number,
): T[] {
  return rows
    .filter(({ validFrom, validTo }) => isWithin(atEpochMinutes, validFrom, validTo))
    .map((row) => ({ ...row, validFrom: null, validTo: null }))
}
