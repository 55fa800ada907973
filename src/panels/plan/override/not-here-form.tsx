import { useState } from 'react'
import type { PlanPosting } from '#planner/plan.ts'
import { Button } from '#ui/widgets/button.tsx'
import { Segment } from '#ui/widgets/segment.tsx'
import { useSiteRule } from '../site-rules.tsx'
import type { Decided } from './overridden.ts'
import { ReasonField } from './reason-field.tsx'

const SCOPES = ['type', 'all'] as const

/** Keeps a type, or everything, away from a place in this COA; and why. */
export function NotHereForm(props: {
  readonly posting: PlanPosting
  readonly scenarioId: string
  readonly onClose: () => void
  readonly onDecided: (decided: Decided) => void
}) {
  const { posting, scenarioId } = props
  const [scope, setScope] = useState<(typeof SCOPES)[number]>('type')
  const [reason, setReason] = useState('')
  const rule = useSiteRule(scenarioId)
  const forbid = () => {
    if (reason.trim() === '') return
    const typeIds = scope === 'type' ? [posting.typeId] : undefined
    const id = rule(posting.placeId, 'forbidden', { typeIds, reason: reason.trim() })
    if (id !== null) props.onDecided({ table: 'sites', id, word: 'not here' })
  }
  return (
    <div className="override">
      <Segment
        label={`What is not to be at ${posting.placeName}`}
        choices={[
          { id: 'type', name: `No ${posting.typeName} here` },
          { id: 'all', name: 'Nothing here' },
        ]}
        value={scope}
        onChange={setScope}
      />
      <ReasonField label="Why" value={reason} onChange={setReason} onEnter={forbid} />
      <div className="choice-actions">
        <Button
          onPress={forbid}
          isDisabled={reason.trim() === ''}
          hint="The next plan of this COA leaves it out"
        >
          Not at {posting.placeName}
        </Button>
        <Button look="text" onPress={props.onClose}>
          Leave it
        </Button>
      </div>
    </div>
  )
}
