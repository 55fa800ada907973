import { baselineOf, type OperationDocument } from '#core/document.ts'
import type { Slide } from '#core/records/slide.ts'
import { instantOf } from '#core/time/instant.ts'
import type { ScreenState } from '#state/screen-store.ts'
import { cameraOfView } from '../facts/slot-camera.ts'
import { everOnWall } from '../facts/wall-layers.ts'

const DWELL_SECONDS = 20

type NewSlideInput = {
  readonly id: string
  readonly kind: Slide['kind']
  readonly document: OperationDocument
  readonly screen: Pick<
    ScreenState,
    'scenarioId' | 'againstScenarioId' | 'camera' | 'viewDegrees' | 'windowEpochMinutes'
  >
  /** What the map shows now, bottom first. */
  readonly shownLayerIds: readonly string[]
}

/** A slide of what the screen shows now; null while there is no scenario to show. */
export function newSlide(input: NewSlideInput): Omit<Slide, 'orderKey'> | null {
  const { id, kind, document, screen } = input
  const baselineId = baselineOf(document)?.id ?? null
  const scenarioId = screen.scenarioId ?? baselineId
  if (scenarioId === null) return null
  const isMap = kind === 'map'
  return {
    id,
    kind,
    headline: '',
    body: '',
    scenarioId,
    againstScenarioId: kind === 'comparison' ? otherThan(scenarioId, baselineId, input) : null,
    layers: layersFor(kind, input.shownLayerIds),
    dwellSeconds: DWELL_SECONDS,
    ...(isMap ? viewOnScreen(screen) : { camera: null, windowFrom: null, windowTo: null }),
  }
}

/** Camera and window of the screen, as a slide keeps them. */
export function viewOnScreen({
  camera,
  viewDegrees,
  windowEpochMinutes,
}: NewSlideInput['screen']): Pick<Slide, 'camera' | 'windowFrom' | 'windowTo'> {
  return {
    camera: camera ? cameraOfView(camera, viewDegrees) : null,
    windowFrom: windowEpochMinutes ? instantOf(windowEpochMinutes[0]) : null,
    windowTo: windowEpochMinutes ? instantOf(windowEpochMinutes[1]) : null,
  }
}

/** What a comparison shows unless a person chooses otherwise, bottom first. */
const COMPARISON_LAYERS = ['county-borders', 'difference', 'towns']

function layersFor(kind: Slide['kind'], shown: readonly string[]): string[] {
  if (kind === 'text') return []
  return kind === 'comparison' ? COMPARISON_LAYERS : everOnWall(shown)
}

/** The other side of a comparison: as on screen, else the current posture, else any other. */
function otherThan(
  scenarioId: string,
  baselineId: string | null,
  { document, screen }: NewSlideInput,
): string | null {
  const { scenarios } = document.tables
  const choices = [screen.againstScenarioId, baselineId, ...scenarios.keys()]
  return choices.find((id) => id !== null && id !== scenarioId && scenarios.has(id)) ?? null
}
