import { memo } from 'react'
import { clipZone, fillHoles, takeGround } from '#core/commands/zones/give-ground.ts'
import { mergeZones } from '#core/commands/zones/merge-zones.ts'
import { simplifyZone } from '#core/commands/zones/simplify-zone.ts'
import { countiesAmong } from '#core/county-level.ts'
import { extentOf } from '#core/geo/polygon.ts'
import type { Zone } from '#core/records/zone.ts'
import { groundOutside } from '#core/zoning/ground-outside.ts'
import { areNeighbours } from '#core/zoning/neighbours.ts'
import type { Tool } from '#state/screen-store.ts'
import { useDocument, useRoom, useRun, useScreen } from '#ui/room.tsx'
import { Button } from '#ui/widgets/button.tsx'
import { MenuButton } from '#ui/widgets/menu-button.tsx'

const TOOLS: readonly { readonly tool: Tool; readonly name: string; readonly hint: string }[] = [
  { tool: 'transform', name: 'Move', hint: 'Move, turn or scale it as a whole (W)' },
  { tool: 'split', name: 'Split', hint: 'Along a line that you draw' },
  { tool: 'cut', name: 'Cut', hint: 'Take ground out of it: a hole or a bite' },
  { tool: 'paint', name: 'Paint', hint: 'Give it cells or districts, or take them (B)' },
]

const TOLERANCES_METRES = [50, 250, 1000] as const
const PIECES_AT_MOST = 24

/** What can be done to the ground of a zone: by drawing, or at once. */
export const BorderActions = memo(function BorderActions({
  zone,
  zones,
}: {
  readonly zone: Zone
  readonly zones: readonly Zone[]
}) {
  const { screen } = useRoom()
  const tool = useScreen((state) => state.tool)
  return (
    <fieldset className="border-actions" aria-label={`Change the ground of ${zone.name}`}>
      {TOOLS.map((entry) => (
        <Button
          key={entry.tool}
          look={tool === entry.tool ? 'filled' : 'plain'}
          hint={entry.hint}
          isDisabled={zone.isLocked}
          onPress={() => screen.setState({ tool: tool === entry.tool ? 'select' : entry.tool })}
        >
          {entry.name}
        </Button>
      ))}
      <MergeMenu zone={zone} zones={zones} />
      <MoreMenu zone={zone} zones={zones} />
    </fieldset>
  )
})

function MergeMenu({ zone, zones }: { readonly zone: Zone; readonly zones: readonly Zone[] }) {
  const run = useRun()
  const neighbours = zones.filter(
    (each) =>
      each.id !== zone.id &&
      each.kind === zone.kind &&
      doBoxesMeet(zone, each) &&
      areNeighbours(zone, each),
  )
  return (
    <MenuButton
      text="Merge"
      label="with a zone that touches it"
      isDisabled={zone.isLocked || neighbours.length === 0}
      actions={neighbours.map(({ id, name, isLocked }) => ({
        id,
        name: `with ${name}`,
        isDisabled: isLocked,
      }))}
      onAction={(id) => run(mergeZones, { ids: [zone.id, id] })}
    />
  )
}

/** What the menu does, by the beginning of an id. */
function MoreMenu({ zone, zones }: { readonly zone: Zone; readonly zones: readonly Zone[] }) {
  const run = useRun()
  const { newId } = useRoom()
  const areas = useDocument((state) => state.document.tables.areas)
  const newIds = () => Array.from({ length: PIECES_AT_MOST }, () => newId())
  const counties = countiesAmong(areas.values())
  const overlapped = zones.filter(
    (each) =>
      each.id !== zone.id &&
      each.kind === zone.kind &&
      doBoxesMeet(zone, each) &&
      groundOutside(zone.outline, each.outline, 'inside') > 1e-6,
  )
  const act = (id: string) => {
    const [what, key = ''] = id.split(':')
    if (what === 'fill') run(fillHoles, { id: zone.id })
    if (what === 'simplify') run(simplifyZone, { id: zone.id, toleranceMetres: Number(key) })
    if (what === 'theatre') {
      const ground = counties.flatMap(({ outline }) => outline)
      const note = `Clip zone ${zone.name} to the theatre`
      run(clipZone, { id: zone.id, ground, note, newIds: newIds() })
    }
    const parent = zones.find((each) => each.id === key)
    if (what === 'clip' && parent) {
      const note = `Clip zone ${zone.name} to ${parent.name}`
      run(clipZone, { id: zone.id, ground: [parent.outline], note, newIds: newIds() })
    }
    if (what === 'less' && parent) {
      const note = `Take ${parent.name} out of zone ${zone.name}`
      run(takeGround, { id: zone.id, ground: [parent.outline], note, newIds: newIds() })
    }
  }
  const larger = zones.filter(
    (each) => each.id !== zone.id && each.kind !== zone.kind && doBoxesMeet(zone, each),
  )
  return (
    <MenuButton
      label={`More for ${zone.name}`}
      isDisabled={zone.isLocked}
      actions={[
        { id: 'fill', name: 'Fill its holes', isDisabled: zone.outline.length < 2 },
        { id: 'theatre', name: 'Clip to the theatre', isDisabled: counties.length === 0 },
        ...larger
          .filter(({ kind }) => kind === 'sector' || (kind === 'aor' && zone.kind === 'patrolBox'))
          .map(({ id, name }) => ({ id: `clip:${id}`, name: `Clip to ${name}` })),
        ...overlapped.map(({ id, name }) => ({ id: `less:${id}`, name: `Take ${name} out of it` })),
        ...TOLERANCES_METRES.map((metres) => ({
          id: `simplify:${metres}`,
          name: `Simplify its border by ${metres < 1000 ? `${metres} m` : `${metres / 1000} km`}`,
        })),
      ]}
      onAction={act}
    />
  )
}

function doBoxesMeet(one: Zone, other: Zone): boolean {
  const [a, b] = [extentOf([one.outline]), extentOf([other.outline])]
  return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3]
}
