import { INKS, PATH_INKS } from '../../palette.ts'
import type { Theme } from '../../scene.ts'
import type { RestrictionLook } from './shown-restrictions.ts'

/** The colour of a look. */
export function inkOf(look: RestrictionLook, theme: Theme): string {
  const inks = INKS[theme]
  switch (look) {
    case 'closed':
    case 'bridge':
      return inks.closed
    case 'hazard':
      return inks.hazard
    case 'escort':
    case 'seasonal':
      return inks.escort
    case 'limited':
      return inks.ink2
    case 'supposed':
      return PATH_INKS[theme][1] ?? inks.ink2
  }
}
