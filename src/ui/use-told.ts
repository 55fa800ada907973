import { useState } from 'react'
import type { Command } from '#core/commands/command.ts'
import { runCommand } from '#state/document-store.ts'
import { useRoom } from './room.tsx'

/** What a sheet was last told, and a way to do things from it. */
export type Told = {
  /** What was last refused, and why, in one sentence; null: nothing. */
  readonly told: string | null
  readonly tell: (sentence: string | null) => void
  /** Runs a command; what keeps it from being done is told here. Returns whether it was done. */
  readonly run: <A>(command: Command<A>, args: A) => boolean
}

/** The one sentence of a sheet that lies over the room's own notices. */
export function useTold(): Told {
  const { documents } = useRoom()
  const [told, tell] = useState<string | null>(null)
  const run = <A>(command: Command<A>, args: A) => {
    const reason = runCommand(documents, command, args)
    tell(reason)
    return reason === null
  }
  return { told, tell, run }
}
