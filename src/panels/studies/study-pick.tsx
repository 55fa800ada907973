import { STUDIES } from '#analysis/studies/registry.ts'
import type { StudyGroup } from '#analysis/studies/study.ts'
import { useRoom } from '#ui/room.tsx'
import { Pick } from '#ui/widgets/pick.tsx'

/** A paper that is left takes its tool and its draft along. */
export const NOTHING_IN_HAND = {
  tool: 'select',
  draftRestriction: null,
  editedRestrictionId: null,
} as const

const REGISTER = { id: '', name: 'Restrictions' } as const

/** The other papers of a group: its studies, and of access the register of restrictions first. */
export function StudyPick(props: {
  readonly group: StudyGroup
  /** Null: the register is open. */
  readonly studyId: string | null
}) {
  const { screen } = useRoom()
  const studies = STUDIES.filter(({ group }) => group === props.group)
  const choices = [
    ...(props.group === 'access' ? [REGISTER] : []),
    ...studies.map(({ id, title }) => ({ id, name: title })),
  ]
  if (choices.length < 2) return null
  return (
    <Pick
      label="Study"
      choices={choices}
      value={props.studyId ?? REGISTER.id}
      buttonText={props.studyId === null ? 'Studies' : 'Other studies'}
      onChange={(id) =>
        screen.setState({
          studyId: id === REGISTER.id ? null : id,
          isAccessOpen: props.group === 'access',
          ...NOTHING_IN_HAND,
        })
      }
    />
  )
}
