import type { MapBlock } from '#core/records/page.ts'
import type { Slide } from '#core/records/slide.ts'
import { slideWindow } from './slide-window.ts'

/** The map that a slide asks for; whoever puts the page together takes out what its readers may not see. */
export function mapBlock(
  slide: Slide,
  leavesOut: readonly string[],
  callouts: MapBlock['callouts'] = [],
): MapBlock {
  const { scenarioId, againstScenarioId, camera, layers } = slide
  const window = slideWindow(slide)
  return {
    type: 'map',
    map: {
      scenarioId,
      againstScenarioId,
      layers: layers.filter((id) => !leavesOut.includes(id)),
      windowEpochMinutes: window && [...window],
      camera,
    },
    legends: [],
    callouts,
    withheld: null,
  }
}
