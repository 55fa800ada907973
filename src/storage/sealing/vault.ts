import { base64Of, bytesOfBase64 } from './base64.ts'
import { createSealer, hexOf, type Sealer } from './sealer.ts'

/** The data key as it lies on the disk, wrapped by what a passphrase comes to. */
export type Vault = {
  readonly version: 1
  readonly keyId: string
  /** Grows with every change of the passphrase: of two places the higher one counts. */
  readonly revision: number
  /** Of PBKDF2-HMAC-SHA-256. */
  readonly iterations: number
  /** Base64 of 16 bytes. */
  readonly salt: string
  /** Base64 of the nonce and the wrapped key. */
  readonly wrapped: string
}

/** OWASP's figure of 2023 for PBKDF2-HMAC-SHA-256; some 0.1 to 0.3 s. */
export const ITERATIONS = 600_000
const MAX_ITERATIONS = 100_000_000
const NONCE_BYTES = 12

/** A data key by chance, wrapped by a passphrase. */
export async function createVault(passphrase: string): Promise<{ vault: Vault; sealer: Sealer }> {
  const dataKey = crypto.getRandomValues(new Uint8Array(32))
  const keyId = hexOf(crypto.getRandomValues(new Uint8Array(8)))
  try {
    const vault = await wrap(dataKey, { keyId, revision: 1 }, passphrase)
    return { vault, sealer: await createSealer(dataKey, keyId) }
  } finally {
    dataKey.fill(0)
  }
}

/** Null if the passphrase is not the one. */
export async function openVault(vault: Vault, passphrase: string): Promise<Sealer | null> {
  const dataKey = await unwrap(vault, passphrase)
  if (!dataKey) return null
  try {
    return await createSealer(dataKey, vault.keyId)
  } finally {
    dataKey.fill(0)
  }
}

/** The same data key under another passphrase; null if the present one is not the one. */
export async function rewrapVault(
  vault: Vault,
  passphrase: string,
  nextPassphrase: string,
): Promise<Vault | null> {
  const dataKey = await unwrap(vault, passphrase)
  if (!dataKey) return null
  try {
    const { keyId, revision } = vault
    return await wrap(dataKey, { keyId, revision: revision + 1 }, nextPassphrase)
  } finally {
    dataKey.fill(0)
  }
}

/** A vault from its JSON; null if it is none. Fewer iterations than ours are no vault of ours. */
export function readVaultText(text: string): Vault | null {
  try {
    const vault = JSON.parse(text) as Vault
    const { version, keyId, revision, iterations, salt, wrapped } = vault
    const areTexts = [keyId, salt, wrapped].every((part) => typeof part === 'string')
    const isSlow = iterations >= ITERATIONS && iterations <= MAX_ITERATIONS
    return version === 1 && areTexts && isSlow && Number.isInteger(revision) ? vault : null
  } catch {
    return null
  }
}

async function wrap(
  dataKey: Uint8Array<ArrayBuffer>,
  { keyId, revision }: Pick<Vault, 'keyId' | 'revision'>,
  passphrase: string,
): Promise<Vault> {
  const salt = crypto.getRandomValues(new Uint8Array(16))
  const iv = crypto.getRandomValues(new Uint8Array(NONCE_BYTES))
  const key = await keyFrom(passphrase, salt, ITERATIONS)
  const secret = await crypto.subtle.encrypt(bound(iv, keyId), key, dataKey)
  const wrapped = new Uint8Array(NONCE_BYTES + secret.byteLength)
  wrapped.set(iv)
  wrapped.set(new Uint8Array(secret), NONCE_BYTES)
  return {
    version: 1,
    keyId,
    revision,
    iterations: ITERATIONS,
    salt: base64Of(salt),
    wrapped: base64Of(wrapped),
  }
}

async function unwrap(
  { keyId, iterations, salt, wrapped }: Vault,
  passphrase: string,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const [saltBytes, bytes] = [bytesOfBase64(salt), bytesOfBase64(wrapped)]
  if (!saltBytes || !bytes) return null
  const key = await keyFrom(passphrase, saltBytes, iterations)
  const parameters = bound(bytes.slice(0, NONCE_BYTES), keyId)
  try {
    const secret = bytes.subarray(NONCE_BYTES)
    return new Uint8Array(await crypto.subtle.decrypt(parameters, key, secret))
  } catch {
    return null
  }
}

/** Letters with marks are typed as one sign or as two, by keyboard; here they are one. */
async function keyFrom(
  passphrase: string,
  salt: Uint8Array<ArrayBuffer>,
  iterations: number,
): Promise<CryptoKey> {
  const typed = new TextEncoder().encode(passphrase.normalize('NFC'))
  const base = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey'])
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations },
    base,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  )
}

function bound(iv: Uint8Array<ArrayBuffer>, keyId: string): AesGcmParams {
  const additionalData = new TextEncoder().encode(`commonground data key ${keyId}`)
  return { name: 'AES-GCM', iv, additionalData }
}
