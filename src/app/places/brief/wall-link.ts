/**
 * Which slide an address puts on the wall at once, counted from 0: `?mode=wall` the first,
 * `?mode=wall&slide=3` the third. Null: it asks for no wall.
 */
export function wallSlideOf(search: string): number | null {
  const asked = new URLSearchParams(search)
  if (asked.get('mode') !== 'wall') return null
  const number = Number.parseInt(asked.get('slide') ?? '1', 10)
  return Number.isFinite(number) && number >= 1 ? number - 1 : 0
}

/** The address of a slide on the wall; without a wall its parts are taken out, others stay. */
export function withWallSlide(search: string, wallSlide: number | null): string {
  const asked = new URLSearchParams(search)
  if (wallSlide === null) {
    asked.delete('mode')
    asked.delete('slide')
  } else {
    asked.set('mode', 'wall')
    asked.set('slide', String(wallSlide + 1))
  }
  const text = asked.toString()
  return text === '' ? '' : `?${text}`
}
