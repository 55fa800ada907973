import { useRef, useState } from 'react'
import { type OperationDocument, operationOf } from '#core/document.ts'
import { issue } from '#core/issue.ts'
import type { TileArchive } from '#formats/pmtiles/archive-facts.ts'
import { coverageOf } from '#formats/pmtiles/coverage.ts'
import type { BasemapFound } from '#panels/import/basemap-finding.tsx'
import { useRoom } from '#ui/room.tsx'
import { openTileFile } from './own-basemap.ts'
import { useOwnBasemap } from './use-basemap.ts'

/** A base map file in the import: read, looked at, taken or let go of. */
export type BasemapFile = {
  readonly found: BasemapFound | null
  /** Reads what a file says of itself, in place of the one before. */
  readonly read: (file: File) => Promise<void>
  /** Keeps the file and draws from it; returns whether it did. */
  readonly use: () => Promise<boolean>
  readonly letGo: () => void
}

type Held = { readonly file: File; readonly archive: TileArchive | null }

/** One file at a time; closing lets go of it, also while it is being copied. */
export function useBasemapFile(): BasemapFile {
  const { documents, tell } = useRoom()
  const own = useOwnBasemap()
  const [found, setFound] = useState<BasemapFound | null>(null)
  const held = useRef<Held | null>(null)
  const running = useRef<AbortController | null>(null)
  const letGo = () => {
    running.current?.abort()
    held.current = null
    setFound(null)
  }
  const read = async (file: File) => {
    letGo()
    const asked: Held = { file, archive: null }
    held.current = asked
    setFound({ ...nothingYet(file.name), status: 'reading' })
    const next = await lookedAt(file, documents.getState().document)
    if (held.current !== asked) return
    held.current = { file, archive: next.archive }
    setFound(next.found)
  }
  const use = async () => {
    const { file, archive } = held.current ?? {}
    if (!file || !archive) return false
    const controller = new AbortController()
    running.current = controller
    const isStill = () => !controller.signal.aborted
    const keeping = {
      signal: controller.signal,
      onProgress: (progressShare: number) => {
        if (isStill()) setFound((now) => now && { ...now, status: 'keeping', progressShare })
      },
    }
    keeping.onProgress(0)
    try {
      const sentence = await own.use(archive, file, keeping)
      tell(sentence ?? `${archive.facts.name} is the base map now, kept on this device.`)
      letGo()
      return true
    } catch {
      return false
    }
  }
  return { found, read, use, letGo }
}

function nothingYet(fileName: string): BasemapFound {
  return {
    status: 'refused',
    fileName,
    facts: null,
    coveredShare: null,
    issues: [],
    progressShare: 0,
  }
}

async function lookedAt(
  file: File,
  document: OperationDocument,
): Promise<{ readonly found: BasemapFound; readonly archive: TileArchive | null }> {
  const refused = nothingYet(file.name)
  try {
    const opened = await openTileFile(file.name, file)
    if (!opened.ok) return { found: { ...refused, issues: opened.issues }, archive: null }
    const { facts } = opened.value
    const covered = coverageOf(facts, operationOf(document).extentDegrees)
    if (!covered.ok) return { found: { ...refused, issues: covered.issues }, archive: null }
    const { issues } = opened
    const coveredShare = document.tables.areas.size > 0 ? covered.value : null
    const found = {
      ...refused,
      status: 'found',
      facts,
      coveredShare,
      issues,
    } as const
    return { found, archive: opened.value }
  } catch {
    const message = `${file.name} could not be opened. Look whether it is still there, and choose it again.`
    const issues = [issue('error', 'pmtiles-unread', message, { file: file.name })]
    return { found: { ...refused, issues }, archive: null }
  }
}
