import type { Command } from '#core/commands/command.ts'
import { addControlMeasure } from '#core/commands/control-measures/add-control-measure.ts'
import { editControlMeasure } from '#core/commands/control-measures/edit-control-measure.ts'
import { addZone } from '#core/commands/zones/add-zone.ts'
import { giveGround, takeGround } from '#core/commands/zones/give-ground.ts'
import { reshapeZone } from '#core/commands/zones/reshape-zone.ts'
import { splitZone } from '#core/commands/zones/split-zone.ts'
import { baselineOf, type OperationDocument } from '#core/document.ts'
import { counted } from '#core/figures.ts'
import { areaSquareKilometres } from '#core/geo/polygon.ts'
import type { MultiPolygon, Polygon } from '#core/place.ts'
import type { ControlMeasure } from '#core/records/control-measure.ts'
import type { Zone } from '#core/records/zone.ts'
import type { MapActions } from '#map/map-props.ts'
import { runCommand } from '#state/document-store.ts'
import type { Room } from '#ui/room.tsx'

/** Ids for pieces that come apart; an edit by hand seldom makes as many. */
const PIECES_AT_MOST = 24

/** What drawing zones, lines and rings on the map does to the document. */
export function zoneActions(room: Room): Partial<MapActions> {
  const { documents, screen, tell } = room
  const newIds = () => Array.from({ length: PIECES_AT_MOST }, () => room.newId())
  const scenarioId = () =>
    screen.getState().scenarioId ?? baselineOf(documents.getState().document)?.id ?? ''
  /** Runs a command, says why it cannot be done, or what it did beside what was asked. */
  const done = <A>(command: Command<A>, args: A, name: string): boolean => {
    const before = documents.getState().document.tables.zones.size
    const reason = runCommand(documents, command, args)
    if (reason !== null) tell(reason)
    const made = documents.getState().document.tables.zones.size - before
    if (reason === null && made > 0 && command !== (splitZone as unknown)) {
      tell(
        `${name} came apart: ${counted(made, 'piece')} beside the largest became zones of their own.`,
      )
    }
    return reason === null
  }
  const draw = (ground: Polygon | MultiPolygon[number]) => {
    const { document } = documents.getState()
    const { kind, takesGround } = screen.getState().drawing
    const row = newZone(document, {
      id: room.newId(),
      scenarioId: scenarioId(),
      outline: ground,
      kind,
    })
    const reason = runCommand(documents, addZone, { row, takesGround, newIds: newIds() })
    if (reason !== null) tell(reason)
    if (reason === null) {
      const selection = { type: 'row', table: 'zones', id: row.id } as const
      screen.setState({ zonePreview: null, tool: 'select', selection })
    }
    return reason === null ? row.id : null
  }
  const nameOf = (id: string) => documents.getState().document.tables.zones.get(id)?.name ?? ''

  return {
    onZonePreview: (zonePreview) => screen.setState({ zonePreview }),
    onZoneDrawn: (outline) => draw(outline) !== null,
    onZoneReshaped: (id, outline, moved) => {
      done(reshapeZone, { id, outline, newIds: newIds(), ...moved }, nameOf(id))
      screen.setState({ zonePreview: null })
    },
    onZoneSplit: (id, line) => {
      const isDone = done(splitZone, { id, line, newIds: newIds() }, nameOf(id))
      if (isDone) screen.setState({ tool: 'select' })
      return isDone
    },
    onZoneCut: (id, ground) => {
      const note = `Cut ground from zone ${nameOf(id)}`
      const isDone = done(takeGround, { id, ground: [ground], note, newIds: newIds() }, nameOf(id))
      if (isDone) screen.setState({ zonePreview: null, tool: 'select' })
      return isDone
    },
    onZonePainted: (id, ground) => {
      screen.setState({ zonePreview: null })
      if (id !== null) {
        const { isErasing } = screen.getState().drawing.brush
        const name = nameOf(id)
        const note = isErasing ? `Erase ground of zone ${name}` : `Paint zone ${name}`
        done(isErasing ? takeGround : giveGround, { id, ground, note, newIds: newIds() }, name)
        return
      }
      const [largest, ...others] = byArea(ground)
      if (!largest) return
      const drawn = draw(largest)
      if (drawn === null) return
      screen.setState({ tool: 'paint' })
      if (others.length > 0)
        tell(
          'What was painted lies in several pieces; the largest is the new zone, the rest is left out.',
        )
    },
    onBrush: (brush) => {
      const { drawing } = screen.getState()
      screen.setState({ drawing: { ...drawing, brush: { ...drawing.brush, ...brush } } })
    },
    onMeasureDrawn: (geometry) => {
      const { document } = documents.getState()
      const kind = geometry.type === 'rings' ? 'rangeRings' : screen.getState().drawing.lineKind
      const row: ControlMeasure = {
        id: room.newId(),
        scenarioId: scenarioId(),
        name: freeNameOf(document, scenarioId(), kind),
        kind,
        geometry,
        isLocked: false,
      }
      const reason = runCommand(documents, addControlMeasure, { row })
      if (reason !== null) {
        tell(reason)
        return false
      }
      const selection = { type: 'row', table: 'controlMeasures', id: row.id } as const
      screen.setState({ tool: 'select', selection })
      return true
    },
    onMeasureMoved: (id, geometry) => {
      const reason = runCommand(documents, editControlMeasure, { id, fields: { geometry } })
      if (reason !== null) tell(reason)
    },
  }
}

function byArea(pieces: MultiPolygon): MultiPolygon {
  const size = (piece: Polygon) => areaSquareKilometres([piece])
  return [...pieces].sort((a, b) => size(b) - size(a))
}

/** How the name of a new one begins. */
const NAMES_BEGIN: Readonly<Record<ControlMeasure['kind'], string>> = {
  boundary: 'Boundary',
  phaseLine: 'PL',
  coordinationLine: 'CL',
  axis: 'Axis',
  rangeRings: 'Rings',
}

function freeNameOf(
  { tables }: OperationDocument,
  scenarioId: string,
  kind: ControlMeasure['kind'],
): string {
  const names = new Set(
    [...tables.controlMeasures.values()]
      .filter((measure) => measure.scenarioId === scenarioId)
      .map(({ name }) => name),
  )
  const short = NAMES_BEGIN[kind]
  let number = 1
  while (names.has(`${short} ${number}`)) number += 1
  return `${short} ${number}`
}

const TINT_COUNT = 8

/** A zone with the next free number and the tint that its COA uses least. */
export function newZone(
  { tables }: OperationDocument,
  drawn: Pick<Zone, 'id' | 'scenarioId' | 'outline' | 'kind'>,
): Zone {
  const others = [...tables.zones.values()].filter((zone) => zone.scenarioId === drawn.scenarioId)
  const names = new Set(others.map(({ name }) => name))
  let number = 1
  while (names.has(`Zone ${number}`)) number += 1
  const uses = Array.from(
    { length: TINT_COUNT },
    (_, tint) => others.filter((zone) => zone.tint === tint).length,
  )
  return {
    ...drawn,
    name: `Zone ${number}`,
    tint: uses.indexOf(Math.min(...uses)),
    isLocked: false,
    parentId: null,
    baseId: null,
    unitIds: [],
  }
}
