import { durationText } from '#core/figures.ts'
import type { StudySurface } from '../study.ts'

/** Minutes that something costs the people of a cell; +∞ where it cuts them off. */
export const LOST_MINUTES_SURFACE: StudySurface = {
  palette: 'need',
  breaks: [1, 15, 60, Number.POSITIVE_INFINITY],
  classNames: ['Nothing', '1 to 15 min', '15 to 60 min', 'Over 1 h', 'Cut off'],
  unknownName: 'Out of reach either way',
  valueText: (minutes) =>
    minutes === Number.POSITIVE_INFINITY
      ? 'cut off'
      : minutes < 1
        ? 'nothing'
        : `${durationText(minutes)} later`,
}
