import type { Command } from '#core/commands/command.ts'
import { addShock } from '#core/commands/shocks/add-shock.ts'
import { freeName } from '#core/free-name.ts'
import { keyBetween } from '#core/order-key.ts'
import { type ShockContents, shockRows } from '#core/shock-presets.ts'
import { shocksInOrder } from '#core/shocks-of.ts'
import { useRoom } from '#ui/room.tsx'

type Run = <A>(command: Command<A>, args: A) => boolean

/** Adds a shock after the others, under a name that none of them has; null: it was refused, and told. */
export function useNewShock(run: Run) {
  const { documents, newId } = useRoom()
  return (contents: ShockContents): { readonly id: string; readonly name: string } | null => {
    const shocks = shocksInOrder(documents.getState().document)
    const id = newId()
    const orderKey = keyBetween(shocks.at(-1)?.orderKey ?? null, null)
    const name = freeName(
      contents.name,
      shocks.map((shock) => shock.name),
    )
    const rows = shockRows({ ...contents, name }, { id, orderKey, newId })
    return run(addShock, rows) ? { id, name } : null
  }
}
