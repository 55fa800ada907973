import { base64Of, bytesOfBase64 } from './base64.ts'

/** The first byte of everything sealed. */
const VERSION = 1
/** 96 bits, drawn anew for every record. */
const NONCE_BYTES = 12
const HEAD_BYTES = 1 + NONCE_BYTES

/** What a record is and where it lies: it opens nowhere else, so that records cannot be swapped. */
export type Address = readonly (string | number)[]

/** Seals and opens with one data key, which stays in memory and cannot be read out. */
export type Sealer = {
  /** Which data key this is; tells nothing of it. */
  readonly keyId: string
  /** Version, nonce, then AES-256-GCM: 29 bytes longer than before. Some 2 ms a megabyte. */
  seal(bytes: Uint8Array<ArrayBuffer>, address: Address): Promise<Uint8Array<ArrayBuffer>>
  /** Null: damaged, changed, swapped, or sealed with another key. */
  open(sealed: Uint8Array<ArrayBuffer>, address: Address): Promise<Uint8Array<ArrayBuffer> | null>
  sealText(text: string, address: Address): Promise<string>
  openText(sealed: string, address: Address): Promise<string | null>
  /** The name under which something lies on the disk: 128 bits that tell nothing without the key. */
  alias(address: Address): Promise<string>
}

/** A sealer for 32 bytes of chance; whoever calls this wipes them afterwards. */
export async function createSealer(
  dataKey: Uint8Array<ArrayBuffer>,
  keyId: string,
): Promise<Sealer> {
  const root = await crypto.subtle.importKey('raw', dataKey, 'HKDF', false, ['deriveKey'])
  const encryption = await crypto.subtle.deriveKey(
    derivation('records'),
    root,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  )
  const naming = await crypto.subtle.deriveKey(
    derivation('names'),
    root,
    { name: 'HMAC', hash: 'SHA-256', length: 256 },
    false,
    ['sign'],
  )
  const seal: Sealer['seal'] = async (bytes, address) => {
    const iv = crypto.getRandomValues(new Uint8Array(NONCE_BYTES))
    const secret = await crypto.subtle.encrypt(gcm(iv, address), encryption, bytes)
    const sealed = new Uint8Array(HEAD_BYTES + secret.byteLength)
    sealed[0] = VERSION
    sealed.set(iv, 1)
    sealed.set(new Uint8Array(secret), HEAD_BYTES)
    return sealed
  }
  const open: Sealer['open'] = async (sealed, address) => {
    if (sealed[0] !== VERSION) return null
    const iv = sealed.slice(1, HEAD_BYTES)
    try {
      const parameters = gcm(iv, address)
      const secret = sealed.subarray(HEAD_BYTES)
      return new Uint8Array(await crypto.subtle.decrypt(parameters, encryption, secret))
    } catch {
      return null
    }
  }
  return {
    keyId,
    seal,
    open,
    sealText: async (text, address) =>
      base64Of(await seal(new TextEncoder().encode(text), address)),
    async openText(text, address) {
      const sealed = bytesOfBase64(text)
      const bytes = sealed && (await open(sealed, address))
      return bytes && new TextDecoder().decode(bytes)
    },
    async alias(address) {
      const tag = new Uint8Array(await crypto.subtle.sign('HMAC', naming, boundBytes(address)))
      return hexOf(tag.subarray(0, 16))
    },
  }
}

/** Bytes as hexadecimal. */
export function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function derivation(purpose: string): HkdfParams {
  const info = new TextEncoder().encode(`commonground ${VERSION} ${purpose}`)
  return { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info }
}

function gcm(iv: Uint8Array<ArrayBuffer>, address: Address): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: boundBytes(address) }
}

/** JSON keeps the parts of an address apart, whatever stands in them. */
function boundBytes(address: Address): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify([VERSION, ...address]))
}
