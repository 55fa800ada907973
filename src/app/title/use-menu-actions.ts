import { createElement, type ReactNode, useRef } from 'react'
import type { Issue } from '#core/issue.ts'
import { forgetHandovers } from '#storage/handover-log.ts'
import type { Storage } from '#storage/open-storage.ts'
import type { Opener } from '../app.tsx'
import type { DialogName } from '../dialogs/dialogs.tsx'
import { ALREADY_KEPT, openEmpty, openFile, openLast, openSample } from '../opening/operations.ts'
import type { Session } from '../opening/session.ts'
import type { MenuAction } from './operation-menu.tsx'

type Wiring = {
  readonly session: Session
  readonly storage: Storage
  readonly openWith: Opener
  readonly tell: (sentence: string) => void
  readonly saveToFile: () => void
  readonly openDialog: (dialog: DialogName) => void
}

/** What the operation's menu does. */
export function useMenuActions(wiring: Wiring): {
  readonly act: (action: MenuAction) => void
  readonly deleteOpen: () => void
  readonly fileInput: ReactNode
} {
  const { session, storage, openWith, tell, openDialog } = wiring
  const input = useRef<HTMLInputElement>(null)
  const report = (issues: readonly Issue[]) => {
    if (issues[0]) tell(issues[0].message)
  }
  const open = (...args: Parameters<Opener>) => void openWith(...args).then(report)
  const openChosen = async (file: File) => {
    const issues = await openWith(() => openFile(storage, file, false))
    if (issues[0]?.code !== ALREADY_KEPT) return report(issues)
    const isMeant = confirm(`${issues[0].message}\n\nReplace what is kept here with ${file.name}?`)
    if (isMeant) open(() => openFile(storage, file, true))
  }
  const deleteOpen = async () => {
    const { id } = session.documents.getState().document
    try {
      await session.autosave.flush()
      await storage.deleteOperation(id)
      await forgetHandovers(id).catch(() => {})
      open(() => openLast(storage))
    } catch (error) {
      tell(`It could not be deleted (${error instanceof Error ? error.message : String(error)}).`)
    }
  }
  const act = (action: MenuAction) => {
    if (action.type === 'open') open(() => storage.loadOperation(action.operationId))
    else if (action.type === 'new') open(() => openEmpty(storage, 'New operation'), 'import')
    else if (action.type === 'sample') open(() => openSample(storage))
    else if (action.type === 'openFile') input.current?.click()
    else if (action.type === 'export') wiring.saveToFile()
    else openDialog(action.type)
  }
  const fileInput = createElement('input', {
    ref: input,
    type: 'file',
    hidden: true,
    'aria-label': 'Operation file',
    accept: '.json,.gz,.cgpack',
    onChange: () => {
      const file = input.current?.files?.[0]
      if (file) void openChosen(file)
      if (input.current) input.current.value = ''
    },
  })
  return { act, deleteOpen: () => void deleteOpen(), fileInput }
}
