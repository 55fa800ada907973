import { createElement, type ReactNode } from 'react'
import type { Ground } from '#analysis/ground.ts'
import { type BriefingDesk, BriefingProvider } from '#briefing/briefing-desk.tsx'
import type { SlideMap } from '#briefing/slides/slide-map.ts'
import { groundOfOperation, pictureOf } from '#cli/pictures.ts'
import type { OperationDocument, RowOf } from '#core/document.ts'
import type { OperationContents } from '#core/operation-file.ts'
import { compare } from '#jobs/compare.ts'
import { runJobInline } from '#jobs/run-job-inline.ts'
import { judgeCourses } from '#state/desk/judge-courses.ts'
import { createDocumentStore } from '#state/document-store.ts'
import { createResultsStore, type ResultsStore, type Work } from '#state/results-store.ts'
import { createScreenStore } from '#state/screen-store.ts'
import { type Room, RoomProvider } from '#ui/room.tsx'
import { anOperation, aPosting, aSlide, PLANNING_AT } from '../support/build.ts'

type Rows = { readonly [T in keyof OperationDocument['tables']]?: readonly RowOf<T>[] }

/** A text, a map and a comparison slide, in this order. */
export const THREE_SLIDES = [
  aSlide({
    id: 'text',
    kind: 'text',
    orderKey: 'a',
    headline: 'Decision sought: approve COA 1',
    body: 'The reserve stays where it is.',
    dwellSeconds: 5,
  }),
  aSlide({
    id: 'map',
    kind: 'map',
    orderKey: 'b',
    headline: 'The north is thinly held',
    body: 'Say who reported it.',
    layers: ['need', 'units'],
    dwellSeconds: 8,
  }),
  aSlide({
    id: 'comparison',
    kind: 'comparison',
    orderKey: 'c',
    headline: 'COA 1 reaches the market town',
    againstScenarioId: 'current-posture',
    layers: ['difference'],
    dwellSeconds: 10,
  }),
]

/** The decision on COA 1 beside the current posture. */
export const A_DECISION = aSlide({
  id: 'decision',
  kind: 'decision',
  orderKey: 'd',
  headline: 'Approve COA 1',
  againstScenarioId: 'current-posture',
  comparedIds: ['current-posture', 'coa-1'],
  camera: null,
  layers: [],
})

/** COA 1 by the usual measures beside the current posture. */
export const SOME_MEASURES = aSlide({
  id: 'measures',
  kind: 'measures',
  orderKey: 'e',
  headline: 'COA 1 by its measures',
  camera: null,
  layers: [],
})

/** A chart and a topic, by the slide kinds that have many. */
export const A_CHART = aSlide({
  id: 'chart',
  kind: 'chart',
  orderKey: 'f',
  headline: 'Most people are near a unit',
  chartId: 'peopleByTime',
  layers: [],
})
export const A_TOPIC = aSlide({
  id: 'topic',
  kind: 'topic',
  orderKey: 'g',
  headline: 'One company is in place',
  topicId: 'units',
  layers: [],
})

/** An operation whose COA 1 moves a platoon to the market town, with a deck of three slides. */
export function aDeck(rows: Rows = {}): OperationContents {
  const document = anOperation({ postings: [aPosting()], slides: THREE_SLIDES, ...rows })
  return { document, columns: new Map() }
}

export type TestRoom = Room &
  BriefingDesk & {
    readonly told: string[]
    /** What slides asked of the map, the latest last. */
    readonly maps: SlideMap[]
    readonly clock: { at: string }
  }

/** A room with real stores; its maps are empty boxes that keep what they were asked for. */
export function aRoom(contents: OperationContents, results = createResultsStore()): TestRoom {
  const told: string[] = []
  const maps: SlideMap[] = []
  const clock = { at: PLANNING_AT }
  let lastId = 0
  return {
    documents: createDocumentStore(contents),
    screen: createScreenStore({ place: 'brief', scenarioId: 'coa-1' }),
    results,
    tell: (sentence) => told.push(sentence),
    now: () => clock.at,
    newId: () => `new-${++lastId}`,
    compare: async (sides) => compare(sides),
    judgeCourses: (asked) => judgeCourses(asked, runJobInline),
    renderMap: (map) => {
      maps.push(map)
      return createElement('div', { 'data-testid': 'map' })
    },
    legendsOf: () => [],
    layerChoices: ['towns', 'need', 'difference', 'units'].map((id) => ({
      id,
      title: id,
      group: 'Base',
    })),
    shownLayerIds: () => ['towns', 'need'],
    told,
    maps,
    clock,
  }
}

/** Puts a part of a briefing into a room and before its desk. */
export function inRoom(room: TestRoom, part: ReactNode) {
  return (
    <RoomProvider value={room}>
      <BriefingProvider value={room}>{part}</BriefingProvider>
    </RoomProvider>
  )
}

/** The answers of an operation, worked out by the real jobs. */
export async function answersOf(contents: OperationContents): Promise<{
  readonly ground: Ground
  readonly pictures: Readonly<Record<string, Awaited<ReturnType<typeof pictureOf>>>>
  readonly results: ResultsStore
}> {
  const ground = await groundOfOperation(contents)
  const ids = [...contents.document.tables.scenarios.keys()]
  const pictures = Object.fromEntries(
    await Promise.all(ids.map(async (id) => [id, await pictureOf(contents, ground, id)] as const)),
  )
  const results = createResultsStore()
  results.setState({
    ground: ready(ground),
    situations: Object.fromEntries(
      Object.entries(pictures).map(([id, { situation }]) => [id, ready(situation)]),
    ),
  })
  return { ground, pictures, results }
}

function ready<T>(value: T): Work<T> {
  return { status: 'ready', value, progressShare: 1, error: null }
}
