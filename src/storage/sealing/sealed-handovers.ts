import type { HandoverKeeping, HandoverLine } from '../handover-log.ts'
import { lockedFault } from '../storage-fault.ts'
import { isSealedBy, isSealedId, sealedIdOf } from './sealed-copy.ts'
import type { Sealer } from './sealer.ts'

const refuse = () => Promise.reject(lockedFault())

/** Neither read nor written: while a passphrase is waited for. */
export const lockedHandovers: HandoverKeeping = {
  isOurs: ({ operationId }) => isSealedId(operationId),
  laidIdOf: refuse,
  lay: refuse,
  lift: refuse,
}

/**
 * Lines that lie sealed, under aliases of their operation and of their own id, each bound to its place.
 * In plain lie how many there are of each operation, and how long they are.
 */
export function sealedHandovers(sealer: Sealer): HandoverKeeping {
  const addressOf = (laidId: string, alias: string) => ['handover', laidId, alias]
  return {
    isOurs: ({ operationId }) => isSealedBy(sealer, operationId),
    laidIdOf: (operationId) => sealedIdOf(sealer, operationId),
    async lay(line) {
      const operationId = await sealedIdOf(sealer, line.operationId)
      const id = await sealer.alias(['handover', line.operationId, line.handed.id])
      const sealed = await sealer.sealText(JSON.stringify(line), addressOf(operationId, id))
      return { operationId, id, sealed }
    },
    async lift(laid) {
      if (!('sealed' in laid)) return null
      const text = await sealer.openText(laid.sealed, addressOf(laid.operationId, laid.id))
      return text === null ? null : (JSON.parse(text) as HandoverLine)
    },
  }
}
