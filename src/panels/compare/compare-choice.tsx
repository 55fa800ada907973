import { useEffect } from 'react'
import { baselineOf, scenariosInOrder } from '#core/document.ts'
import { useDocument, useRoom, useScreen } from '#ui/room.tsx'
import { ScenarioPick } from '../scenarios/scenario-pick.tsx'

/** Which two COAs are compared; at first the latest COA against the current posture. */
export function CompareChoice() {
  const { screen } = useRoom()
  const document = useDocument((state) => state.document)
  const scenarioId = useScreen((state) => state.scenarioId)
  const againstId = useScreen((state) => state.againstScenarioId)
  const baselineId = baselineOf(document)?.id ?? null
  const latestId = scenariosInOrder(document).findLast(({ isBaseline }) => !isBaseline)?.id ?? null
  useEffect(() => {
    if (againstId !== null && document.tables.scenarios.has(againstId)) return
    screen.setState({ againstScenarioId: baselineId })
  }, [againstId, baselineId, document, screen])
  useEffect(() => {
    if (scenarioId === againstId && againstId === baselineId && latestId !== null) {
      screen.setState({ scenarioId: latestId })
    }
  }, [scenarioId, againstId, baselineId, latestId, screen])
  return (
    <div className="band-choice">
      <span className="field-label">Proposed</span>
      <ScenarioPick
        label="COA proposed"
        value={scenarioId}
        onChange={(id) => screen.setState({ scenarioId: id })}
      />
      <span className="field-label">Compared with</span>
      <ScenarioPick
        label="COA compared with"
        value={againstId}
        onChange={(id) => screen.setState({ againstScenarioId: id })}
      />
    </div>
  )
}
