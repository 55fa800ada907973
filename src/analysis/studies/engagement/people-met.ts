import { LEAST_CELL_COUNT } from '#core/disclosure-limits.ts'
import { NOTHING, percent } from '#core/figures.ts'
import { type Engagement, VOICE_GROUPS, type VoiceGroup } from '#core/records/engagement.ts'
import { discloseCounts } from '../../disclosure.ts'
import { shownCount } from '../parts/figure-words.ts'
import { GROUP_NAMES } from '../parts/voice-names.ts'
import type { StudyBlock } from '../study.ts'

/** People are counted over this, whatever window is chosen: two windows could be subtracted. */
const PEOPLE_DAYS = 365

/** Attendances of a group as they may be shown; null is hidden. */
type GroupMet = {
  readonly group: VoiceGroup
  readonly attendances: number | null
  /** Of those of meetings at which women were counted; NaN: of none. */
  readonly womenShare: number | null
}

type PeopleMet = {
  readonly groups: readonly GroupMet[]
  readonly womenShare: number | null
}

/**
 * Who came to meetings of the last year. Women, men and those of whom it is not told are one table of
 * counts, disclosed at once; attendances and shares are made of what of it is shown, and of nothing else.
 */
export function peopleMet(
  meetings: readonly { readonly engagement: Engagement; readonly daysAgo: number }[],
): PeopleMet {
  const counted = meetings.filter(
    ({ engagement, daysAgo }) => daysAgo <= PEOPLE_DAYS && engagement.participantCount !== null,
  )
  const groups = VOICE_GROUPS.filter((group) =>
    counted.some(({ engagement }) => engagement.withWhom === group),
  )
  const counts = groups.map((group) => {
    const row = [0, 0, 0]
    for (const { engagement } of counted) {
      const { withWhom, participantCount, womenCount } = engagement
      if (withWhom !== group) continue
      row[0]! += womenCount ?? 0
      row[1]! += womenCount === null ? 0 : participantCount! - womenCount
      row[2]! += womenCount === null ? participantCount! : 0
    }
    return row
  })
  const shown = discloseCounts(counts)
  return {
    groups: groups.map((group, row) => ({
      group,
      attendances: shown.rowTotals[row]!,
      womenShare: shareOf(shown.counts[row]!),
    })),
    womenShare: shareOf(shown.columnTotals),
  }
}

function shareOf([women, men]: readonly (number | null)[]): number | null {
  if (women == null || men == null) return null
  return women / (women + men)
}

/** The share of women among all who were counted; nothing where it is hidden or unknown. */
export function womenSentence({ womenShare }: PeopleMet): StudyBlock[] {
  if (womenShare === null || Number.isNaN(womenShare)) return []
  const text = `${percent(womenShare)} % of the participants who were counted in the last year were women.`
  return [{ type: 'sentence', tone: 'plain', text }]
}

export function peopleTable({ groups }: PeopleMet): StudyBlock[] {
  if (groups.length === 0) return []
  return [
    {
      type: 'table',
      title: 'Who came, last year',
      columns: ['Group', 'Attendances', 'Women'],
      rows: groups.map(({ group, attendances, womenShare }) => ({
        cells: [GROUP_NAMES[group], shownCount(attendances), shareText(womenShare)],
        place: null,
      })),
      moreCount: 0,
    },
  ]
}

function shareText(share: number | null): string {
  if (share === null) return shownCount(null)
  return Number.isNaN(share) ? NOTHING : `${percent(share)} %`
}

/** How people are counted, for the card of the method. */
export const PEOPLE_WORDS = `Attendances and women are those of the last ${PEOPLE_DAYS} days, whatever the window. Counts of women, men and of those not told apart from 1 to ${LEAST_CELL_COUNT - 1} are hidden, and as many others, all as "…", that none can be worked out.`
