import { grouped } from '#core/figures.ts'
import { gridReference } from '#core/geo/grid-reference.ts'
import { FACILITY_CLASS_NAMES } from '#core/record-names.ts'
import type { Facility } from '#core/records/facility.ts'
import { dateTimeGroup } from '#core/time/dtg.ts'
import type { Facts } from '../layer-type.ts'
import { type AccessAt, accessRows } from '../restrictions/access-at.ts'

/** What the card says of a facility, and of the ground that it lies in where something acts there. */
export function facilityFacts(facility: Facility, access: AccessAt): Facts {
  const { id, name, status, capacityCount, source, lastVerifiedAt, position } = facility
  const capacity = capacityCount === null ? 'not given' : grouped(capacityCount)
  return {
    title: name,
    about: [FACILITY_CLASS_NAMES[facility.class], gridReference(position, 3)]
      .filter(Boolean)
      .join(' · '),
    rows: [
      { label: 'Status', value: status },
      ...accessRows(access),
      { label: 'Capacity', value: capacity },
      { label: 'Source', value: source },
      {
        label: 'Seen',
        value: lastVerifiedAt === null ? 'not told' : dateTimeGroup(lastVerifiedAt),
      },
    ],
    warning: status === 'unknown' ? 'Nobody has told whether it is open.' : null,
    selection: { type: 'row', table: 'facilities', id },
  }
}
