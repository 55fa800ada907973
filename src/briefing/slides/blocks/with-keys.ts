/** Items with a key each: what it is, and where it comes again, how often it came before. */
export function withKeys<T>(
  items: readonly T[],
  of: (item: T) => string,
): { readonly key: string; readonly item: T; readonly index: number }[] {
  const counts = new Map<string, number>()
  return items.map((item, index) => {
    const name = of(item)
    const count = counts.get(name) ?? 0
    counts.set(name, count + 1)
    return { key: count === 0 ? name : `${name} ${count}`, item, index }
  })
}
