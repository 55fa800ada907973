/** The words that all names begin with, such as `Sector `; left out where room is short. */
export function sharedStart(names: readonly string[]): string {
  const [first = ''] = names
  if (names.length < 2) return ''
  const words = first.split(' ')
  for (let count = words.length - 1; count > 0; count--) {
    const start = `${words.slice(0, count).join(' ')} `
    if (names.every((name) => name.startsWith(start) && name.length > start.length)) return start
  }
  return ''
}
