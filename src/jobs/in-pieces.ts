import { pause } from './pause.ts'

/** Arrays of more bytes than this leave ahead of the input that holds them, so much at a time. */
const PIECE_BYTES = 2 ** 21

/** Longer lists hold rows, and no row holds anything large. */
const MOST_WALKED = 1000

/** A large array that has gone ahead: `index` counts those of one input. */
export type Piece = {
  readonly type: 'piece'
  readonly index: number
  readonly totalBytes: number
  readonly fromByte: number
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** Stands where a large array stood. */
type Gap = { readonly gapIndex: number; readonly kind: string }

type ArrayKind = new (buffer: ArrayBuffer) => ArrayBufferView
const KINDS: Readonly<Record<string, ArrayKind>> = {
  Float64Array,
  Float32Array,
  Int32Array,
  Uint32Array,
  Uint16Array,
  Uint8Array,
}

/**
 * Parts plain data into what crosses at once and large arrays that cross in pieces: copying a hundred
 * megabytes in one task would hold the page. Data that is large in no part comes back as it is.
 */
export function partsOf(input: unknown, pieceBytes = PIECE_BYTES) {
  const large: ArrayBufferView[] = []
  const gaps = new Map<ArrayBufferView, Gap>()
  const seen = new Map<object, unknown>()
  const emptied = (part: unknown): unknown => {
    if (typeof part !== 'object' || part === null) return part
    if (ArrayBuffer.isView(part)) {
      const kind = part.constructor.name
      if (part.byteLength <= pieceBytes || !(kind in KINDS)) return part
      const gap = gaps.get(part) ?? { gapIndex: large.length, kind }
      if (!gaps.has(part)) large.push(part)
      gaps.set(part, gap)
      return gap
    }
    const known = seen.get(part)
    if (known !== undefined) return known
    const made = withMembers(part, emptied)
    seen.set(part, made)
    return made
  }
  return { input: emptied(input), large }
}

/** The same object where no member has changed: rows by the thousand are not made again. */
function withMembers(part: object, changed: (member: unknown) => unknown): unknown {
  if (Array.isArray(part)) {
    if (typeof part[0] !== 'object' || part.length > MOST_WALKED) return part
    const members = part.map(changed)
    return members.every((member, at) => member === part[at]) ? part : members
  }
  if (Object.getPrototypeOf(part) !== Object.prototype) return part
  const entries = Object.entries(part)
  const members = entries.map(([name, member]) => [name, changed(member)] as const)
  const isSame = members.every(([, member], at) => member === entries[at]![1])
  return isSame ? part : Object.fromEntries(members)
}

/** Sends large arrays ahead, a piece a task; stops where `isEnded` says so. */
export async function sendPieces(
  large: readonly ArrayBufferView[],
  send: (piece: Piece) => void,
  isEnded: () => boolean,
  pieceBytes = PIECE_BYTES,
): Promise<void> {
  for (const [index, array] of large.entries()) {
    const all = new Uint8Array(array.buffer, array.byteOffset, array.byteLength)
    for (let fromByte = 0; fromByte < all.length; fromByte += pieceBytes) {
      if (isEnded()) return
      const bytes = Uint8Array.from(all.subarray(fromByte, fromByte + pieceBytes))
      send({ type: 'piece', index, totalBytes: all.length, fromByte, bytes })
      await pause()
    }
  }
}

/** Gathers pieces on the other side, and puts them back where they stood. */
export function createGathering() {
  let buffers: Uint8Array<ArrayBuffer>[] = []
  const filled = (part: unknown, seen: Map<object, unknown>): unknown => {
    if (typeof part !== 'object' || part === null || ArrayBuffer.isView(part)) return part
    const known = seen.get(part)
    if (known !== undefined) return known
    const made =
      'gapIndex' in part && 'kind' in part
        ? new KINDS[String(part.kind)]!(buffers[Number(part.gapIndex)]!.buffer)
        : withMembers(part, (member) => filled(member, seen))
    seen.set(part, made)
    return made
  }
  return {
    add({ index, totalBytes, fromByte, bytes }: Piece) {
      buffers[index] ??= new Uint8Array(totalBytes)
      buffers[index].set(bytes, fromByte)
    },
    /** The input whole again; the next one begins with nothing. */
    whole(input: unknown): unknown {
      const made = buffers.length > 0 ? filled(input, new Map()) : input
      buffers = []
      return made
    },
  }
}
