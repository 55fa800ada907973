import { operationOf } from '#core/document.ts'
import type { HandedOver } from '#core/records/handed-over.ts'
import { handoversOf, logHandovers } from '#storage/handover-log.ts'
import { checksumOf } from '#storage/records/checksum.ts'
import type { Room } from '#ui/room.tsx'
import { fileNameOf, handOver } from './hand-over.ts'
import { authorOf } from './opening/session.ts'

/** A file to hand out, and what the log says of it. */
export type HandingOut = {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly stem: string
  readonly ending: string
  readonly type: string
  readonly about: Pick<
    HandedOver,
    'what' | 'layers' | 'format' | 'rowCount' | 'clearedFor' | 'label'
  >
}

/** Lines that the browser could not keep, for as long as the page is open. */
const unkept = new Map<string, readonly HandedOver[]>()

type LogRoom = Pick<Room, 'documents' | 'now' | 'newId'>

/**
 * Enters a file in the log of what left the operation, then hands it to the browser.
 *
 * @returns what to tell of the log beside that; null: nothing, the line is kept.
 */
export async function handOut(room: LogRoom, handing: HandingOut): Promise<string | null> {
  const warning = await logHandingOut(room, handing)
  handOver(handing.bytes, handing)
  return warning
}

/** The line of the log alone, for what leaves by another way than a file of ours: see `handOut`. */
export async function logHandingOut(
  { documents, now, newId }: LogRoom,
  { bytes, about, ...file }: HandingOut,
): Promise<string | null> {
  const { document } = documents.getState()
  const handed: HandedOver = {
    id: newId(),
    at: now(),
    by: authorOf(),
    ...about,
    fileName: fileNameOf(file).slice(0, 500),
    sha256: await checksumOf(bytes),
  }
  const isKept = await logHandovers(document.id, [handed]).then(
    () => true,
    () => false,
  )
  if (!isKept) unkept.set(document.id, [handed, ...(unkept.get(document.id) ?? [])])
  return isKept
    ? null
    : `This browser could not keep the line that says what left ${operationOf(document).name}; write it down.`
}

/** What left an operation, the latest first, as far as this browser could keep it. */
export async function handedOut(operationId: string): Promise<readonly HandedOver[]> {
  const kept = await handoversOf(operationId).catch(() => [])
  return [...(unkept.get(operationId) ?? []), ...kept]
}
