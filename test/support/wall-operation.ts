import { gzipSync } from 'fflate'
import { FIRST_DECK } from '#core/decks-of.ts'
import { writeOperationFile } from '#core/operation-file.ts'
import type { Slide } from '#core/records/slide.ts'
import { theSample } from './sample.ts'

function aWallSlide(
  parts: Partial<Slide> & Pick<Slide, 'id' | 'kind' | 'orderKey' | 'headline' | 'scenarioId'>,
): Slide {
  return {
    deckId: 'daily',
    body: '',
    againstScenarioId: null,
    camera: null,
    layers: [],
    windowFrom: null,
    windowTo: null,
    dwellSeconds: 30,
    ...parts,
  }
}

/** The built-in operation with a deck of slides of five sorts, one of which plays a month, as a file. */
export function wallOperationFile(): Uint8Array {
  const { document, columns } = theSample()
  const scenarios = [...document.tables.scenarios.values()]
  const current = scenarios.find(({ isBaseline }) => isBaseline)!.id
  const coa = scenarios.find(({ isBaseline }) => !isBaseline)!.id
  const slides: Slide[] = [
    aWallSlide({
      id: 'wall-text',
      kind: 'text',
      orderKey: 'a',
      headline: 'Decision sought: where the reserve goes',
      body: 'Two COAs are ready.\n\nThe reserve can be in one place only.',
      notes: 'Welcome everybody.',
      scenarioId: current,
    }),
    aWallSlide({
      id: 'wall-need',
      kind: 'map',
      orderKey: 'b',
      headline: '',
      scenarioId: current,
      layers: ['need', 'county-borders', 'towns'],
      notes: 'Say who reported it.',
    }),
    aWallSlide({
      id: 'wall-played',
      kind: 'map',
      orderKey: 'c',
      headline: 'A month of incidents and patrols',
      scenarioId: current,
      layers: ['county-borders', 'patrols', 'incidents', 'towns'],
      windowFrom: '2026-10-23T00:00:00Z',
      windowTo: '2026-11-22T12:00:00Z',
      isPlayed: true,
    }),
    aWallSlide({
      id: 'wall-comparison',
      kind: 'comparison',
      orderKey: 'd',
      headline: '',
      scenarioId: coa,

      againstScenarioId: current,
      layers: ['difference', 'county-borders', 'towns'],
    }),
    aWallSlide({
      id: 'wall-close',
      kind: 'map',
      orderKey: 'e',
      headline: 'Near the border',
      scenarioId: coa,
      camera: { centre: [-8.6, 7.2], zoom: 8.2 },
      layers: ['underserved', 'county-borders', 'towns'],
    }),
  ]
  const deck = { ...FIRST_DECK, id: 'daily', name: 'Daily brief' }
  const tables = {
    ...document.tables,
    decks: new Map([[deck.id, deck]]),
    slides: new Map(slides.map((slide) => [slide.id, slide])),
  }
  const whole = { ...document, id: 'wall-operation', tables }
  return gzipSync(new TextEncoder().encode(writeOperationFile({ document: whole, columns })))
}
