/** 64 bits that stand for a value: that any two of 3 million are alike by chance is one in four million. */
export type Fingerprint = { high: number; low: number }

const PRIME = 0x01000193
const OTHER_PRIME = 0x85ebca6b

/** Starts a fingerprint anew; one object serves for millions of rows. */
export function restart(print: Fingerprint): void {
  print.high = 0x811c9dc5
  print.low = 0x9747b28c
}

/** Adds a text; its end counts, so that "a", "bc" is not "ab", "c". */
export function addText(print: Fingerprint, text: string): void {
  let { high, low } = print
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    high = Math.imul(high ^ code, PRIME)
    low = Math.imul(low ^ code, OTHER_PRIME) ^ (low >>> 15)
  }
  print.high = Math.imul(high ^ 0x1ffff, PRIME)
  print.low = Math.imul(low ^ 0x1ffff, OTHER_PRIME) ^ (low >>> 13)
}

/** Adds a whole number of up to 32 bits. */
export function addWhole(print: Fingerprint, number: number): void {
  print.high = Math.imul(print.high ^ number, PRIME)
  print.high ^= print.high >>> 16
  print.low = Math.imul(print.low ^ number, OTHER_PRIME)
  print.low ^= print.low >>> 13
}

/** Which number stands with a fingerprint; keeps no value itself, 20 to 40 bytes an entry. */
export type FingerprintMap = {
  /**
   * The number that stands there, or, where none did, −1 after putting this one there.
   *
   * @param number whole, from 0 to 2³² − 2.
   */
  readonly findOrPut: (print: Fingerprint, number: number) => number
  /** The number that stands there; −1 where none does. */
  readonly find: (print: Fingerprint) => number
  /** Puts a number in the place of the one that stands there, if any. */
  readonly put: (print: Fingerprint, number: number) => void
}

const FIRST_SIZE = 1024
/** Fuller than this, looking takes long. */
const FULL_SHARE = 0.6

/** An empty map; open addressing, so that millions of entries are no objects. */
export function fingerprintMap(): FingerprintMap {
  let size = FIRST_SIZE
  let highs = new Uint32Array(size)
  let lows = new Uint32Array(size)
  /** The number and one; 0 is an empty slot. */
  let numbers = new Uint32Array(size)
  let count = 0
  const slotOf = (high: number, low: number): number => {
    let slot = (high ^ (low >>> 7)) & (size - 1)
    while (numbers[slot] !== 0 && (highs[slot] !== high || lows[slot] !== low)) {
      slot = (slot + 1) & (size - 1)
    }
    return slot
  }
  const put = (slot: number, high: number, low: number, number: number) => {
    highs[slot] = high
    lows[slot] = low
    numbers[slot] = number
  }
  const grow = () => {
    const [oldHighs, oldLows, oldNumbers] = [highs, lows, numbers]
    size *= 2
    highs = new Uint32Array(size)
    lows = new Uint32Array(size)
    numbers = new Uint32Array(size)
    for (let slot = 0; slot < oldNumbers.length; slot++) {
      if (oldNumbers[slot] === 0) continue
      const [high, low] = [oldHighs[slot]!, oldLows[slot]!]
      put(slotOf(high, low), high, low, oldNumbers[slot]!)
    }
  }
  const stored = (print: Fingerprint, number: number, isKept: boolean): number => {
    const [high, low] = [print.high >>> 0, print.low >>> 0]
    const slot = slotOf(high, low)
    const earlier = numbers[slot]!
    if (earlier !== 0 && isKept) return earlier - 1
    put(slot, high, low, number + 1)
    if (earlier === 0 && ++count > FULL_SHARE * size) grow()
    return earlier - 1
  }
  return {
    findOrPut: (print, number) => stored(print, number, true),
    find: (print) => numbers[slotOf(print.high >>> 0, print.low >>> 0)]! - 1,
    put: (print, number) => void stored(print, number, false),
  }
}
