import type { Storage } from '#storage/open-storage.ts'
import type { Autosave } from '../autosave.ts'
import { startAnew, tellOtherTabs } from './other-tabs.ts'

const NOT_SAVED =
  'Not locked: the last changes could not be saved and would be lost. Save to a file first, then lock.'

/**
 * Locks this device in every tab by starting anew: the keys and all that was open leave the memory.
 *
 * @returns why not, in a sentence; null once the page is on its way.
 */
export async function lockDevice(storage: Storage, autosave: Autosave): Promise<string | null> {
  if (storage.sealing.state() !== 'open') {
    return 'There is no passphrase on this device yet. Set one first, under This device.'
  }
  await autosave.flush()
  if (autosave.store.getState().status === 'failed') return NOT_SAVED
  tellOtherTabs('locked')
  startAnew(false)
  return null
}

/** Erases everything of ours on this device, in every tab; ends on an empty opening screen. */
export async function eraseAndStartAnew(storage: Storage): Promise<void> {
  await storage.eraseDevice(() => tellOtherTabs('erased'))
  startAnew(true)
}
