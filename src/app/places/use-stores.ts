import { useMemo } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { useDocument, useResults, useScreen } from '#ui/room.tsx'
import type { Stores } from './scenes.ts'
import { useStatesSince } from './use-states-since.ts'

/**
 * What scenes are made of; a new object only when one of its members is.
 *
 * @param isInHandSeen whether a border in hand is told of: at every move of the pointer.
 */
export function useStores(isInHandSeen = true): Stores {
  const held = useDocument(useShallow(({ document, columns }) => ({ document, columns })))
  const nowAt = useStatesSince()
  const facts = useMemo(() => ({ ...held, nowAt }), [held, nowAt])
  const results = useResults(
    useShallow(({ ground, situations, travel, ranks, studies, ...plans }) => ({
      ground,
      situations,
      travel,
      ranks,
      studies,
      plan: plans.plan,
      planScenarioId: plans.planScenarioId,
      planIncumbent: plans.planIncumbent,
      choices: plans.choices,
      zoneProposal: plans.zoneProposal,
      zoneProposalRequest: plans.zoneProposalRequest,
    })),
  )
  const screen = useScreen(
    useShallow((state) => ({
      place: state.place,
      theme: state.theme,
      selection: state.selection,
      scenarioId: state.scenarioId,
      againstScenarioId: state.againstScenarioId,
      windowEpochMinutes: state.windowEpochMinutes,
      zonePreview: isInHandSeen ? state.zonePreview : null,
      isZoneProposalOpen: state.isZoneProposalOpen,
      drawing: state.drawing,
      draftRestriction: state.draftRestriction,
      studyId: state.studyId,
      planView: state.planView,
      planOverride: state.planOverride,
      isAccessOpen: state.isAccessOpen,
      editedRestrictionId: state.editedRestrictionId,
      tool: state.tool,
    })),
  )
  return useMemo(() => ({ facts, results, screen }), [facts, results, screen])
}
