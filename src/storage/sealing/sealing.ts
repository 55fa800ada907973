import { dropHandovers, keepHandoversAs, plainHandovers } from '../handover-log.ts'
import { keepPreferencesIn, plainPreferences, preferencesText } from '../preferences-text.ts'
import type { StorageCopy, StoragePlace } from '../records/records.ts'
import { faultFrom, lockedFault, oldKeyFault, silentKeyFault } from '../storage-fault.ts'
import { openEverything, sealEverything, sealLeftovers } from './move-everything.ts'
import { removeAllBut } from './move-operations.ts'
import { isSealedId, plainCopy, sealedCopy } from './sealed-copy.ts'
import { lockedHandovers, sealedHandovers } from './sealed-handovers.ts'
import { arePreferencesSealed, lockedPreferences, sealedPreferences } from './sealed-preferences.ts'
import type { Sealer } from './sealer.ts'
import { createVault, openVault, rewrapVault, type Vault } from './vault.ts'
import { findVault, keepVault, removeVault } from './vault-places.ts'

/** plain: no passphrase. locked: there is one, and nothing can be read until it is given. */
export type SealingState = 'plain' | 'locked' | 'open'

/**
 * Whether what lies on this device is sealed. The wrapped key on the disk decides: with it, what is
 * sealed counts; without it, what is plain. The other kind is what a change left that was cut short,
 * and goes. So setting and removing a passphrase happen whole or not at all, at one moment.
 */
export type Sealing = {
  state(): SealingState
  /** How a place shows itself to the rest of storage at present. */
  see(place: StoragePlace): StorageCopy
  /**
   * Whether the passphrase was the one; finishes what was cut short where this tab may write. Throws
   * StorageFault where the key does not answer.
   */
  unlock(passphrase: string, mayWrite: boolean): Promise<boolean>
  /** Throws StorageFault; everything is plain and whole then. */
  set(passphrase: string): Promise<void>
  /**
   * False: the present passphrase is another one. Rewrites only the wrapped key. Throws StorageFault where
   * the key under the present one could not be taken off the disk, which each unlocking tries again.
   */
  change(passphrase: string, next: string): Promise<boolean>
  /** False: the passphrase is another one. Throws StorageFault; everything is sealed and whole then. */
  remove(passphrase: string): Promise<boolean>
  /** After another tab may have changed it: locks where this tab's key is not the present one. */
  lookAgain(): Promise<void>
  /** Removes what an interrupted change left behind in a place where nothing is sealed. */
  tidy(): Promise<void>
}

type SealingOptions = {
  readonly places: () => readonly StoragePlace[]
  readonly root: FileSystemDirectoryHandle | undefined
  readonly onChange: () => void
}

/** Looks whether there is a passphrase. Never throws. */
export async function openSealing({ places, root, onChange }: SealingOptions): Promise<Sealing> {
  let { vault, isSure } = await findVault(root)
  let sealer: Sealer | null = null
  const seen = new WeakMap<StoragePlace, StorageCopy>()
  /** A key that does not answer is not none: what was sealed is neither shown as empty nor written over. */
  const isLocked = () => vault !== null || (!isSure && arePreferencesSealed())
  const viewOf = (place: StoragePlace) => {
    if (sealer) return sealedCopy(place, sealer)
    return isLocked() ? lockedCopy : plainCopy(place)
  }
  const keepWithoutKey = () => {
    keepPreferencesIn(isLocked() ? lockedPreferences : plainPreferences)
    keepHandoversAs(isLocked() ? lockedHandovers : plainHandovers)
  }
  const keepWith = async (key: Sealer) => {
    keepPreferencesIn(await sealedPreferences(key))
    keepHandoversAs(sealedHandovers(key))
  }
  const now = (nextVault: Vault | null, nextSealer: Sealer | null) => {
    vault = nextVault
    sealer = nextSealer
    for (const place of places()) seen.delete(place)
    onChange()
  }
  /** The newest key that lies here or that this tab has met; null: none, or none that answers. */
  const newestVault = async (): Promise<Vault | null> => {
    const found = await findVault(root)
    isSure = found.isSure
    if (!found.vault) return isSure ? null : vault
    const isOlder = found.vault.keyId === vault?.keyId && found.vault.revision < vault.revision
    return isOlder ? vault : found.vault
  }
  const lookAgain = async () => {
    const wasLocked = isLocked()
    const next = await newestVault()
    if (next && next.keyId === vault?.keyId) vault = next
    else if (next || wasLocked) {
      now(next, null)
      keepWithoutKey()
    }
  }
  keepWithoutKey()
  return {
    state: () => (sealer ? 'open' : isLocked() ? 'locked' : 'plain'),
    see(place) {
      const view = seen.get(place) ?? viewOf(place)
      seen.set(place, view)
      return view
    },
    async unlock(passphrase, mayWrite) {
      const present = await newestVault()
      if (!present && !isSure) throw silentKeyFault()
      if (!present) {
        // Another tab has taken the passphrase away.
        await lookAgain()
        return true
      }
      const opened = await openVault(present, passphrase)
      if (!opened) return false
      await keepWith(opened)
      if (mayWrite) {
        await keepVault(present, root).catch(() => {})
        await sealLeftovers(places(), opened).catch(() => {})
      }
      now(present, opened)
      return true
    },
    async set(passphrase) {
      await lookAgain()
      if (isLocked()) throw lockedFault()
      if (!isSure) throw silentKeyFault()
      const made = await createVault(passphrase)
      await sealEverything(places(), made.sealer, async () => {
        try {
          await keepVault(made.vault, root)
        } catch (error) {
          await removeVault(root)
          throw error
        }
      })
      await keepWith(made.sealer)
      now(made.vault, made.sealer)
    },
    async change(passphrase, next) {
      const present = await newestVault()
      const rewrapped = present && (await rewrapVault(present, passphrase, next))
      if (!rewrapped) return false
      if (!isSure) throw silentKeyFault()
      const isSettled = await keepVault(rewrapped, root).catch((error: unknown) => {
        throw faultFrom(error)
      })
      now(rewrapped, sealer)
      if (!isSettled) throw oldKeyFault()
      return true
    },
    async remove(passphrase) {
      const present = await newestVault()
      const opened = present && (await openVault(present, passphrase))
      if (!opened) return false
      const text = preferencesText().read()
      await openEverything(places(), opened, async () => {
        try {
          await removeVault(root)
        } catch (error) {
          await keepVault(present, root).catch(() => {})
          throw error
        }
      })
      isSure = true
      now(null, null)
      keepWithoutKey()
      if (text !== null) plainPreferences.write(text)
      return true
    },
    lookAgain,
    async tidy() {
      if (vault || !isSure) return
      await removeAllBut(places(), (id) => !isSealedId(id)).catch(() => {})
      await dropHandovers(isSealedId).catch(() => {})
    },
  }
}

/** Whether this page can seal at all: browsers have their cryptography on https and localhost only. */
export function canSeal(): boolean {
  return globalThis.crypto?.subtle !== undefined
}

const refuse = () => Promise.reject(lockedFault())

/** Gives nothing and takes nothing. */
const lockedCopy: StorageCopy = {
  heads: refuse,
  read: refuse,
  readDataset: refuse,
  putPart: refuse,
  readPart: refuse,
  removeLeftovers: refuse,
  putSnapshot: refuse,
  append: refuse,
  remove: refuse,
}
