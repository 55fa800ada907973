import { counted, percent } from '#core/figures.ts'
import { pooledShare } from '../../voice/pooled-share.ts'
import type { SurveyQuestion } from '../../voice/survey-waves.ts'
import { sumByArea } from '../parts/area-places.ts'
import { plain, watch } from '../parts/sentence-blocks.ts'
import type { StudyBlock, StudyFacts } from '../study.ts'
import type { County } from './county-answers.ts'
import { SAYS } from './words.ts'

/** What the counties together say, and what nobody knows. */
export function sentences(
  { ground, surveys }: StudyFacts,
  counties: readonly County[],
  question: SurveyQuestion,
): StudyBlock[] {
  if (surveys.every(({ rowCount }) => rowCount === 0)) return [plain('No survey is on record.')]
  const shown = counties.filter(({ figure }) => figure?.share != null)
  const hiddenCount = counties.length - shown.length
  if (shown.length === 0) {
    return [plain('No county has answers of enough people to show.')]
  }
  const peopleOf = sumByArea(ground, ground.peopleCount)
  const whole = pooledShare(
    counties.map(({ index, figure, latest }) => {
      const peopleCount = peopleOf[index] ?? 0
      if (!latest || figure?.share == null)
        return { share: Number.NaN, sampleCount: 0, peopleCount }
      return { ...latest, peopleCount }
    }),
  )
  const { share, interval, coveredShare } = whole
  const lowest = shown.reduce((low, one) => (one.figure!.share! < low.figure!.share! ? one : low))
  const range = `${percent(interval.lower)} and ${percent(interval.upper)} %`
  const overall = Number.isNaN(share)
    ? 'How many people live in the counties that were asked is unknown, so there is no share of the whole.'
    : `${percent(share)} % ${SAYS[question]} (between ${range}), over counties where ${percent(coveredShare)} % of people live.`
  const said = `${overall} Lowest: ${lowest.name}, ${percent(lowest.figure!.share!)} %.`
  const change = changeText(shown)
  const byGroupCount = counties.filter(({ isByGroupOnly }) => isByGroupOnly).length
  const unknownCount = hiddenCount - byGroupCount
  const flagged = shown.filter(({ figure }) => figure?.display === 'withWarning').length
  return [
    plain(said),
    ...(change === null ? [] : [plain(change)]),
    ...(unknownCount > 0
      ? [
          watch(
            `${counted(unknownCount, 'county', 'counties')} ${unknownCount === 1 ? 'was' : 'were'} not asked, or too few people were: that is unknown, not calm.`,
          ),
        ]
      : []),
    ...(byGroupCount > 0
      ? [
          watch(
            `Of ${counted(byGroupCount, 'county', 'counties')} there are answers by group only, and none of all.`,
          ),
        ]
      : []),
    ...(flagged > 0
      ? [
          watch(
            `${counted(flagged, 'county', 'counties')} ${flagged === 1 ? 'rests' : 'rest'} on few or rough answers; read only the interval.`,
          ),
        ]
      : []),
  ]
}

/** Which counties have changed, of those that can be compared; null where none can. */
function changeText(counties: readonly County[]): string | null {
  const compared = counties.filter(({ change }) => change !== null)
  if (compared.length === 0) return null
  const moved = (isMeant: (difference: number) => boolean) =>
    compared
      .filter(({ change }) => change!.isSeen && isMeant(change!.difference))
      .map(({ name }) => name)
      .join(', ')
  const [fallen, risen] = [moved((by) => by < 0), moved((by) => by > 0)]
  if (fallen === '' && risen === '') {
    return compared.length === 1
      ? `${compared[0]!.name}, the only county that can be compared, has not changed beyond chance since the wave before.`
      : `None of the ${compared.length} counties that can be compared has changed beyond chance since the wave before.`
  }
  return [
    fallen === '' ? '' : `Fewer than in the wave before: ${fallen}.`,
    risen === '' ? '' : `More than in the wave before: ${risen}.`,
  ]
    .filter(Boolean)
    .join(' ')
}
