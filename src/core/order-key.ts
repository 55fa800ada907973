const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/**
 * A key that sorts strictly between two others, so that a row moves without renumbering the rest.
 * Null is "the very beginning" and "the very end". Keys grow by a letter every five or so moves to
 * the same place.
 *
 * @throws RangeError if the first does not sort before the second.
 */
export function keyBetween(before: string | null, after: string | null): string {
  if (before !== null && after !== null && !(before < after)) {
    throw new RangeError(`"${before}" does not sort before "${after}"`)
  }
  return middle(before ?? '', after)
}

/** So many keys in order, evenly spread: for a list that starts anew. */
export function spreadKeys(count: number): string[] {
  const width = Math.max(1, Math.ceil(Math.log(count + 2) / Math.log(DIGITS.length)))
  const step = DIGITS.length ** width / (count + 1)
  return Array.from({ length: count }, (_, index) => {
    let rest = Math.round((index + 1) * step)
    let key = ''
    for (let place = 0; place < width; place++) {
      key = DIGITS[rest % DIGITS.length]! + key
      rest = Math.floor(rest / DIGITS.length)
    }
    return key
  })
}

function middle(before: string, after: string | null): string {
  let same = 0
  if (after !== null) {
    while (same < after.length && (before[same] ?? DIGITS[0]) === after[same]) same++
  }
  if (after !== null && same > 0) {
    return after.slice(0, same) + middle(before.slice(same), after.slice(same))
  }
  const low = Math.max(0, DIGITS.indexOf(before[0] ?? DIGITS[0]!))
  const high = after === null ? DIGITS.length : Math.max(0, DIGITS.indexOf(after[0] ?? DIGITS[0]!))
  if (high - low > 1) return DIGITS[Math.floor((low + high) / 2)]!
  if (after !== null && after.length > 1 && high > low) return after[0]!
  return DIGITS[low]! + middle(before.slice(1), null)
}
