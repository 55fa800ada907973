/** What a file's name says of its sender: without dates, numbers and extension. */
export function senderOf(file: string): string {
  const stem = file.replace(/^.*› /, '').replace(/\.[a-z0-9.]+$/i, '')
  const words = stem.split(/[\s_\-.]+/).filter((word) => /\p{L}/u.test(word) && !/^\d/.test(word))
  return words.join(' ') || stem
}
