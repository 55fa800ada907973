import { vi } from 'vitest'

/** Passphrases come to keys at once here: how slow that is meant to be is tested with the vault. */
export function quickPassphrases(): void {
  const { subtle } = crypto
  const deriveKey = subtle.deriveKey.bind(subtle)
  vi.spyOn(subtle, 'deriveKey').mockImplementation((algorithm, ...rest) =>
    deriveKey({ ...(algorithm as Pbkdf2Params), iterations: 1 }, ...rest),
  )
}
