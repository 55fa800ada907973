/** Sums of digests are taken modulo this, so that they stay whole and their order says nothing. */
const DIGEST_LIMIT = 2 ** 48

/** Two words that all that was read is stirred into. */
type Stirred = { high: number; low: number }

const bits = new DataView(new ArrayBuffer(8))

/**
 * 48 bits of a value as its JSON says it: members that are undefined are left out, and their order says
 * nothing. Tells equal from other at a tenth of what SHA-256 of the text costs, 4 µs for a row of a
 * table; keeps nobody from making two values of one digest.
 *
 * @source G. Fowler, L. C. Noll, K.-P. Vo: FNV-1a; the last mixing is that of MurmurHash3 (A. Appleby).
 */
export function digestOf(value: unknown): number {
  const stirred = { high: 0x811c9dc5, low: 0x9747b28c }
  stirValue(stirred, value)
  const { high, low } = stirred
  return (mixed(high ^ (low >>> 9)) & 0xffff) * 2 ** 32 + mixed(low ^ Math.imul(high, 0x9e3779b1))
}

/** Digests of many values as one, in whatever order they come. */
export function digestOfAll(digests: Iterable<number>): number {
  let sum = 0
  for (const digest of digests) sum = (sum + digest) % DIGEST_LIMIT
  return sum
}

/** Each kind of value has a mark before it, and what has a length ends with it, so that none runs into the next. */
function stirValue(stirred: Stirred, value: unknown): void {
  if (typeof value === 'string') {
    stir(stirred, 1)
    stirText(stirred, value)
  } else if (typeof value === 'number') {
    stir(stirred, 2)
    bits.setFloat64(0, value === 0 ? 0 : value)
    stir(stirred, bits.getInt32(0))
    stir(stirred, bits.getInt32(4))
  } else if (Array.isArray(value)) {
    stir(stirred, 3)
    for (const member of value) stirValue(stirred, member)
    stir(stirred, value.length)
  } else if (value !== null && typeof value === 'object') {
    stir(stirred, 4)
    stirMembers(stirred, value as Readonly<Record<string, unknown>>)
  } else stir(stirred, value === true ? 5 : value === false ? 6 : 7)
}

function stirMembers(stirred: Stirred, value: Readonly<Record<string, unknown>>): void {
  let count = 0
  for (const key of Object.keys(value).sort()) {
    const member = value[key]
    if (member === undefined) continue
    stirText(stirred, key)
    stirValue(stirred, member)
    count += 1
  }
  stir(stirred, count)
}

function stirText(stirred: Stirred, text: string): void {
  for (let at = 0; at < text.length; at++) stir(stirred, text.charCodeAt(at))
  stir(stirred, text.length)
}

function stir(stirred: Stirred, word: number): void {
  const high = Math.imul(stirred.high ^ word, 0x01000193)
  stirred.high = high ^ (high >>> 17)
  const low = Math.imul(stirred.low ^ word, 0x85ebca6b)
  stirred.low = low ^ (low >>> 15)
}

function mixed(word: number): number {
  let mix = word
  mix = Math.imul(mix ^ (mix >>> 16), 0x85ebca6b)
  mix = Math.imul(mix ^ (mix >>> 13), 0xc2b2ae35)
  return (mix ^ (mix >>> 16)) >>> 0
}
