import { editOperation } from '#core/commands/operation/edit-operation.ts'
import { holdPosting } from '#core/commands/postings/hold-posting.ts'
import { editResourceType } from '#core/commands/resource-types/edit-resource-type.ts'
import { counted, durationText, grouped } from '#core/figures.ts'
import type { Grant } from '#planner/reasons/grants.ts'
import type { Remedy } from '#planner/reasons/unserved/remedies.ts'
import { useRun } from '#ui/room.tsx'
import { useSiteRule } from '../site-rules.tsx'

/** What the button that sets it says. */
export function grantVerb(grant: Grant): string {
  switch (grant.kind) {
    case 'moves':
      return `Allow ${counted(grant.maxMoveCount, 'move')}`
    case 'budget':
      return `Set ${grouped(grant.budgetUsd)} USD`
    case 'standard':
      return `Set ${durationText(grant.reachMinutes)}`
    case 'place':
      return 'Free the place'
    case 'posting':
      return 'Let it go'
  }
}

const NO_SETTING: Partial<Readonly<Record<Remedy['kind'], string>>> = {
  unit: 'No setting: these have to come.',
  room: 'No setting: the place has to grow.',
  priority: 'No setting: hold units there.',
  hold: 'No setting: it follows from what the unit is for.',
}

/** Why there is nothing to press. */
export function noSettingText(kind: Remedy['kind']): string {
  return NO_SETTING[kind] ?? 'No setting.'
}

/** Sets what a remedy needs, as one step that can be undone. */
export function useGrant(scenarioId: string): (grant: Grant) => void {
  const run = useRun()
  const rule = useSiteRule(scenarioId)
  return (grant) => {
    switch (grant.kind) {
      case 'moves':
        run(editOperation, { fields: { maxMoveCount: grant.maxMoveCount } })
        return
      case 'budget':
        run(editOperation, { fields: { budgetUsd: grant.budgetUsd } })
        return
      case 'standard': {
        const { typeId: id, reachMinutes } = grant
        run(editResourceType, { id, fields: { reachMinutes } })
        return
      }
      case 'place':
        rule(grant.placeId, null)
        return
      case 'posting':
        run(holdPosting, { id: grant.postingId, isHeld: false })
    }
  }
}
