import type { RestrictionTool, ScreenState, ScreenStore } from '#state/screen-store.ts'

const ACCESS_TAB = {
  place: 'situation',
  studyId: null,
  isAccessOpen: true,
  isRightOpen: true,
} as const satisfies Partial<ScreenState>

/** Turns to the Access tab and begins to draw a new restriction. */
export function drawRestriction(screen: ScreenStore, tool: RestrictionTool): void {
  screen.setState({ ...ACCESS_TAB, editedRestrictionId: null, selection: null, tool })
}

/** What turns to the Access tab and opens the sheet of a restriction. */
export function restrictionSheet(id: string): Partial<ScreenState> {
  return { ...ACCESS_TAB, editedRestrictionId: id, draftRestriction: null, tool: 'select' }
}
