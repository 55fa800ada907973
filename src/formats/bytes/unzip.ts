import { type Issue, issue, ok, type Result, refuse } from '#core/issue.ts'
import { crc32 } from './crc32.ts'
import { decodeText } from './decode-text.ts'
import { MAX_UNPACKED_BYTES } from './gunzip.ts'
import { inflateWithin } from './inflate-within.ts'

/** An unpacked file of a zip; its name is only ever shown or compared, never used as a path. */
export type ZipEntry = { readonly name: string; readonly bytes: Uint8Array }

type Listed = {
  readonly name: string
  readonly isEncrypted: boolean
  readonly method: number
  readonly crc: number
  readonly packedBytes: number
  readonly statedBytes: number
  readonly headerAt: number
}

const MAX_ENTRY_COUNT = 1_000
const MAX_RATIO = 200
const END_SIGNATURE = 0x06054b50
const ENTRY_SIGNATURE = 0x02014b50
const LOCAL_SIGNATURE = 0x04034b50

/** Whether bytes begin like a zip file. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5)
}

/**
 * Unpacks a zip that may be hostile: the central directory is looked at first (names that climb out,
 * passwords, zips in zips, more than 1,000 entries or 50 MB stated), then the bytes that really come
 * out are counted and their CRC-32 compared. One fault refuses the whole zip.
 *
 * @param isWanted by name: entries that nobody will read are checked but not unpacked.
 * @source PKWARE, APPNOTE.TXT 6.3.10 §4.3.
 */
export function unzip(
  bytes: Uint8Array,
  file: string,
  isWanted: (name: string) => boolean,
): Result<readonly ZipEntry[]> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const listed = centralDirectory(view, bytes)
  if (listed === null) return refuse(damage(file))
  const fault = directoryFault(listed, file)
  if (fault) return refuse(fault)
  const entries: ZipEntry[] = []
  let leftBytes = MAX_UNPACKED_BYTES
  for (const entry of listed) {
    if (entry.name.endsWith('/') || !isWanted(entry.name)) continue
    const content = unpacked(view, bytes, entry, leftBytes)
    if (typeof content === 'string') return refuse(contentFault(content, entry, file))
    leftBytes -= content.length
    entries.push({ name: entry.name, bytes: content })
  }
  return ok(entries)
}

function centralDirectory(view: DataView, bytes: Uint8Array): Listed[] | null {
  const end = endRecordAt(view)
  if (end === null) return null
  const entryCount = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  const listed: Listed[] = []
  for (let i = 0; i < entryCount; i++) {
    if (at + 46 > end || view.getUint32(at, true) !== ENTRY_SIGNATURE) return null
    const nameBytes = view.getUint16(at + 28, true)
    const tailBytes = view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    if (at + 46 + nameBytes > end) return null
    listed.push({
      name: plainName(decodeText(bytes.subarray(at + 46, at + 46 + nameBytes)).text),
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packedBytes: view.getUint32(at + 20, true),
      statedBytes: view.getUint32(at + 24, true),
      headerAt: view.getUint32(at + 42, true),
    })
    at += 46 + nameBytes + tailBytes
  }
  return listed
}

/** Some programs write "./x.csv" for x.csv. */
function plainName(name: string): string {
  return name.replace(/^(\.[/\\])+/, '')
}

function endRecordAt(view: DataView): number | null {
  const lowest = Math.max(0, view.byteLength - 22 - 65_535)
  for (let at = view.byteLength - 22; at >= lowest; at--) {
    if (view.getUint32(at, true) === END_SIGNATURE) return at
  }
  return null
}

function directoryFault(listed: readonly Listed[], file: string): Issue | null {
  const fail = (code: string, message: string) => issue('error', code, message, { file })
  if (listed.length > MAX_ENTRY_COUNT) {
    return fail('zip-entries', `${file} holds more than 1,000 files; pack only the layer you need.`)
  }
  for (const { name, isEncrypted, packedBytes, statedBytes } of listed) {
    if (isUnsafe(name)) {
      return fail(
        'zip-unsafe-name',
        `${file} holds a file called "${name.slice(0, 80)}", a name that climbs out of its folder; do not trust it.`,
      )
    }
    if (isTrick(name)) {
      return fail(
        'zip-unsafe-name',
        `${file} holds a file called "${name.slice(0, 80)}", a name that can trick programs; rename it and pack it again.`,
      )
    }
    if (isEncrypted) {
      return fail(
        'zip-encrypted',
        `${file} has a password; unpack it and pack it again without one.`,
      )
    }
    if (/\.(zip|7z|rar|gz|kmz)$/i.test(name)) {
      return fail(
        'zip-nested',
        `${file} holds another packed file, "${name}"; import that one by itself.`,
      )
    }
    if (statedBytes > 1_000_000 && statedBytes > MAX_RATIO * packedBytes) {
      return fail(
        'zip-ratio',
        `${file} would unpack to ${MAX_RATIO} times its size; it looks like a trap.`,
      )
    }
  }
  const statedBytes = listed.reduce((sum, entry) => sum + entry.statedBytes, 0)
  if (statedBytes <= MAX_UNPACKED_BYTES) return null
  return fail('zip-size', `${file} unpacks to more than 50 MB; pack fewer layers together.`)
}

function isUnsafe(name: string): boolean {
  const parts = name.split(/[/\\]/)
  return /^([/\\]|[a-z]:)/i.test(name) || name.includes('\0') || parts.includes('..')
}

function isTrick(name: string): boolean {
  return name.split(/[/\\]/).some((part) => part === '__proto__' || part === 'constructor')
}

function unpacked(
  view: DataView,
  bytes: Uint8Array,
  entry: Listed,
  maxBytes: number,
): Uint8Array | 'too-large' | 'damaged' | 'lying' {
  const at = entry.headerAt
  if (at + 30 > bytes.length || view.getUint32(at, true) !== LOCAL_SIGNATURE) return 'damaged'
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
  const packed = bytes.subarray(start, start + entry.packedBytes)
  if (packed.length !== entry.packedBytes || (entry.method !== 0 && entry.method !== 8)) {
    return 'damaged'
  }
  const limit = Math.min(maxBytes, entry.statedBytes)
  const content = entry.method === 0 ? packed : inflateWithin(packed, limit)
  if (content === 'too-large') return limit === entry.statedBytes ? 'lying' : 'too-large'
  if (content === 'damaged') return 'damaged'
  if (content.length !== entry.statedBytes) return 'lying'
  return crc32(content) === entry.crc ? content : 'damaged'
}

function contentFault(
  fault: 'too-large' | 'damaged' | 'lying',
  { name, statedBytes }: Listed,
  file: string,
): Issue {
  if (fault === 'damaged') return damage(file)
  const message =
    fault === 'lying'
      ? `${file} says that "${name}" has ${statedBytes} bytes, which is not true; do not trust it.`
      : `${file} unpacks to more than 50 MB; pack fewer layers together.`
  return issue('error', 'zip-size', message, { file })
}

function damage(file: string): Issue {
  return issue('error', 'zip-damaged', `${file} is damaged or not whole; ask for it again.`, {
    file,
  })
}
