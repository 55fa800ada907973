import type { GroupAnswers, GroupGap } from '../../voice/group-gap.ts'
import { groupGap } from '../../voice/group-gap.ts'
import { type ShareDifference, shareDifference } from '../../voice/share-estimate.ts'
import { type SurveyFigure, surveyFigure } from '../../voice/survey-figure.ts'
import { type AreaWave, type SurveyQuestion, wavesByArea } from '../../voice/survey-waves.ts'
import type { StudyFacts } from '../study.ts'
import { restOf } from './rest-of.ts'

/** What one county answered. */
export type County = {
  readonly index: number
  readonly name: string
  readonly latest: AreaWave | null
  readonly figure: SurveyFigure | null
  /** Groups were asked, but no row is of all. */
  readonly isByGroupOnly: boolean
  /** Against the wave before; null where one of the two may not be shown. */
  readonly change: ShareDifference | null
  /** Women and men of the wave that is shown; null where they were not told apart. */
  readonly sexes: GroupGap | null
  /** Youth of that wave, and all others of it. */
  readonly ages: GroupGap | null
}

/** The latest answers of each county to one question, in the order of the ground's areas. */
export function countyAnswers(
  { ground, surveys }: StudyFacts,
  question: SurveyQuestion,
  atEpochMinutes: number,
): County[] {
  const waves = wavesByArea(surveys, question, atEpochMinutes)
  return ground.areaIds.map((id, index) => {
    const own = waves.get(id) ?? []
    const [latest = null, before = null] = own.filter(({ group }) => group === null)
    const figure = latest && surveyFigure(latest)
    const isComparable =
      latest !== null &&
      before !== null &&
      figure?.share != null &&
      surveyFigure(before).share !== null
    return {
      index,
      name: ground.areaNames[index] ?? id,
      latest,
      figure,
      isByGroupOnly: latest === null && own.length > 0,
      change: isComparable ? shareDifference(latest, before) : null,
      sexes: latest && sexesOf(own, latest),
      ages: latest && agesOf(own, latest),
    }
  })
}

function sexesOf(own: readonly AreaWave[], latest: AreaWave): GroupGap | null {
  return gapOf([answersOf(own, latest, 'women'), answersOf(own, latest, 'men')])
}

/** Nobody asks the others apart: they are what is left of all. */
function agesOf(own: readonly AreaWave[], latest: AreaWave): GroupGap | null {
  const youth = answersOf(own, latest, 'youth')
  const rest = youth && restOf(latest, youth)
  return gapOf([youth, rest && { ...rest, group: 'others' }])
}

/** Null where one of them was not asked. */
function gapOf(groups: readonly (GroupAnswers | null)[]): GroupGap | null {
  const told = groups.filter((group) => group !== null)
  return told.length === groups.length ? groupGap(told) : null
}

/** What a group said in the wave that is shown. */
function answersOf(
  own: readonly AreaWave[],
  { heldEpochMinutes }: AreaWave,
  group: string,
): GroupAnswers | null {
  const found = own.find(
    (wave) => wave.group === group && wave.heldEpochMinutes === heldEpochMinutes,
  )
  return found ? { ...found, group } : null
}

/** Whether both may be shown: of one alone, with the whole beside it, the other could be worked out. */
export function isShown({ figures }: GroupGap): boolean {
  return figures.every(({ share }) => share !== null)
}
