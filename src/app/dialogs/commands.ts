import { lockAllZones } from '#core/commands/zones/lock-zone.ts'
import { operationOf } from '#core/document.ts'
import { rowExtent } from '#core/row-extent.ts'
import { drawRestriction } from '#panels/access/draw-restriction.ts'
import { INCIDENTS } from '#panels/tables/kinds/incidents.ts'
import { toggleTable } from '#panels/tables/open-table.ts'
import { tableRows } from '#panels/tables/rows-of.ts'
import { comparedScenarios } from '#state/compared.ts'
import { runCommand } from '#state/document-store.ts'
import { flightTo } from '#state/flight-to.ts'
import type { Camera, Place, RestrictionTool, Tool } from '#state/screen-store.ts'
import type { Room } from '#ui/room.tsx'
import { addThisView } from '../places/brief/add-this-view.ts'
import type { DialogName } from './dialogs.tsx'
import { quietCommands } from './quiet-commands.ts'

/** Something that can be done from the palette or by a key. */
export type RoomCommand = {
  readonly id: string
  readonly title: string
  /** As react-hotkeys-hook reads them, several parted by |; null: only from the palette. */
  readonly keys: string | null
  /** As a person reads them. */
  readonly keyText: string
  readonly act: () => void
  /** Its key is heard whatever else is going on. */
  readonly isUrgent?: boolean
  /** It is listed only once something of it is typed: there are many of its like. */
  readonly isQuiet?: boolean
}

type Wiring = {
  readonly room: Room
  readonly openDialog: (dialog: DialogName) => void
  readonly saveToFile: () => void
  readonly lockNow: () => void
  /** What the operation's menu does with operations as a whole. */
  readonly fromMenu: (type: 'new' | 'openFile' | 'sample') => void
  readonly togglePlay: () => void
  readonly stepTime: (direction: 1 | -1) => void
}

/** Every command of the room, in the order in which the palette lists them. */
export function roomCommands(wiring: Wiring): RoomCommand[] {
  const { room, openDialog } = wiring
  const { screen, documents } = room
  const command = (
    id: string,
    title: string,
    rest: Partial<RoomCommand> & Pick<RoomCommand, 'act'>,
  ) => ({
    id,
    title,
    keys: null,
    keyText: '',
    ...rest,
  })
  const toPlace = (place: Place, title: string) =>
    command(`place.${place}`, `Go to ${title}`, {
      act: () => screen.setState({ place, tool: 'select' }),
    })
  const toTool = (tool: Tool, title: string, key: string | null, place?: Place) =>
    command(`tool.${tool}`, title, {
      keys: key,
      keyText: key?.toUpperCase() ?? '',
      act: () => screen.setState(place ? { tool, place } : { tool }),
    })
  const toRestriction = (tool: RestrictionTool, what: string) =>
    command(`restriction.${tool}`, `New restriction: ${what}`, {
      act: () => drawRestriction(screen, tool),
    })
  return [
    command('palette', 'Find', {
      keys: 'mod+k|/',
      keyText: 'Ctrl K',
      act: () => openDialog('palette'),
    }),
    toPlace('situation', 'Situation'),
    toPlace('zones', 'Zones'),
    toPlace('plan', 'Plan'),
    toPlace('compare', 'Compare'),
    toPlace('brief', 'Brief'),
    command('wall', 'Show the briefing on the wall', {
      keys: 'mod+shift+b',
      keyText: 'Ctrl Shift B',
      act: () => screen.setState({ place: 'brief', wallSlide: 0 }),
    }),
    command('add-view', 'Add this view to the briefing', {
      keys: 'mod+shift+a',
      keyText: 'Ctrl Shift A',
      act: () => addThisView(room),
    }),
    command('hand-out', 'Hand out the briefing: PowerPoint, HTML, PDF, pictures', {
      act: () => screen.setState({ place: 'brief', wallSlide: null, isHandingOut: true }),
    }),
    command('import', 'Import data or a base map', { act: () => openDialog('import') }),
    command('export-data', 'Export data', { act: () => openDialog('exportData') }),
    command('table', 'Everything in tables', {
      keys: 'f6',
      keyText: 'F6',
      act: () => toggleTable(screen),
    }),
    command('history', 'Changes: what was done, and undo', { act: () => openDialog('history') }),
    command('ages', 'Age of data: how often new data is expected', {
      act: () => openDialog('ages'),
    }),
    command('keeping', 'Keeping and deleting', { act: () => openDialog('keeping') }),
    command('protected', 'Protected cases, for the named few', {
      act: () => openDialog('protected'),
    }),
    command('settings', 'Settings and planning time', {
      keys: 't',
      keyText: 'T',
      act: () => openDialog('settings'),
    }),
    command('vehicles', 'Vehicles and speeds', { act: () => openDialog('vehicles') }),
    command('shocks', 'Shocks: wet season, bridge out, base lost', {
      act: () => openDialog('shocks'),
    }),
    command('coas', 'Courses of action: branch, rename, assumptions, archive', {
      act: () => openDialog('coas'),
    }),
    command('save', 'Save to a file', { keys: 'mod+s', keyText: 'Ctrl S', act: wiring.saveToFile }),
    command('device', 'This device: passphrase, locking, erasing', {
      act: () => openDialog('device'),
    }),
    command('lock', 'Lock now', {
      keys: 'mod+shift+l',
      keyText: 'Ctrl Shift L',
      isUrgent: true,
      act: wiring.lockNow,
    }),
    command('issues', 'What there is to know about this operation', {
      act: () => openDialog('issues'),
    }),
    command('new', 'New operation from data', { act: () => wiring.fromMenu('new') }),
    command('open-file', 'Open a file', { act: () => wiring.fromMenu('openFile') }),
    command('sample', 'Open the built-in theatre', { act: () => wiring.fromMenu('sample') }),
    command('delete', 'Delete this operation', { act: () => openDialog('delete') }),
    command('erase', 'Erase everything on this device', {
      keys: 'mod+shift+backspace',
      keyText: 'Ctrl Shift Backspace',
      isUrgent: true,
      act: () => openDialog('erase'),
    }),
    command('undo', 'Undo', {
      keys: 'mod+z',
      keyText: 'Ctrl Z',
      act: () => documents.getState().undo(),
    }),
    command('redo', 'Do again', {
      keys: 'mod+shift+z|mod+y',
      keyText: 'Ctrl Shift Z',
      act: () => documents.getState().redo(),
    }),
    toTool('select', 'Select', 'v'),
    toTool('pan', 'Pan', 'h'),
    toTool('measure', 'Measure', 'm'),
    toTool('polygon', 'Draw a zone', 'p', 'zones'),
    toTool('rectangle', 'Draw a rectangle', 'r', 'zones'),
    toTool('circle', 'Draw a circle', 'o', 'zones'),
    toTool('freehand', 'Draw freehand', 'f', 'zones'),
    toTool('paint', 'Paint a zone by cells or districts', 'b', 'zones'),
    toTool('line', 'Draw a line: boundary, phase line, arrow', 'l', 'zones'),
    toTool('rings', 'Draw range rings', null, 'zones'),
    toTool('edit', 'Move the border of the selected zone, or the points of a line', 'e', 'zones'),
    toTool('transform', 'Move, turn or scale the selected zone', 'w', 'zones'),
    toTool('split', 'Split the selected zone along a line', null, 'zones'),
    toTool('cut', 'Cut ground out of the selected zone', null, 'zones'),
    ...[true, false].map((isLocked) =>
      command(`zones.lock.${isLocked}`, isLocked ? 'Lock all zones' : 'Unlock all zones', {
        act: () => {
          const scenarioId = screen.getState().scenarioId ?? ''
          const reason = runCommand(documents, lockAllZones, { scenarioId, isLocked })
          if (reason !== null) room.tell(reason)
        },
      }),
    ),
    command('next-problem', 'Next problem of the zones', {
      keys: 'f8',
      keyText: 'F8',
      act: () => screen.setState({ place: 'zones', isRightOpen: true, nextProblemWish: {} }),
    }),
    toRestriction('restrictionArea', 'area'),
    toRestriction('restrictionStretch', 'stretch'),
    toRestriction('restrictionPoint', 'point'),
    command('access', 'Go to Access restrictions', {
      act: () => screen.setState({ place: 'situation', studyId: null, isAccessOpen: true }),
    }),
    command('forces', 'Go to Forces: task organisation, units, bases', {
      act: () =>
        screen.setState({ place: 'zones', zonesTab: 'forces', tool: 'select', isLeftOpen: true }),
    }),
    command('coordinate', 'Go to a coordinate', {
      keys: 'g',
      keyText: 'G',
      act: () => openDialog('palette'),
    }),
    command('extent', 'Show everything', {
      keys: '0',
      keyText: '0',
      act: () => screen.setState({ flight: wholeView(room) }),
    }),
    command('selection', 'Zoom to the selection', {
      keys: 'z',
      keyText: 'Z',
      act: () => zoomToSelection(room),
    }),
    command('play', 'Play or pause', { keys: 'k', keyText: 'K', act: wiring.togglePlay }),
    command('step-back', 'One step back in time', {
      keys: ',',
      keyText: ',',
      act: () => wiring.stepTime(-1),
    }),
    command('step-on', 'One step on in time', {
      keys: '.',
      keyText: '.',
      act: () => wiring.stepTime(1),
    }),
    ...([1, 2, 3, 4] as const).map((number) =>
      command(`compare-coa-${number}`, `Propose COA ${number} of those compared`, {
        keys: String(number),
        keyText: String(number),
        act: () => proposeNth(room, number),
      }),
    ),
    command('compare-view', 'Next way to compare: time, need met, panes, swipe', {
      keys: 'd',
      keyText: 'D',
      act: () => toggleCompareView(room),
    }),
    command('theme', 'Change theme', {
      act: () => screen.setState({ theme: screen.getState().theme === 'light' ? 'dark' : 'light' }),
    }),
    command('left', 'Fold the left paper', {
      keys: '[',
      keyText: '[',
      act: () => screen.setState({ isLeftOpen: !screen.getState().isLeftOpen }),
    }),
    command('right', 'Fold the right paper', {
      keys: ']',
      keyText: ']',
      act: () => screen.setState({ isRightOpen: !screen.getState().isRightOpen }),
    }),
    command('help', 'Keys', { keys: '?|shift+?', keyText: '?', act: () => openDialog('help') }),
    ...quietCommands(room),
  ]
}

/** A view of the whole theatre. */
export function wholeView({ documents }: Pick<Room, 'documents'>): Camera {
  const [west, south, east, north] = operationOf(documents.getState().document).extentDegrees
  const centre = [(west + east) / 2, (south + north) / 2] as const
  return { centre, zoom: zoomFor(Math.max(east - west, 1.2 * (north - south))) }
}

function zoomFor(degrees: number): number {
  return Math.max(1, Math.log2((360 * 700) / (512 * Math.max(degrees, 0.01))))
}

function toggleCompareView({ screen }: Room): void {
  const { place, compareView } = screen.getState()
  if (place === 'compare') {
    const next = {
      difference: 'needMet',
      needMet: 'panes',
      panes: 'swipe',
      swipe: 'difference',
    } as const
    screen.setState({ compareView: next[compareView] })
  }
}

/** Proposes one of the COAs that are compared, by its place among them; only where they are compared. */
function proposeNth({ screen, documents, tell }: Room, number: number): void {
  const state = screen.getState()
  if (state.place !== 'compare') return
  const compared = comparedScenarios(documents.getState().document, state)
  const proposed = compared.filter(({ isBaseline }) => !isBaseline)[number - 1]
  if (proposed) screen.setState({ scenarioId: proposed.id, ownProposalId: null })
  else tell(`There is no ${ORDINALS[number - 1]} COA in this comparison.`)
}

const ORDINALS = ['first', 'second', 'third', 'fourth'] as const

/** Flies to what is selected, if it lies somewhere. */
function zoomToSelection({ screen, documents }: Room): void {
  const { selection, scenarioId } = screen.getState()
  const { document, columns } = documents.getState()
  if (selection?.type === 'row') {
    const extent = rowExtent(document, selection.table, selection.id)
    if (extent) screen.setState({ flight: flightTo(extent) })
  } else if (selection?.type === 'observation') {
    const rows = tableRows(INCIDENTS, { document, columns, scenarioId: scenarioId ?? '' })
    const index = rows.indexOf(selection)
    const extent = index < 0 ? null : rows.extentAt(index)
    if (extent) screen.setState({ flight: flightTo(extent) })
  }
}
