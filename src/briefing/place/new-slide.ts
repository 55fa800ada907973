import { deckOf, notesOf } from '#core/decks-of.ts'
import { baselineOf, type OperationDocument } from '#core/document.ts'
import type { Slide } from '#core/records/slide.ts'
import { instantOf } from '#core/time/instant.ts'
import { everOnWall } from '#products/levels/wall-layers.ts'
import { comparedScenarios } from '#state/compared.ts'
import type { ScreenState } from '#state/screen-store.ts'
import { cameraOfView } from '../facts/slot-camera.ts'

const DWELL_SECONDS = 20

type NewSlideInput = {
  readonly id: string
  readonly kind: Slide['kind']
  readonly document: OperationDocument
  readonly screen: Pick<
    ScreenState,
    | 'scenarioId'
    | 'againstScenarioId'
    | 'comparedIds'
    | 'camera'
    | 'viewDegrees'
    | 'windowEpochMinutes'
    | 'deckId'
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
    deckId: deckOf(document, screen.deckId).id,
    headline: '',
    body: '',
    scenarioId,
    againstScenarioId: againstFor(kind, scenarioId, baselineId, input),
    ...(kind === 'decision'
      ? { comparedIds: comparedScenarios(document, screen).map((each) => each.id) }
      : {}),
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
  if (kind === 'text' || kind === 'decision') return []
  return kind === 'comparison' ? COMPARISON_LAYERS : everOnWall(shown)
}

/** A decision is on what changes from the current posture, whatever the screen compares. */
function againstFor(
  kind: Slide['kind'],
  scenarioId: string,
  baselineId: string | null,
  input: NewSlideInput,
): string | null {
  if (kind === 'decision') return baselineId
  return kind === 'comparison' ? otherThan(scenarioId, baselineId, input) : null
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

/** What a slide needs to become one of another kind, beside the kind: what it stands against. */
export function kindFields(
  slide: Slide,
  kind: Slide['kind'],
  document: OperationDocument,
): Partial<Omit<Slide, 'id'>> {
  const words = wordsKept(slide, kind)
  if (kind !== 'decision' || slide.comparedIds) return { kind, ...words }
  const screen = { comparedIds: null, scenarioId: slide.scenarioId }
  return {
    kind,
    ...words,
    againstScenarioId: slide.againstScenarioId ?? baselineOf(document)?.id ?? null,
    comparedIds: comparedScenarios(document, screen).map(({ id }) => id),
  }
}

/** Notes stay notes, and paragraphs paragraphs, where older files have both in one field. */
function wordsKept(slide: Slide, kind: Slide['kind']): Partial<Pick<Slide, 'notes' | 'body'>> {
  const isSame = (slide.kind === 'text') === (kind === 'text')
  if (isSame || slide.notes !== undefined) return {}
  return slide.kind === 'text' ? { notes: '' } : { notes: notesOf(slide), body: '' }
}
