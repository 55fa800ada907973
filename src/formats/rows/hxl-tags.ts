/** A cell of a row of tags, also of one that only looks like HXL, such as "#lat deg". */
const TAG_LIKE = /^#[a-z][\w+ -]*$/i
/** @source HXL 1.1, "Hashtags and attributes": hxlstandard.org/standard/1-1final/tagging */
const TAG = /^#[a-z]\w*(\s*\+\s*[a-z]\w*)*$/

/** Whether a row that is not blank holds nothing but tags. */
export function isTagRow(texts: readonly string[]): boolean {
  const written = texts.filter((text) => text !== '')
  return written.length > 0 && written.every((text) => TAG_LIKE.test(text))
}

/** A hashtag with its attributes in small letters, without blanks: "#geo+lat"; null if it is none. */
export function tagOf(text: string): string | null {
  const small = text.trim().toLowerCase()
  return TAG.test(small) ? small.replace(/\s+/g, '') : null
}

/**
 * How well a tag fits a pattern, as HXL compares them: the same hashtag, and every attribute that the
 * pattern names; "-code" in it is one that may not be there.
 *
 * @returns how many attributes the tag has beyond those named: 0 is best; null if it does not fit.
 */
export function tagSurplus(pattern: string, tag: string): number | null {
  const [hashtag, ...wanted] = pattern.split(/(?=[+-])/)
  const [other, ...attributes] = tag.split(/(?=\+)/)
  if (hashtag !== other) return null
  const isMet = wanted.every((attribute) =>
    attribute.startsWith('-')
      ? !attributes.includes(`+${attribute.slice(1)}`)
      : attributes.includes(attribute),
  )
  if (!isMet) return null
  return attributes.length - wanted.filter((attribute) => attribute.startsWith('+')).length
}
