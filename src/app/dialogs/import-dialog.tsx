import { useRef, useState } from 'react'
import { operationOf } from '#core/document.ts'
import { dateTimeGroup } from '#core/time/dtg.ts'
import { reportPage } from '#formats/import/review/report-page.ts'
import { columnsForReading } from '#jobs/columns-for-reading.ts'
import { runJobInWorker } from '#jobs/run-job.ts'
import { ImportPanel } from '#panels/import/import-panel.tsx'
import { type ImportState, NO_IMPORT } from '#panels/import/import-state.ts'
import { readPreferences, writePreferences } from '#storage/preferences.ts'
import { useRoom } from '#ui/room.tsx'
import { Dialog } from '#ui/widgets/dialog.tsx'
import { isTileFile } from '../basemap/own-basemap.ts'
import { useBasemapFile } from '../basemap/use-basemap-file.ts'
import { handOut } from '../hand-out.ts'
import { wholeView } from './commands.ts'

type Asked = Pick<ImportState, 'files' | 'choices' | 'systems' | 'templates'>

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
  const read = async (asked: Asked) => {
    running.current?.abort()
    const controller = new AbortController()
    running.current = controller
    setState(({ read: earlier }) => ({ ...NO_IMPORT, ...asked, status: 'reading', read: earlier }))
    try {
      const found = await runJobInWorker('readFiles', inputOf(room, asked), {
        signal: controller.signal,
        onProgress: (progressShare) => setState((now) => ({ ...now, progressShare })),
      })
      setState({ ...NO_IMPORT, ...asked, status: 'read', read: found, progressShare: 1 })
    } catch (error) {
      if (controller.signal.aborted) return
      setState({ ...NO_IMPORT, ...asked, status: 'failed', error: sentenceOf(error) })
    }
  }
  const basemap = useBasemapFile()
  const addFiles = async (dropped: readonly File[]) => {
    const isTiles = await Promise.all(dropped.map(isTileFile))
    const files = dropped.filter((_, i) => !isTiles[i])
    const [tileFile, ...others] = dropped.filter((_, i) => isTiles[i])
    if (tileFile) void basemap.read(tileFile)
    if (tileFile && others.length > 0) {
      room.tell(
        `There is one base map at a time: of ${others.length + 1}, ${tileFile.name} is read.`,
      )
    }
    if (files.length === 0) return
    const added = files.map((content) => ({ name: content.name, content }))
    const names = new Set(added.map(({ name }) => name))
    const kept = state.files.filter(({ name }) => !names.has(name))
    const templates = readPreferences().importTemplates
    await read({ ...askedOf(state), files: [...kept, ...added], templates })
  }
  const close = () => {
    running.current?.abort()
    basemap.letGo()
    setState(NO_IMPORT)
    onClose()
  }
  const stop = () => {
    running.current?.abort()
    setState(NO_IMPORT)
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
      void read(askedOf(state))
      return
    }
    if (isFirst) screen.setState({ flight: wholeView(room), windowEpochMinutes: null })
    close()
  }
  return (
    <Dialog title="Import data" width="wide" isOpen={isOpen} onClose={close}>
      <ImportPanel
        state={state}
        basemap={basemap.found}
        onBasemap={() =>
          void basemap.use().then((isUsed) => {
            if (isUsed && state.files.length === 0) close()
          })
        }
        onFiles={(files) => void addFiles(files)}
        onStop={stop}
        onChoice={(table, choice) => {
          const choices = new Map([...state.choices, [table, choice]])
          void read({ ...askedOf(state), choices })
        }}
        onSystem={(file, system) => {
          const systems = new Map([...state.systems, [file, system]])
          void read({ ...askedOf(state), systems })
        }}
        onTemplates={(templates) => {
          writePreferences({ importTemplates: templates })
          void read({ ...askedOf(state), templates })
        }}
        onReport={() => void saveReport(room, state)}
        onAccept={accept}
      />
    </Dialog>
  )
}

async function saveReport(room: ReturnType<typeof useRoom>, { read, files }: ImportState) {
  if (!read) return
  const { documents, now, tell } = room
  const { name } = operationOf(documents.getState().document)
  const { outcome, issues, previews, ground } = read
  const title = `Import report: ${files.map((file) => file.name).join(', ')}`
  const about = `${dateTimeGroup(now())} · ${name}`
  const page = reportPage({ title, about, issues, plans: outcome.plans, previews, ground })
  const warning = await handOut(room, {
    bytes: new TextEncoder().encode(page),
    stem: `Import report ${dateTimeGroup(now())}`,
    ending: '.html',
    type: 'text/html',
    about: {
      what: 'importReport',
      layers: [],
      format: 'html',
      rowCount: null,
      clearedFor: null,
      label: 'severe',
    },
  })
  if (warning !== null) tell(warning)
}

function askedOf({ files, choices, systems, templates }: ImportState): Asked {
  return { files, choices, systems, templates }
}

function inputOf(
  { documents, now }: Pick<ReturnType<typeof useRoom>, 'documents' | 'now'>,
  { files, systems, choices, templates }: Asked,
) {
  const { document, columns } = documents.getState()
  return {
    files,
    systems,
    contents: { document, columns: columnsForReading({ document, columns }) },
    run: { now: now(), choices, templates, mayChoosePlanningAt: true },
  }
}

function sentenceOf(error: unknown): string {
  const why = error instanceof Error ? error.message : String(error)
  return `The files could not be read (${why}). Nothing was changed; try them one at a time.`
}
