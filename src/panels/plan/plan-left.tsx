import { Plus } from 'lucide-react'
import { addScenario } from '#core/commands/scenarios/add-scenario.ts'
import { scenariosInOrder } from '#core/document.ts'
import { useDocument, useRoom, useRun } from '#ui/room.tsx'
import { Button } from '#ui/widgets/button.tsx'
import { ScenarioPick } from '../scenarios/scenario-pick.tsx'

/** Which COA is worked on, and a way to begin another from it. */
export function PlanScenario({ scenarioId }: { readonly scenarioId: string | null }) {
  const document = useDocument((state) => state.document)
  const { screen, newId } = useRoom()
  const run = useRun()
  const begin = () => {
    const id = newId()
    const number = 1 + Math.max(0, ...scenariosInOrder(document).map((row) => row.number))
    const start = { id, name: `COA ${number}`, title: '', copyOfId: null }
    if (run(addScenario, start)) screen.setState({ scenarioId: id })
  }
  return (
    <span className="coa-row">
      <ScenarioPick
        label="COA to plan for"
        value={scenarioId}
        onChange={(id) => screen.setState({ scenarioId: id })}
      />
      <Button look="icon" label="New COA" onPress={begin}>
        <Plus size={15} />
      </Button>
    </span>
  )
}
