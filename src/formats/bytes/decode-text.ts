/** The browser's and Node's decoder; the floors below the page are compiled without either. */
declare const TextDecoder: new (
  label: string,
  options?: { readonly fatal?: boolean },
) => { decode(bytes: Uint8Array): string }

/** Encodings that files of the field come in. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'windows-1250'

/** Text and how it was read. */
export type Decoded = {
  readonly text: string
  readonly encoding: Encoding
  /** Whether nothing in the file said so, and the bytes are no UTF-8. */
  readonly isGuessed: boolean
}

const WINDOWS_1252_HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/**
 * Text of bytes: by the byte order mark, else as UTF-8 if they are sound UTF-8, else as
 * Windows-1252, which cannot fail. Node's own Windows-1252 is wrong for 0x80–0x9F, hence the table.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return known(bytes.subarray(3), 'utf-8')
  if (a === 0xff && b === 0xfe) return known(bytes.subarray(2), 'utf-16le')
  if (a === 0xfe && b === 0xff) return known(bytes.subarray(2), 'utf-16be')
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return { text, encoding: 'utf-8', isGuessed: false }
  } catch {
    return { text: fromWindows1252(bytes), encoding: 'windows-1252', isGuessed: true }
  }
}

/** Whether bytes begin with the mark of UTF-16, of either order. */
export function isUtf16([a, b]: Uint8Array): boolean {
  return (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)
}

/** Text of bytes in an encoding that the file named, such as the code page of a .cpg. */
export function decodeAs(bytes: Uint8Array, encoding: Encoding): string {
  if (encoding === 'windows-1252') return fromWindows1252(bytes)
  return new TextDecoder(encoding).decode(bytes)
}

function known(bytes: Uint8Array, encoding: Encoding): Decoded {
  const text =
    encoding === 'utf-16be' ? decodeAs(swapped(bytes), 'utf-16le') : decodeAs(bytes, encoding)
  return { text, encoding, isGuessed: false }
}

function swapped(bytes: Uint8Array): Uint8Array {
  const turned = new Uint8Array(bytes.length - (bytes.length % 2))
  for (let i = 0; i < turned.length; i += 2) {
    turned[i] = bytes[i + 1]!
    turned[i + 1] = bytes[i]!
  }
  return turned
}

function fromWindows1252(bytes: Uint8Array): string {
  const pieces: string[] = []
  for (let start = 0; start < bytes.length; start += 8192) {
    const codes = Array.from(bytes.subarray(start, start + 8192), (byte) =>
      byte >= 0x80 && byte < 0xa0 ? WINDOWS_1252_HIGH.charCodeAt(byte - 0x80) : byte,
    )
    pieces.push(String.fromCharCode(...codes))
  }
  return pieces.join('')
}
