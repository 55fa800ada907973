import { editZone } from '#core/commands/zones/edit-zone.ts'
import type { Zone } from '#core/records/zone.ts'
import { levelOf } from '#core/zoning/zone-levels.ts'
import { useDocument, useRun } from '#ui/room.tsx'
import { Pick } from '#ui/widgets/pick.tsx'

const NONE = ''

/** What a zone lies in and the base that it is served from. */
export function ZoneBonds({
  zone,
  zones,
}: {
  readonly zone: Zone
  readonly zones: readonly Zone[]
}) {
  const run = useRun()
  const bases = useDocument((state) => state.document.tables.bases)
  const larger = zones.filter(({ kind }) => levelOf(kind) < levelOf(zone.kind))
  return (
    <div className="zone-bonds">
      <span>Lies in</span>
      <Pick
        label="The zone that it lies in"
        choices={[
          { id: NONE, name: larger.length > 0 ? 'No larger zone' : 'No larger zone is drawn' },
          ...larger.map(({ id, name }) => ({ id, name })),
        ]}
        value={zone.parentId ?? NONE}
        onChange={(id) => run(editZone, { id: zone.id, fields: { parentId: id || null } })}
      />
      <span>Served from</span>
      <Pick
        label="The base that it is served from"
        choices={[
          { id: NONE, name: 'The nearest, by rule' },
          ...[...bases.values()].map(({ id, name }) => ({ id, name })),
        ]}
        value={zone.baseId ?? NONE}
        onChange={(id) => run(editZone, { id: zone.id, fields: { baseId: id || null } })}
      />
    </div>
  )
}
