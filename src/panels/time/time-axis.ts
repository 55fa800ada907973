import { MONTH_NAMES } from '#core/time/month-names.ts'

const HOUR = 60
const DAY = 24 * HOUR

export const PRESETS = [
  { id: '24 h', name: '24 h', minutes: DAY },
  { id: '7 d', name: '7 d', minutes: 7 * DAY },
  { id: '30 d', name: '30 d', minutes: 30 * DAY },
  { id: '90 d', name: '90 d', minutes: 90 * DAY },
  { id: 'All', name: 'All', minutes: null },
] as const

export type PresetId = (typeof PRESETS)[number]['id']

type Span = readonly [number, number]

/** The window that a preset means: it ends at the planning instant, with that minute in it. */
export function presetWindow(minutes: number | null, planningEpochMinutes: number): Span | null {
  return minutes === null ? null : [planningEpochMinutes + 1 - minutes, planningEpochMinutes + 1]
}

/** Which preset a window is; null for one set by hand. */
export function presetOf(window: Span | null, planningEpochMinutes: number): PresetId | null {
  for (const { id, minutes } of PRESETS) {
    const meant = presetWindow(minutes, planningEpochMinutes)
    if (meant === null ? window === null : meant[0] === window?.[0] && meant[1] === window[1])
      return id
  }
  return null
}

/**
 * What the strip spans: three windows back, at least a week, never before the data; everything when
 * there is no window.
 */
export function shownDomain(
  window: Span | null,
  dataSpan: Span | null,
  planningEpochMinutes: number,
): Span {
  const end = Math.max(planningEpochMinutes + 1, window?.[1] ?? 0)
  const dataStart = dataSpan?.[0] ?? end - 30 * DAY
  const start = window
    ? Math.min(window[0], Math.max(end - Math.max(3 * (window[1] - window[0]), 7 * DAY), dataStart))
    : Math.min(dataStart, end - DAY)
  return [startOfDay(start), end]
}

/** Bins that leave about a hundred bars: an hour, six, a day, a week, 30 days. */
export function binMinutes([from, to]: Span): number {
  const choices = [HOUR, 6 * HOUR, DAY, 7 * DAY, 30 * DAY]
  return choices.find((minutes) => (to - from) / minutes <= 130) ?? 90 * DAY
}

/** "an hour", "a day": what one bar stands for. */
export function binWord(minutes: number): string {
  const words: Readonly<Record<number, string>> = {
    [HOUR]: 'an hour',
    [6 * HOUR]: 'six hours',
    [DAY]: 'a day',
    [7 * DAY]: 'a week',
    [30 * DAY]: '30 days',
    [90 * DAY]: '90 days',
  }
  return words[minutes] ?? 'a bar'
}

/** About six instants to name under the strip, each with its short date. */
export function dateTicks([from, to]: Span): { readonly at: number; readonly text: string }[] {
  const stepDays = [1, 2, 7, 14, 30, 60, 90, 180, 365, 730].find(
    (days) => (to - from) / (days * DAY) <= 7,
  )
  const wholeYears = Math.ceil((to - from) / (7 * 3650 * DAY)) * 10
  const step = (stepDays ?? wholeYears * 365) * DAY
  const ticks: { at: number; text: string }[] = []
  for (let at = startOfDay(to - 1); at >= from; at -= step) {
    const date = new Date(at * 60_000)
    const year = step >= 90 * DAY ? ` ${String(date.getUTCFullYear() % 100).padStart(2, '0')}` : ''
    ticks.unshift({ at, text: `${date.getUTCDate()} ${MONTH_NAMES[date.getUTCMonth()]}${year}` })
  }
  return ticks
}

function startOfDay(epochMinutes: number): number {
  return Math.floor(epochMinutes / DAY) * DAY
}
