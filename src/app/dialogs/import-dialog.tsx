import { useRef, useState } from 'react'
import { runJobInWorker } from '#jobs/run-job.ts'
import { ImportPanel } from '#panels/import/import-panel.tsx'
import { type ImportState, NO_IMPORT } from '#panels/import/import-state.ts'
import { useRoom } from '#ui/room.tsx'
import { Dialog } from '#ui/widgets/dialog.tsx'
import { wholeView } from './commands.ts'

type Choice = Pick<ImportState, 'files' | 'kind' | 'isSwapped'>

/** Reads files in a worker, shows what they would bring, and brings it in as one step. */
export function ImportDialog({
  isOpen,
  onClose,
}: {
  readonly isOpen: boolean
  readonly onClose: () => void
}) {
  const room = useRoom()
  const [state, setState] = useState<ImportState>(NO_IMPORT)
  const running = useRef<AbortController | null>(null)
  const read = async (choice: Choice) => {
    running.current?.abort()
    const controller = new AbortController()
    running.current = controller
    setState({ ...NO_IMPORT, ...choice, status: 'reading' })
    try {
      const found = await runJobInWorker('readFiles', inputOf(room, choice), {
        signal: controller.signal,
        onProgress: (progressShare) => setState((now) => ({ ...now, progressShare })),
      })
      setState({ ...NO_IMPORT, ...choice, status: 'read', read: found, progressShare: 1 })
    } catch (error) {
      if (controller.signal.aborted) return
      setState({ ...NO_IMPORT, ...choice, status: 'failed', error: sentenceOf(error) })
    }
  }
  const addFiles = async (files: readonly File[]) => {
    const added = await Promise.all(
      files.map(async (file) => ({
        name: file.name,
        bytes: new Uint8Array(await file.arrayBuffer()),
      })),
    )
    const names = new Set(added.map(({ name }) => name))
    const kept = state.files.filter(({ name }) => !names.has(name))
    await read({ files: [...kept, ...added], kind: state.kind, isSwapped: state.isSwapped })
  }
  const close = () => {
    running.current?.abort()
    setState(NO_IMPORT)
    onClose()
  }
  const accept = () => {
    const outcome = state.read?.outcome
    if (!outcome?.change) return
    const { documents, screen, tell } = room
    const isFirst = documents.getState().document.tables.areas.size === 0
    try {
      documents.getState().commit(outcome.change, outcome.columns)
    } catch {
      tell('The operation changed while the files were being read. Read them again.')
      void read(state)
      return
    }
    if (isFirst) screen.setState({ flight: wholeView(room), windowEpochMinutes: null })
    close()
  }
  return (
    <Dialog title="Import data" width="wide" isOpen={isOpen} onClose={close}>
      <ImportPanel
        state={state}
        onFiles={(files) => void addFiles(files)}
        onKind={(kind) => void read({ ...state, kind })}
        onSwap={(isSwapped) => void read({ ...state, isSwapped })}
        onAccept={accept}
      />
    </Dialog>
  )
}

function inputOf(
  { documents, now }: Pick<ReturnType<typeof useRoom>, 'documents' | 'now'>,
  choice: Choice,
) {
  const { document, columns } = documents.getState()
  return {
    files: choice.files,
    contents: { document, columns },
    crs: null,
    run: {
      now: now(),
      choice: { kind: choice.kind, mapping: new Map<string, string>() },
      isSwapped: choice.isSwapped,
      mayChoosePlanningAt: true,
    },
  }
}

function sentenceOf(error: unknown): string {
  const why = error instanceof Error ? error.message : String(error)
  return `The files could not be read (${why}). Nothing was changed; try them one at a time.`
}
