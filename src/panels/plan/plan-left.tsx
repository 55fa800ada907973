import { useRoom } from '#ui/room.tsx'
import { CoaMenu } from '../scenarios/coa-menu.tsx'
import { ScenarioPick } from '../scenarios/scenario-pick.tsx'

/** Which COA is worked on, and a way to begin another. */
export function PlanScenario({ scenarioId }: { readonly scenarioId: string | null }) {
  const { screen } = useRoom()
  return (
    <span className="coa-row">
      <ScenarioPick
        label="COA to plan for"
        value={scenarioId}
        onChange={(id) => screen.setState({ scenarioId: id })}
      />
      <CoaMenu scenarioId={scenarioId} />
    </span>
  )
}
