import { type PreferencesText, plainPreferences } from '../preferences-text.ts'
import type { Sealer } from './sealer.ts'

const ADDRESS = ['preferences']

/** Read as they lie, with the sealed part left out, and never written: while nothing is open. */
export const lockedPreferences: PreferencesText = { read: plainPreferences.read, write: () => {} }

/** Whether there was a passphrase when they were last written: told without a key. */
export function arePreferencesSealed(): boolean {
  return typeof partsOf(plainPreferences.read())['sealed'] === 'string'
}

/**
 * Preferences that lie sealed in the place of the plain ones; those that lie there in plain are taken
 * over. Only the theme stays in plain, for the screen that asks for the passphrase.
 */
export async function sealedPreferences(sealer: Sealer): Promise<PreferencesText> {
  const kept = plainPreferences.read()
  const sealed = partsOf(kept)['sealed']
  const isSealed = typeof sealed === 'string'
  let text = isSealed ? await sealer.openText(sealed, ADDRESS) : kept
  let writing: Promise<void> = Promise.resolve()
  const write = (next: string) => {
    text = next
    writing = writing.then(async () => {
      const { theme } = partsOf(next)
      const sealedText = await sealer.sealText(next, ADDRESS)
      plainPreferences.write(JSON.stringify({ theme, sealed: sealedText }))
    })
  }
  if (!isSealed) write(kept ?? '{}')
  await writing
  return { read: () => text, write }
}

function partsOf(text: string | null): Record<string, unknown> {
  try {
    return JSON.parse(text ?? '{}') as Record<string, unknown>
  } catch {
    return {}
  }
}
