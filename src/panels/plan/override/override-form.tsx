import { useEffect } from 'react'
import type { Plan, PlanPosting } from '#planner/plan.ts'
import { useRoom, useScreen } from '#ui/room.tsx'
import { Button } from '#ui/widgets/button.tsx'
import { ElsewhereForm } from './elsewhere-form.tsx'
import { NotHereForm } from './not-here-form.tsx'
import { useOverridden } from './overridden.ts'
import './override.css'

/** What a person can decide instead of an open suggestion; one way is open at a time. */
export function OverrideForm(props: {
  readonly plan: Plan
  readonly index: number
  readonly posting: PlanPosting
  readonly carriers: readonly PlanPosting[]
  readonly scenarioId: string
}) {
  const { plan, index, posting } = props
  const { screen } = useRoom()
  const override = useScreen(({ planOverride }) =>
    planOverride?.index === index ? planOverride : null,
  )
  const { decidedOn, decide } = useOverridden(plan)
  // A place that is asked for on the map is asked for by this form alone.
  useEffect(() => () => screen.setState({ planOverride: null }), [screen])
  const close = () => screen.setState({ planOverride: null })
  const begin = (way: 'elsewhere' | 'notHere') =>
    screen.setState({
      planOverride: {
        index,
        way,
        placeId: way === 'elsewhere' ? (posting.runnerUp?.placeId ?? null) : null,
        isPicking: false,
      },
    })
  const decided = decidedOn(index)
  if (decided) {
    return (
      <p className="suggestion-rule light">You have decided this otherwise. Undo gives it back.</p>
    )
  }
  if (!override) {
    return (
      <p className="suggestion-rule">
        <Button look="text" onPress={() => begin('elsewhere')}>
          Put it elsewhere …
        </Button>
        <Button look="text" onPress={() => begin('notHere')}>
          Not here …
        </Button>
      </p>
    )
  }
  const common = {
    ...props,
    onClose: close,
    onDecided: (made: Parameters<typeof decide>[1]) => {
      decide(index, made)
      close()
    },
  }
  return override.way === 'elsewhere' ? (
    <ElsewhereForm {...common} override={override} />
  ) : (
    <NotHereForm {...common} />
  )
}
