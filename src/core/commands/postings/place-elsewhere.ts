import type { Command } from '../command.ts'
import { type Acceptance, acceptPlan } from './accept-plan.ts'

/** Suggestions that a person puts somewhere else than a plan did, with why. */
export type Elsewhere = Omit<Acceptance, 'planHash'> & {
  /** Where the plan had them. */
  readonly insteadOfId: string
  readonly reason: string
}

/** Puts suggested units at another place, held there: the next plan keeps them and goes round them. */
export const placeElsewhere: Command<Elsewhere> = {
  id: 'plan.elsewhere',
  title: 'Put elsewhere',

  blocked(document, elsewhere) {
    const { suggestions, insteadOfId, reason } = elsewhere
    if (reason.trim() === '') return 'Say in a few words why it goes elsewhere.'
    if (suggestions.some(({ placeId }) => placeId === insteadOfId)) {
      return 'That is where the plan has it. Choose another place.'
    }
    return acceptPlan.blocked(document, decided(elsewhere))
  },

  change(document, elsewhere) {
    const { bases, communities, resourceTypes } = document.tables
    const nameOf = (id: string) => bases.get(id)?.name ?? communities.get(id)?.name ?? id
    const [first] = elsewhere.suggestions
    const { rows } = acceptPlan.change(document, decided(elsewhere))
    const what = resourceTypes.get(first?.typeId ?? '')?.name ?? 'units'
    const to = nameOf(first?.placeId ?? '')
    return { note: `Put ${what} at ${to} instead of ${nameOf(elsewhere.insteadOfId)}`, rows }
  },
}

function decided({ suggestions, reason, ...rest }: Elsewhere): Acceptance {
  return {
    scenarioId: rest.scenarioId,
    ids: rest.ids,
    planHash: null,
    suggestions: suggestions.map((each) => ({ ...each, reason: reason.trim(), isHeld: true })),
  }
}
