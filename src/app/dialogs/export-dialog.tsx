import { useEffect, useState } from 'react'
import { operationOf } from '#core/document.ts'
import type { HandedOver } from '#core/records/handed-over.ts'
import { dateTimeGroup } from '#core/time/dtg.ts'
import { writeHandovers } from '#formats/export/handovers.ts'
import { EXPORT_LAYERS } from '#formats/export/layers/registry.ts'
import { runJobInWorker } from '#jobs/run-job.ts'
import { ExportPanel } from '#panels/export/export-panel.tsx'
import { type ExportState, NO_EXPORT } from '#panels/export/export-state.ts'
import { HandoverList } from '#panels/export/handover-list.tsx'
import { type Room, useDocument, useRoom } from '#ui/room.tsx'
import { Dialog } from '#ui/widgets/dialog.tsx'
import { handedOut, handOut } from '../hand-out.ts'

/** Says what would leave for an audience in a format, then hands it over as a file. */
export function ExportDialog({ onClose }: { readonly onClose: () => void }) {
  const room = useRoom()
  const [state, setState] = useState<ExportState>(NO_EXPORT)
  const [handed, setHanded] = useState<readonly HandedOver[]>([])
  const { format, audience } = state
  const documentId = useDocument(({ document }) => document.id)
  useEffect(() => {
    void handedOut(documentId).then(setHanded)
  }, [documentId])
  useEffect(() => {
    const controller = new AbortController()
    const input = inputOf(room, { format, audience, leftOut: new Set() })
    runJobInWorker('exportPreview', input, { signal: controller.signal }).then(
      (preview) => setState((now) => ({ ...now, preview, error: null })),
      (error: unknown) => {
        if (!controller.signal.aborted) setState((now) => ({ ...now, error: sentenceOf(error) }))
      },
    )
    return () => controller.abort()
  }, [room, format, audience])
  const write = async () => {
    setState((now) => ({ ...now, isWriting: true, error: null }))
    try {
      const input = inputOf(room, state)
      const written = await runJobInWorker('exportLayers', input)
      if (!written.ok) {
        const error = written.issues.map(({ message }) => message).join(' ')
        setState((now) => ({ ...now, isWriting: false, error }))
        return
      }
      const { bytes, ending, type, layers, rowCount, label } = written.value
      const { name } = operationOf(room.documents.getState().document)
      const warning = await handOut(room, {
        bytes: bytes as Uint8Array<ArrayBuffer>,
        stem: `${name} ${dateTimeGroup(input.wish.now)}`,
        ending,
        type,
        about: {
          what: 'data',
          layers,
          format: input.wish.format,
          rowCount,
          clearedFor: input.wish.audience,
          label,
        },
      })
      const cut = written.issues.filter(({ severity }) => severity === 'warning')
      const told = ['The data was handed over.', ...cut.map(({ message }) => message), warning]
      room.tell(told.filter((text) => text !== null).join(' '))
      onClose()
    } catch (error) {
      setState((now) => ({ ...now, isWriting: false, error: sentenceOf(error) }))
    }
  }
  const saveList = async () => {
    const { document } = room.documents.getState()
    const now = room.now()
    const warning = await handOut(room, {
      bytes: await writeHandovers(handed, document, now),
      stem: `${operationOf(document).name} what left ${dateTimeGroup(now)}`,
      ending: '.csv.zip',
      type: 'application/zip',
      about: {
        what: 'handoverList',
        layers: [],
        format: 'csv',
        rowCount: handed.length,
        clearedFor: 'high',
        label: 'high',
      },
    })
    if (warning !== null) room.tell(warning)
    setHanded(await handedOut(document.id))
  }
  return (
    <Dialog title="Export data" width="wide" isOpen onClose={onClose}>
      <ExportPanel
        state={state}
        onChange={(part) => setState((now) => ({ ...now, ...part }))}
        onExport={() => void write()}
      />
      <HandoverList handed={handed} onSave={() => void saveList()} />
    </Dialog>
  )
}

function inputOf(
  { documents, screen, now }: Room,
  { format, audience, leftOut }: Pick<ExportState, 'format' | 'audience' | 'leftOut'>,
) {
  const { document, columns } = documents.getState()
  const { scenarioId } = screen.getState()
  const layers = EXPORT_LAYERS.map(({ id }) => id)
  const wish = { layers, leftOut: [...leftOut], format, audience, now: now() }
  return { contents: { document, columns }, scenarioId, wish }
}

function sentenceOf(error: unknown): string {
  const why = error instanceof Error ? error.message : String(error)
  return `The data could not be exported (${why}). Nothing left; try fewer layers.`
}
