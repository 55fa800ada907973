/** So many answers are kept; a column with more texts than this has hardly any twice. */
const KEPT_COUNT = 20_000

/** A function of a text that remembers: columns of millions of cells hold few different words. */
export function remembered<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const earlier = known.get(text)
    if (earlier !== undefined || known.has(text)) return earlier as T
    const found = read(text)
    if (known.size < KEPT_COUNT) known.set(text, found)
    return found
  }
}
