import type { RestrictionTool, ScreenStore } from '#state/screen-store.ts'

/** Turns to the Access tab and begins to draw a new restriction. */
export function drawRestriction(screen: ScreenStore, tool: RestrictionTool): void {
  screen.setState({
    place: 'situation',
    studyId: null,
    isAccessOpen: true,
    isRightOpen: true,
    editedRestrictionId: null,
    selection: null,
    tool,
  })
}
