import { STUDIES } from '#analysis/studies/registry.ts'
import { STUDY_GROUPS, type StudyGroup } from '#analysis/studies/study.ts'
import { useRoom, useScreen } from '#ui/room.tsx'
import { Segment } from '#ui/widgets/segment.tsx'
import { NOTHING_IN_HAND } from './study-pick.tsx'

const NAMES: Readonly<Record<StudyGroup, string>> = {
  incidents: 'Incidents',
  access: 'Access',
  patrols: 'Patrols',
  voice: 'Voice',
  equity: 'Equity',
}
const GROUPS = STUDY_GROUPS.filter((group) => STUDIES.some((study) => study.group === group))
const CHOICES = [
  { id: 'need', name: 'Need' },
  ...GROUPS.map((group) => ({ id: group, name: NAMES[group] })),
] as const

/** What the Situation paper is about: need, access, or the studies of one group. Access begins with its register. */
export function SituationTabs() {
  const { screen } = useRoom()
  const studyId = useScreen((state) => state.studyId)
  const isAccessOpen = useScreen((state) => state.isAccessOpen)
  const group = STUDIES.find(({ id }) => id === studyId)?.group
  const shown = group ?? (isAccessOpen ? 'access' : 'need')
  return (
    <div className="situation-tabs">
      <Segment
        label="What the paper shows"
        choices={CHOICES}
        value={shown}
        onChange={(next) => {
          if (next === shown) return
          const isAccess = next === 'access'
          const first = isAccess ? null : STUDIES.find((study) => study.group === next)
          screen.setState({
            studyId: first?.id ?? null,
            isAccessOpen: isAccess,
            ...NOTHING_IN_HAND,
          })
        }}
      />
    </div>
  )
}
