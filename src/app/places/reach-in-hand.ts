import type { Tables } from '#core/document.ts'
import type { LayerType } from '#map/layers/layer-type.ts'
import { type LayerChoice, viewOf } from '#map/layers/shown-layers.ts'
import { isDrawing } from '#panels/access/new-restriction.tsx'
import type { LayerView, ScreenState } from '#state/screen-store.ts'

/** What tells whether a restriction is in hand. */
type InHand = Pick<
  ScreenState,
  'place' | 'studyId' | 'isAccessOpen' | 'draftRestriction' | 'editedRestrictionId' | 'tool'
>

/** Whether a restriction is drawn or moved, or the sheet of one is open: then the map shows whom units reach. */
export function isRestrictionInHand(screen: InHand, restrictions: Tables['restrictions']): boolean {
  const { draftRestriction, editedRestrictionId, tool } = screen
  if (screen.place !== 'situation' || screen.studyId !== null || !screen.isAccessOpen) return false
  const isSheetOpen = restrictions.has(editedRestrictionId ?? '')
  return draftRestriction !== null || isSheetOpen || isDrawing(tool)
}

const REACH_ID = 'reach'

/** The views that show reach, and no other surface of its group, over what a person chose. */
export function reachAlone(
  types: readonly LayerType[],
  choice: LayerChoice,
): Readonly<Record<string, LayerView>> {
  const reach = types.find(({ id }) => id === REACH_ID)
  const views = types
    .filter(({ group }) => group === reach?.group)
    .map((type) => {
      const { opacityShare } = viewOf(type, choice, 'situation')
      return [type.id, { isVisible: type === reach, opacityShare }] as const
    })
  return Object.fromEntries(views)
}
