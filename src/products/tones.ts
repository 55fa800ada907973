import type { ChartTone, PageStatus } from '#core/records/page.ts'

/**
 * Colours of series on white paper, at least 3 : 1 on it and none of them that of a course of action; a
 * face with a dark look has its own for that.
 */
export const TONE_COLORS: Readonly<Record<ChartTone, string>> = {
  main: '#0b62a6',
  second: '#8a4b00',
  third: '#5a4591',
  good: '#0072b2',
  watch: '#b87700',
  bad: '#b2182b',
  unknown: '#767676',
}

/** What a status is called where its shape alone would have to say it. */
export const STATUS_WORDS: Readonly<Record<PageStatus, string>> = {
  good: 'good',
  watch: 'watch',
  bad: 'bad',
  unknown: 'not known',
}
