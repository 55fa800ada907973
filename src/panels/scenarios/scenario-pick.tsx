import { scenariosInOrder } from '#core/document.ts'
import { nameUnder } from '#core/shocks-of.ts'
import { useDocument } from '#ui/room.tsx'
import { CoaMark } from '#ui/widgets/marks.tsx'
import { Pick } from '#ui/widgets/pick.tsx'

/** Picks a course of action; the current posture is one of them unless it is left out. */
export function ScenarioPick(props: {
  readonly label: string
  readonly value: string | null
  readonly withoutBaseline?: boolean
  readonly onChange: (id: string) => void
}) {
  const document = useDocument((state) => state.document)
  const scenarios = scenariosInOrder(document).filter(
    ({ isBaseline }) => !(props.withoutBaseline && isBaseline),
  )
  return (
    <Pick
      label={props.label}
      value={props.value}
      none="Choose a COA"
      choices={scenarios.map((scenario) => ({
        id: scenario.id,
        name: nameUnder(document, scenario),
        note: scenario.title,
        mark: <CoaMark scenario={scenario} />,
      }))}
      onChange={props.onChange}
    />
  )
}
