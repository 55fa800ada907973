/** Shorter ones are guessed in hours on one machine, however slow each guess is made. */
export const SHORTEST_PASSPHRASE = 12

export const WRONG_PASSPHRASE =
  'That is not the passphrase of this device. Nothing was changed; try again.'

/** What keeps a new passphrase from being taken, in a sentence; null: nothing. */
export function newPassphraseFault(passphrase: string, again: string): string | null {
  if ([...passphrase].length < SHORTEST_PASSPHRASE) {
    return `Take at least ${SHORTEST_PASSPHRASE} letters: four or five words that belong together only for you.`
  }
  return passphrase === again ? null : 'The two are not the same. Type the new passphrase twice.'
}
