import { useCallback, useEffect, useRef, useState } from 'react'
import type { Issue, Result } from '#core/issue.ts'
import type { Storage } from '#storage/open-storage.ts'
import type { OpenedOperation } from '#storage/storage-desk.ts'
import { LockCover } from './device/lock-cover.tsx'
import { type Leaving, leaveBy, startAnew } from './device/other-tabs.ts'
import { useSealingState } from './device/use-sealing-state.ts'
import type { DialogName } from './dialogs/dialogs.tsx'
import { exportFile, openLast, openSample } from './opening/operations.ts'
import { createSession, nowAt, type Session } from './opening/session.ts'
import { Welcome } from './opening/welcome.tsx'
import { Shell } from './shell.tsx'

type Open = {
  readonly session: Session
  readonly issues: readonly Issue[]
  readonly firstDialog: DialogName | null
}

/**
 * Opens another operation in place of this one; returns what kept it from that.
 *
 * @param firstDialog the sheet that lies open on it, such as the import of a new operation.
 */
export type Opener = (
  work: () => Promise<Result<OpenedOperation>>,
  firstDialog?: DialogName,
) => Promise<readonly Issue[]>

/**
 * Opens what this device worked on last, and whatever is opened after it.
 *
 * @param isErased it was just erased: nothing opens by itself.
 */
export function App({
  storage,
  isErased,
}: {
  readonly storage: Storage
  readonly isErased: boolean
}) {
  const isLocked = useSealingState(storage) === 'locked'
  const [open, setOpen] = useState<Open | null>(null)
  const [failure, setFailure] = useState<readonly Issue[] | null>(isErased ? [] : null)
  const [leaving, setLeaving] = useState<Leaving | null>(null)
  const current = useRef<Session | null>(null)
  const leave = useCallback((why: Leaving) => {
    if (current.current === null) startAnew(false)
    else setLeaving(why)
  }, [])
  const openWith = useCallback<Opener>(
    async (work, firstDialog) => {
      const result = await work().catch((error: unknown) => failed(error))
      if (!result.ok) {
        if (current.current === null) setFailure(result.issues)
        return result.issues
      }
      await current.current?.autosave.flush()
      current.current?.dispose()
      const { id } = result.value.document
      const session = createSession(result.value, storage, () => {
        void openWith(() => storage.loadOperation(id))
      })
      current.current = session
      setFailure(null)
      setOpen({ session, issues: result.issues, firstDialog: firstDialog ?? null })
      return []
    },
    [storage],
  )
  useEffect(() => {
    if (isLocked && current.current !== null) leave('sealing')
    else if (!isLocked && !isErased && current.current === null) {
      void openWith(() => openLast(storage))
    }
  }, [openWith, storage, isLocked, isErased, leave])
  useEffect(() => leaveBy(leave), [leave])
  if (open && leaving) {
    const { session } = open
    const goBack = () => {
      setOpen({ ...open, firstDialog: null })
      setLeaving(null)
    }
    return (
      <LockCover
        storage={storage}
        autosave={session.autosave}
        why={leaving}
        onSaveToFile={() => saveToFile(session)}
        onBack={goBack}
      />
    )
  }
  if (open) {
    const { id } = open.session.documents.getState().document
    return (
      <Shell
        key={id + String(sessionNumber(open.session))}
        session={open.session}
        storage={storage}
        issues={open.issues}
        firstDialog={open.firstDialog}
        openWith={openWith}
        leave={leave}
      />
    )
  }
  return (
    <Welcome
      issues={failure}
      isLocked={isLocked}
      sentence={failure?.length === 0 ? ERASED : 'No operation could be opened.'}
      storage={storage}
      openWith={openWith}
      onSample={() => void openWith(() => openSample(storage))}
    />
  )
}

/** Saves an open operation to a file, and says what there is to tell of that. */
async function saveToFile({ documents }: Session): Promise<string> {
  const warning = await exportFile({ documents, now: nowAt, newId: () => crypto.randomUUID() })
  return ['The operation was saved to a file.', warning ?? ''].join(' ').trim()
}

const ERASED = 'Everything that Commonground kept on this device was erased.'

const numbers = new WeakMap<Session, number>()
let lastNumber = 0

/** A number of its own for each session, so that a reopened operation starts with fresh papers. */
function sessionNumber(session: Session): number {
  const known = numbers.get(session) ?? ++lastNumber
  numbers.set(session, known)
  return known
}

function failed(error: unknown): Result<OpenedOperation> {
  const why = error instanceof Error ? error.message : String(error)
  const message = `The operation could not be opened (${why}). Nothing was changed.`
  const issue: Issue = {
    severity: 'error',
    code: 'not-opened',
    message,
    file: null,
    line: null,
    field: null,
  }
  return { ok: false, issues: [issue] }
}
