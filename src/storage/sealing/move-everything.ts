import {
  copyHandovers,
  dropHandovers,
  type HandoverKeeping,
  moveHandovers,
  plainHandovers,
} from '../handover-log.ts'
import type { StorageCopy, StoragePlace } from '../records/records.ts'
import { isNewer } from '../storage-desk.ts'
import { faultFrom } from '../storage-fault.ts'
import { copyOperation, removeAllBut } from './move-operations.ts'
import { isSealedBy, isSealedId, plainCopy, sealedCopy } from './sealed-copy.ts'
import { sealedHandovers } from './sealed-handovers.ts'
import type { Sealer } from './sealer.ts'

/** One of the two ways in which everything can lie. */
type Way = {
  readonly copyOf: (place: StoragePlace) => StorageCopy
  readonly handovers: HandoverKeeping
  readonly isIts: (operationId: string) => boolean
}

const PLAIN: Way = {
  copyOf: plainCopy,
  handovers: plainHandovers,
  isIts: (id) => !isSealedId(id),
}

function sealedWith(sealer: Sealer): Way {
  return {
    copyOf: (place) => sealedCopy(place, sealer),
    handovers: sealedHandovers(sealer),
    isIts: isSealedId,
  }
}

/**
 * Writes everything anew beside what lies in plain, sealed; then the key comes, then the plain goes.
 *
 * @throws StorageFault where that fails before the key is there; all is as it was then.
 */
export function sealEverything(
  places: readonly StoragePlace[],
  sealer: Sealer,
  commit: () => Promise<void>,
): Promise<void> {
  return moveEverything(places, PLAIN, sealedWith(sealer), commit)
}

/**
 * The other way round: written in plain, then the key goes, then what is sealed.
 *
 * @throws StorageFault where that fails before the key is gone; all is as it was then.
 */
export function openEverything(
  places: readonly StoragePlace[],
  sealer: Sealer,
  commit: () => Promise<void>,
): Promise<void> {
  return moveEverything(places, sealedWith(sealer), PLAIN, commit)
}

async function moveEverything(
  places: readonly StoragePlace[],
  before: Way,
  after: Way,
  commit: () => Promise<void>,
): Promise<void> {
  const moves = places.map((place) => ({ from: before.copyOf(place), to: after.copyOf(place) }))
  try {
    await removeAllBut(places, before.isIts)
    for (const id of await idsIn(moves.map(({ from }) => from))) await copyOperation(moves, id)
    await copyHandovers(before.handovers, after.handovers)
    await commit()
  } catch (error) {
    await removeAllBut(places, before.isIts).catch(() => {})
    await moveHandovers(after.handovers, before.handovers).catch(() => {})
    throw faultFrom(error)
  }
  // What is left of the old is taken away at the next start, where it does not go now.
  await removeAllBut(places, after.isIts).catch(() => {})
  await moveHandovers(before.handovers, after.handovers).catch(() => {})
}

/** Plain ones beside sealed ones: those without a whole twin are sealed first, then all of them go. */
export async function sealLeftovers(
  places: readonly StoragePlace[],
  sealer: Sealer,
): Promise<void> {
  const moves = places.map((place) => ({ from: plainCopy(place), to: sealedCopy(place, sealer) }))
  const waiting = new Set<string>()
  for (const { from, to } of moves) {
    const twins = new Map((await to.heads()).map((head) => [head.operationId, head]))
    for (const head of await from.heads()) {
      const twin = twins.get(head.operationId)
      if (!twin || isNewer(head, twin)) waiting.add(head.operationId)
    }
  }
  for (const id of waiting) await copyOperation(moves, id)
  await removeAllBut(places, (id) => isSealedBy(sealer, id))
  await moveHandovers(plainHandovers, sealedHandovers(sealer))
  await dropHandovers((id) => isSealedId(id) && !isSealedBy(sealer, id))
}

async function idsIn(copies: readonly StorageCopy[]): Promise<Set<string>> {
  const heads = await Promise.all(copies.map((copy) => copy.heads()))
  return new Set(heads.flat().map(({ operationId }) => operationId))
}
