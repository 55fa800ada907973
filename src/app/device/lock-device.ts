import type { Storage } from '#storage/open-storage.ts'
import { within } from '#storage/within.ts'
import type { Autosave } from '../autosave.ts'
import { type Leaving, startAnew, tellOtherTabs } from './other-tabs.ts'

/** A save that takes longer is one that failed: a device that is locked does not stay open for it. */
const LONGEST_SAVE_MS = 10_000

/**
 * Locks this device in every tab. Each of them covers itself, saves, and starts anew, so that the keys
 * and all that was open leave its memory.
 *
 * @param leave how this tab does so.
 * @returns why not, in a sentence; null: it is on its way.
 */
export function lockDevice(storage: Storage, leave: (why: Leaving) => void): string | null {
  if (storage.sealing.state() !== 'open') {
    return 'There is no passphrase on this device yet. Set one first, under This device.'
  }
  tellOtherTabs('locked')
  leave('locked')
  return null
}

/** Starts anew once all changes are on the disk; false: some are not, and starting anew would lose them. */
export async function leaveOnceSaved(
  autosave: Pick<Autosave, 'flush' | 'hasUnsaved'>,
): Promise<boolean> {
  await within(LONGEST_SAVE_MS, autosave.flush())
  if (autosave.hasUnsaved()) return false
  startAnew(false)
  return true
}

/** Erases everything of ours on this device, in every tab; ends on a screen that says what remained. */
export async function eraseAndStartAnew(storage: Storage): Promise<void> {
  await storage.eraseDevice(() => tellOtherTabs('erased'))
  startAnew(true)
}
