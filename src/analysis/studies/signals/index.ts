import { numbersOf } from '#core/columns/columns.ts'
import { LEAST_CELL_COUNT } from '#core/disclosure-limits.ts'
import { counted, NOTHING, percent } from '#core/figures.ts'
import { epochMinutesOf } from '#core/time/instant.ts'
import { choiceOf } from '../options.ts'
import { areaPlaces } from '../parts/area-places.ts'
import { shownCount } from '../parts/figure-words.ts'
import type { Study, StudyAnswer, StudyBlock, StudyFacts, StudyOption } from '../study.ts'
import { type Heard, heardByArea, WINDOWS_DAYS } from './heard.ts'

const WINDOW_OPTION = {
  id: 'windowDays',
  name: 'Posted within',
  type: 'choice',
  choices: WINDOWS_DAYS.map((days) => ({ id: String(days), name: `${days} days` })),
  usual: '30',
} as const satisfies StudyOption

/** How many times the window before it that stands out. */
const RISE = 2

/** How much is posted about each county, and whether it can be heard there at all; no survey. */
export const SIGNALS: Study = {
  id: 'signals',
  title: 'Social-media signals',
  group: 'voice',
  question: 'Where is more being posted than before, and where could we not hear it?',
  datedBy: ['signals'],
  isForWall: false,
  options: [WINDOW_OPTION],
  surface: null,
  ask: (facts, choices): StudyAnswer => {
    const days = Number(choiceOf(WINDOW_OPTION, choices))
    const heard = heardByArea(facts, days)
    return {
      values: null,
      blocks: [...sentences(facts, heard, days), table(facts, heard)],
      method: {
        formula:
          'Posts of the window beside those of as many days before it, by county; the share that is negative is weighed by posts. Coverage is what the source last said of it. Of the windows on offer only those counts are shown of which any two differ by none or by enough; the others read "…".',
        parameters: [
          { name: 'Window', value: counted(days, 'day') },
          { name: 'Stands out', value: `${RISE} times the window before` },
          { name: 'Least count shown', value: String(LEAST_CELL_COUNT) },
        ],
        limits: [
          'How much is posted is not how many people think so.',
          'Few voices, or machines, can post much.',
          'Silence where there is no network says nothing.',
          'It never goes into what surveys say, nor into need.',
        ],
        source: 'Datasets of kind "signals" of the operation.',
      },
    }
  },
}

function sentences(facts: StudyFacts, heard: readonly Heard[], days: number): StudyBlock[] {
  const { ground, signals } = facts
  const notAnswers: StudyBlock = {
    type: 'sentence',
    tone: 'watch',
    text: 'This is what is posted where there is network, not what people think; it is never part of a survey.',
  }
  if (signals.length === 0) {
    const text = 'No social-media signals have been imported.'
    return [{ type: 'sentence', tone: 'plain', text }, notAnswers]
  }
  const names = (isMeant: (own: Heard) => boolean) =>
    ground.areaNames.filter((_, area) => isMeant(heard[area]!)).join(', ')
  const compared = heard.filter(isCompared)
  const isShown = (own: Heard) => own.recentShown !== null && own.beforeShown !== null
  const risen = names((own) => isRisen(own) && isShown(own))
  const risenUntold = names((own) => isRisen(own) && !isShown(own))
  const unheard = names(({ coverage }) => coverage === 'none' || coverage === null)
  const rises = [
    risen === ''
      ? ''
      : `At least twice as much was posted in the last ${days} days as in the ${days} before: ${risen}.`,
    risenUntold === ''
      ? ''
      : `More than before, but how much is held back, as counts are too small to show: ${risenUntold}.`,
  ].filter(Boolean)
  const text =
    compared.length === 0
      ? `No county has posts on record in the last ${days} days and in the ${days} before, so no rise can be told.`
      : rises.length > 0
        ? rises.join(' ')
        : `In none of ${counted(compared.length, 'county', 'counties')} with both on record was twice as much posted in the last ${days} days as in the ${days} before.`
  const reachDays = reachOf(facts)
  const short: StudyBlock[] =
    reachDays >= 2 * days
      ? []
      : [
          {
            type: 'sentence',
            tone: 'watch',
            text: `The record reaches back ${counted(Math.floor(reachDays), 'day')}, not the ${2 * days} of two windows: what was posted before is not all there.`,
          },
        ]
  return [
    { type: 'sentence', tone: 'plain', text },
    ...short,
    notAnswers,
    ...(unheard === ''
      ? []
      : [
          {
            type: 'sentence',
            tone: 'watch',
            text: `Without network, or not told: ${unheard}. Silence there says nothing.`,
          } as const,
        ]),
  ]
}

/** It has enough posts, and so many times those of the window before. */
function isRisen(own: Heard): boolean {
  return (
    isCompared(own) &&
    own.recentCount >= LEAST_CELL_COUNT &&
    own.recentCount >= RISE * own.beforeCount
  )
}

/** It has rows in both windows. */
function isCompared(
  own: Heard,
): own is Heard & { readonly recentCount: number; readonly beforeCount: number } {
  return own.recentCount !== null && own.beforeCount !== null
}

/** How long ago the oldest row is, in days; 0 without any. */
function reachOf({ operation, signals }: StudyFacts): number {
  const at = epochMinutesOf(operation.planningAt)
  let reachDays = 0
  for (const batch of signals) {
    for (const held of numbersOf(batch, 'heldEpochMinutes').subarray(0, batch.rowCount)) {
      if (held <= at) reachDays = Math.max(reachDays, (at - held) / 1440)
    }
  }
  return reachDays
}

function table({ ground }: StudyFacts, heard: readonly Heard[]): StudyBlock {
  return {
    type: 'table',
    title: 'Posts by county',
    columns: ['County', 'Coverage', 'Posts', 'Before', 'Negative'],
    rows: heard.map((own, area) => {
      const isUnheard = own.coverage === 'none'
      const posts = (count: number | null, shown: number | null) =>
        count === null || (isUnheard && count === 0) ? NOTHING : shownCount(shown)
      return {
        cells: [
          ground.areaNames[area] ?? '',
          own.coverage ?? 'not told',
          posts(own.recentCount, own.recentShown),
          posts(own.beforeCount, own.beforeShown),
          own.negativeShown === null
            ? shownCount(null)
            : Number.isNaN(own.negativeShown)
              ? NOTHING
              : `${percent(own.negativeShown)} %`,
        ],
        place: areaPlaces(ground)[area] ?? null,
      }
    }),
    moreCount: 0,
  }
}
