import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { operationOf } from '#core/document.ts'
import type { Issue } from '#core/issue.ts'
import { type StressDesk, StressDeskProvider } from '#panels/compare/stress/stress-desk.ts'
import { type PlanDesk, PlanDeskProvider } from '#panels/plan/plan-desk.ts'
import { type ZoneDesk, ZoneDeskProvider } from '#panels/zones/propose/zone-desk.ts'
import type { Storage } from '#storage/open-storage.ts'
import { type Room, RoomProvider } from '#ui/room.tsx'
import type { Opener } from './app.tsx'
import { lockDevice } from './device/lock-device.ts'
import type { Leaving } from './device/other-tabs.ts'
import { useIdleLock } from './device/use-idle-lock.ts'
import { useSealingState } from './device/use-sealing-state.ts'
import { roomCommands } from './dialogs/commands.ts'
import { type DialogName, Dialogs } from './dialogs/dialogs.tsx'
import { Keys } from './keys.tsx'
import { Notices, useNotices } from './notices.tsx'
import { exportFile } from './opening/operations.ts'
import { nowAt, type Session } from './opening/session.ts'
import { Places } from './places/places.tsx'
import { deleteExpired } from './retention.ts'
import { useNamesRead } from './search/use-finder.ts'
import { useTimeKeys } from './time-keys.ts'
import { MarkingBar } from './title/marking-bar.tsx'
import { OperationMenu } from './title/operation-menu.tsx'
import { TitleBar } from './title/title-bar.tsx'
import { useMenuActions } from './title/use-menu-actions.ts'

type ShellProps = {
  readonly session: Session
  readonly storage: Storage
  /** What there was to tell when the operation was opened. */
  readonly issues: readonly Issue[]
  /** The sheet that lies open at first. */
  readonly firstDialog: DialogName | null
  readonly openWith: Opener
  /** Covers this tab, and leaves it once it is saved. */
  readonly leave: (why: Leaving) => void
}

/** The room round the map: markings, title bar, papers, strip and status line. */
export function Shell({ session, storage, issues, firstDialog, openWith, leave }: ShellProps) {
  const notices = useNotices(issues)
  const { tell } = notices
  const [dialog, setDialog] = useState(firstDialog)
  const room = useMemo(() => roomOf(session, tell), [session, tell])
  const planDesk = useMemo(() => planDeskOf(session), [session])
  const zoneDesk = useMemo(() => zoneDeskOf(session), [session])
  const stressDesk = useMemo(() => stressDeskOf(session), [session])
  const time = useTimeKeys(room)
  const saveToFile = useCallback(() => {
    exportFile(room).then(
      (warning) => tell(['The operation was saved to a file.', warning ?? ''].join(' ').trim()),
      (error: unknown) => tell(`The file could not be written (${String(error)}).`),
    )
  }, [room, tell])
  const lockNow = useCallback(() => {
    const why = lockDevice(storage, leave)
    if (why) tell(why)
  }, [storage, leave, tell])
  const menuAct = useRef<ReturnType<typeof useMenuActions>['act']>(() => {})
  const commands = useMemo(
    () =>
      roomCommands({
        room,
        saveToFile,
        lockNow,
        fromMenu: (type) => menuAct.current({ type }),
        openDialog: setDialog,
        togglePlay: time.toggle,
        stepTime: time.step,
      }),
    [room, saveToFile, lockNow, time.toggle, time.step],
  )
  const menu = useMenuActions({
    session,
    storage,
    openWith,
    tell,
    saveToFile,
    openDialog: setDialog,
  })
  menuAct.current = menu.act
  useEffect(() => {
    void deleteExpired(session).then((told) => told !== null && tell(told))
  }, [session, tell])
  useTheme(session)
  useTitle(storage, session)
  useIdleLock(storage, session.screen, leave)
  return (
    <RoomProvider value={room}>
      <NamesRead />
      <Keys bindings={commands.flatMap(({ keys, ...rest }) => (keys ? [{ ...rest, keys }] : []))} />
      <div className="shell">
        <MarkingBar edge="top" />
        <TitleBar
          autosave={session.autosave}
          onDialog={setDialog}
          menu={<OperationMenu storage={storage} onAction={menu.act} />}
        />
        <PlanDeskProvider value={planDesk}>
          <ZoneDeskProvider value={zoneDesk}>
            <StressDeskProvider value={stressDesk}>
              <Places
                playing={time}
                onImport={() => setDialog('import')}
                onShocks={() => setDialog('shocks')}
              />
            </StressDeskProvider>
          </ZoneDeskProvider>
        </PlanDeskProvider>
        <MarkingBar edge="bottom" />
        <Notices
          notices={notices}
          onIssues={() => setDialog('issues')}
          onSaveToFile={saveToFile}
          autosave={session.autosave}
        />
      </div>
      {menu.fileInput}
      <Dialogs
        open={dialog}
        onClose={() => setDialog(null)}
        issues={issues}
        commands={commands}
        session={session}
        onDelete={menu.deleteOpen}
        storage={storage}
        onOpen={setDialog}
        onLock={lockNow}
      />
    </RoomProvider>
  )
}

/** Has the names of the operation read for the palette, in time for its opening. */
function NamesRead() {
  useNamesRead()
  return null
}

function roomOf({ documents, screen, results, autosave }: Session, tell: Room['tell']): Room {
  return {
    documents,
    screen,
    results,
    tell,
    saving: autosave.store,
    now: nowAt,
    newId: () => crypto.randomUUID(),
  }
}

function zoneDeskOf({ desk }: Session): ZoneDesk {
  return { request: desk.requestZones, stop: desk.stopZones, discard: desk.discardZones }
}

function stressDeskOf({ desk }: Session): StressDesk {
  return {
    request: desk.requestStress,
    stop: desk.stopStress,
    repair: desk.requestRepair,
    stopRepair: desk.stopRepair,
  }
}

function planDeskOf({ desk }: Session): PlanDesk {
  return {
    request: desk.requestPlan,
    stop: desk.stopPlan,
    discard: desk.discardPlan,
    weigh: desk.weighPlan,
    stopWeighing: desk.stopWeighing,
    askWhy: desk.askWhy,
    stopWhy: desk.stopWhy,
    take: desk.takePlan,
    giveBack: desk.giveBackPlan,
  }
}

function useTheme({ screen }: Session): void {
  const theme = useStore(screen, (state) => state.theme)
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme
  }, [theme])
}

/** Browsers keep titles in their history on the disk, so a sealed device shows no name there. */
function useTitle(storage: Storage, { documents }: Session): void {
  const name = useStore(documents, (state) => operationOf(state.document).name)
  const isSealed = useSealingState(storage) === 'open'
  useEffect(() => {
    document.title = isSealed ? 'Commonground' : `${name} · Commonground`
  }, [name, isSealed])
}
