import { type OperationDocument, openScenarios } from '#core/document.ts'
import { forceText } from '#core/force-at.ts'
import type { Scenario } from '#core/records/scenario.ts'
import { underText } from '#core/shocks-of.ts'
import { useDocument } from '#ui/room.tsx'
import { CoaMark, StatusMark } from '#ui/widgets/marks.tsx'
import { Pick } from '#ui/widgets/pick.tsx'

/** Picks a course of action that is not archived; the current posture is one of them unless it is left out. */
export function ScenarioPick(props: {
  readonly label: string
  readonly value: string | null
  readonly withoutBaseline?: boolean
  /** Of these alone; left out: of all. */
  readonly among?: readonly Scenario[]
  readonly onChange: (id: string) => void
}) {
  const document = useDocument((state) => state.document)
  const scenarios = (props.among ?? openScenarios(document)).filter(
    ({ isBaseline }) => !(props.withoutBaseline && isBaseline),
  )
  return (
    <Pick
      label={props.label}
      value={props.value}
      none="Choose a COA"
      choices={scenarios.map((scenario) => ({
        id: scenario.id,
        name: scenario.name,
        note: noteOf(document, scenario),
        mark: (
          <>
            <CoaMark scenario={scenario} />
            {underText(document, scenario.id) === null ? null : (
              <>
                {' '}
                <StatusMark status="watch" word="under stress" />
              </>
            )}
          </>
        ),
      }))}
      onChange={props.onChange}
    />
  )
}

/** What it is tried under before what it is about: a stress number is never read as the fact. */
function noteOf(document: OperationDocument, { id, title }: Scenario): string {
  const under = underText(document, id)
  if (under !== null) return `under ${under}`
  return forceText(document, id) ?? title
}
