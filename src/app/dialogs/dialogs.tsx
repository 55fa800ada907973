import { Suspense, useState } from 'react'
import { operationOf } from '#core/document.ts'
import type { Issue } from '#core/issue.ts'
import { IssueList } from '#panels/issues/issue-list.tsx'
import { CoaSheet } from '#panels/scenarios/coa-sheet.tsx'
import { ShocksSheet } from '#panels/shocks/shocks-sheet.tsx'
import { ProtectedCases } from '#panels/voice/protected-cases.tsx'
import type { Storage } from '#storage/open-storage.ts'
import { useDocument, useRoom } from '#ui/room.tsx'
import { Confirm, Dialog } from '#ui/widgets/dialog.tsx'
import { DeviceDialog } from '../device/device-dialog.tsx'
import { EraseDialog } from '../device/erase-dialog.tsx'
import type { Session } from '../opening/session.ts'
import { later, Opening } from '../places/later.tsx'
import type { RoomCommand } from './commands.ts'
import { Help } from './help.tsx'
import { Palette } from './palette.tsx'
import { SettingsForm } from './settings-form.tsx'

const ExportDialog = later(() => import('./export-dialog.tsx').then((it) => it.ExportDialog))
const ImportDialog = later(() => import('./import-dialog.tsx').then((it) => it.ImportDialog))
const KeepingDialog = later(() => import('./keeping-dialog.tsx').then((it) => it.KeepingDialog))
const AgesPanel = later(() => import('#panels/ages/ages-panel.tsx').then((it) => it.AgesPanel))
const HistoryList = later(() =>
  import('#panels/history/history-list.tsx').then((it) => it.HistoryList),
)
const VehiclesPanel = later(() =>
  import('#panels/vehicles/vehicles-panel.tsx').then((it) => it.VehiclesPanel),
)

export type DialogName =
  | 'palette'
  | 'import'
  | 'exportData'
  | 'history'
  | 'ages'
  | 'keeping'
  | 'protected'
  | 'settings'
  | 'vehicles'
  | 'shocks'
  | 'coas'
  | 'help'
  | 'issues'
  | 'delete'
  | 'device'
  | 'erase'

/** The one sheet that is open over the room. */
export function Dialogs(props: {
  readonly open: DialogName | null
  readonly onClose: () => void
  readonly issues: readonly Issue[]
  readonly commands: readonly RoomCommand[]
  readonly session: Session
  readonly onDelete: () => void
  readonly storage: Storage
  readonly onOpen: (dialog: DialogName) => void
  readonly onLock: () => void
}) {
  const { open, onClose } = props
  const { tell } = useRoom()
  const name = useDocument((state) => operationOf(state.document).name)
  // Once opened it stays, and so do the files in it while another sheet lies over the room.
  const [isImportMet, setIsImportMet] = useState(false)
  if (open === 'import' && !isImportMet) setIsImportMet(true)
  const sheet = (
    dialog: DialogName,
    title: string,
    body: React.ReactNode,
    width: 'normal' | 'wide' = 'normal',
  ) => (
    <Dialog title={title} width={width} isOpen={open === dialog} onClose={onClose}>
      <Opening>{body}</Opening>
    </Dialog>
  )
  return (
    <>
      <Palette
        isOpen={open === 'palette'}
        onClose={onClose}
        onShocks={() => props.onOpen('shocks')}
        commands={props.commands}
      />
      <Suspense fallback={null}>
        {open === 'exportData' ? <ExportDialog onClose={onClose} /> : null}
        {isImportMet ? <ImportDialog isOpen={open === 'import'} onClose={onClose} /> : null}
        {open === 'keeping' ? <KeepingDialog session={props.session} onClose={onClose} /> : null}
      </Suspense>
      <ProtectedCases isOpen={open === 'protected'} onClose={onClose} />
      {sheet('ages', 'Age of data', <AgesPanel />, 'wide')}
      {sheet('history', 'Changes', <HistoryList />)}
      {sheet('settings', 'Settings', <SettingsForm onVehicles={() => props.onOpen('vehicles')} />)}
      {sheet('vehicles', 'Vehicles and speeds', <VehiclesPanel />, 'wide')}
      <ShocksSheet isOpen={open === 'shocks'} onClose={onClose} />
      <CoaSheet isOpen={open === 'coas'} onClose={onClose} />
      {sheet('help', 'Keys', <Help />)}
      {sheet(
        'issues',
        'What there is to know about this operation',
        <IssueList issues={props.issues} />,
      )}
      <DeviceDialog
        storage={props.storage}
        tell={tell}
        isOpen={open === 'device'}
        onClose={onClose}
        onLock={props.onLock}
        onErase={() => props.onOpen('erase')}
      />
      {open === 'erase' ? <EraseDialog storage={props.storage} isOpen onClose={onClose} /> : null}
      <Confirm
        title={`Delete ${name}?`}
        sentence={`${name} is taken off this device with all its changes. This cannot be undone; save it to a file first if it may be needed again.`}
        doIt="Delete it"
        isOpen={open === 'delete'}
        onDo={props.onDelete}
        onClose={onClose}
      />
    </>
  )
}
