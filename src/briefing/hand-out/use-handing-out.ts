import { useEffect, useRef, useState } from 'react'
import { useRoom } from '#ui/room.tsx'
import type { HandOutAsked } from '../hand-out-desk.ts'
import { sentenceOf } from './use-preview.ts'
import type { HandOutWay } from './ways.ts'

/** A handing out that is under way; null: none is. */
export type Running = { readonly doing: string; readonly doneShare: number } | null

/** Hands out by a way, tells what left, and can be stopped before anything has. */
export function useHandingOut(onDone: () => void) {
  const { tell } = useRoom()
  const [running, setRunning] = useState<Running>(null)
  const [error, setError] = useState<string | null>(null)
  const controller = useRef<AbortController | null>(null)
  useEffect(() => () => controller.current?.abort(), [])
  const start = async (way: HandOutWay, asked: HandOutAsked) => {
    const fresh = new AbortController()
    const { signal } = fresh
    controller.current = fresh
    setError(null)
    setRunning({ doing: 'Beginning', doneShare: 0 })
    try {
      const { fileNames, holds, told } = await way.run(asked, {
        signal,
        onProgress: (doneShare, doing) => {
          if (!signal.aborted) setRunning({ doneShare, doing })
        },
      })
      if (signal.aborted) return
      tell([handedText(fileNames, holds ?? null), ...told].join(' '))
      onDone()
    } catch (reason) {
      if (!signal.aborted) setError(`${sentenceOf(reason)} Nothing left.`)
    }
    setRunning(null)
  }
  const stop = () => {
    controller.current?.abort()
    setRunning(null)
  }
  return { running, error, start, stop }
}

function handedText(fileNames: readonly string[], holds: string | null): string {
  const [first] = fileNames
  if (first === undefined) return 'The briefing was handed to the browser.'
  if (holds !== null) return `1 file with ${holds} was handed over: ${first}.`
  return fileNames.length === 1
    ? `${first} was handed over.`
    : `${fileNames.length} files were handed over, ${first} first.`
}
