/**
 * The words that all names begin with, such as `Sector `; left out where room is short. What is left
 * is a word: a number alone, as of `Zone 1`, would say too little.
 */
export function sharedStart(names: readonly string[]): string {
  const [first = ''] = names
  if (names.length < 2) return ''
  const words = first.split(' ')
  for (let count = words.length - 1; count > 0; count--) {
    const start = `${words.slice(0, count).join(' ')} `
    const isWord = (name: string) =>
      name.startsWith(start) && /^\p{L}/u.test(name.slice(start.length))
    if (names.every(isWord)) return start
  }
  return ''
}
