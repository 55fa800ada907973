import { useSyncExternalStore } from 'react'
import type { Storage } from '#storage/open-storage.ts'

/** Whether there is a passphrase on this device, and whether it was given. */
export function useSealingState(storage: Storage) {
  return useSyncExternalStore(storage.subscribe, storage.sealing.state)
}
