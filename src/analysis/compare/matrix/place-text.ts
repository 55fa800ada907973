import type { CourseTotal } from './matrix.ts'

const ENDS = ['th', 'st', 'nd', 'rd'] as const

/** `1st`, `tie 2nd`, `open` where it hangs on what nobody has judged; null without a place. */
export function placeText({
  place,
  isTie,
  isOpen,
}: Pick<CourseTotal, 'place' | 'isTie' | 'isOpen'>): string | null {
  if (place === null) return null
  if (isOpen) return 'open'
  const end = place % 100 > 10 && place % 100 < 14 ? 'th' : (ENDS[place % 10] ?? 'th')
  return `${isTie ? 'tie ' : ''}${place}${end}`
}
