import { useEffect, useState } from 'react'
import { operationOf } from '#core/document.ts'
import { dateTimeGroup } from '#core/time/dtg.ts'
import { EXPORT_LAYERS } from '#formats/export/layers/registry.ts'
import { runJobInWorker } from '#jobs/run-job.ts'
import { ExportPanel } from '#panels/export/export-panel.tsx'
import { type ExportState, NO_EXPORT } from '#panels/export/export-state.ts'
import { type Room, useRoom } from '#ui/room.tsx'
import { Dialog } from '#ui/widgets/dialog.tsx'
import { handOver } from '../hand-over.ts'

/** Says what would leave for an audience in a format, then hands it over as a file. */
export function ExportDialog({ onClose }: { readonly onClose: () => void }) {
  const room = useRoom()
  const [state, setState] = useState<ExportState>(NO_EXPORT)
  const { format, audience } = state
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
      const { bytes, ending, type } = written.value
      const { name } = operationOf(room.documents.getState().document)
      handOver(bytes as Uint8Array<ArrayBuffer>, {
        stem: `${name} ${dateTimeGroup(input.wish.now)}`,
        ending,
        type,
      })
      const cut = written.issues.filter(({ severity }) => severity === 'warning')
      room.tell(['The data was handed over.', ...cut.map(({ message }) => message)].join(' '))
      onClose()
    } catch (error) {
      setState((now) => ({ ...now, isWriting: false, error: sentenceOf(error) }))
    }
  }
  return (
    <Dialog title="Export data" width="wide" isOpen onClose={onClose}>
      <ExportPanel
        state={state}
        onChange={(part) => setState((now) => ({ ...now, ...part }))}
        onExport={() => void write()}
      />
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
