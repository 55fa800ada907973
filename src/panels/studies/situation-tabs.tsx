import { STUDIES } from '#analysis/studies/registry.ts'
import { STUDY_GROUPS, type StudyGroup } from '#analysis/studies/study.ts'
import { useRoom, useScreen } from '#ui/room.tsx'
import { Segment } from '#ui/widgets/segment.tsx'

const NAMES: Readonly<Record<StudyGroup, string>> = {
  incidents: 'Incidents',
  patrols: 'Patrols',
  voice: 'Voice',
  equity: 'Equity',
  access: 'Access',
}
const GROUPS = STUDY_GROUPS.filter((group) => STUDIES.some((study) => study.group === group))
const CHOICES = [
  { id: 'need', name: 'Need' },
  ...GROUPS.map((group) => ({ id: group, name: NAMES[group] })),
] as const

/** What the Situation paper is about: need, or the studies of one group. */
export function SituationTabs() {
  const { screen } = useRoom()
  const studyId = useScreen((state) => state.studyId)
  const shown = STUDIES.find(({ id }) => id === studyId)?.group ?? 'need'
  return (
    <div className="situation-tabs">
      <Segment
        label="What the paper shows"
        choices={CHOICES}
        value={shown}
        onChange={(group) => {
          if (group === shown) return
          const first = STUDIES.find((study) => study.group === group)
          screen.setState({ studyId: first?.id ?? null })
        }}
      />
    </div>
  )
}
