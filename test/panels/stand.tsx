import { createEvent, fireEvent, render } from '@testing-library/react'
import type { ReactNode } from 'react'
import type { StressSettings } from '#analysis/compare/stress/stress.ts'
import { type StressDesk, StressDeskProvider } from '#panels/compare/stress/stress-desk.ts'
import { type PlanDesk, PlanDeskProvider } from '#panels/plan/plan-desk.ts'
import { type ZoneDesk, ZoneDeskProvider } from '#panels/zones/propose/zone-desk.ts'
import type { ZoneRequest } from '#planner/zoning/zone-wish.ts'
import type { PlanWish } from '#state/desk/planning.ts'
import type { ReasonQuestion } from '#state/desk/reason-slots.ts'
import type { RepairWish } from '#state/desk/repairing.ts'
import type { WeighQuestion } from '#state/desk/weigh-slots.ts'
import { createDocumentStore, type Opened } from '#state/document-store.ts'
import { createResultsStore, type ResultsState, type Work } from '#state/results-store.ts'
import { createScreenStore, type ScreenState } from '#state/screen-store.ts'
import { PLANNING_AT, someContents } from '#support/build.ts'
import { type Room, RoomProvider } from '#ui/room.tsx'

/** An answer that is there. */
export function ready<T>(value: T): Work<T> {
  return { status: 'ready', value, progressShare: 1, error: null }
}

/** Puts a panel into a room with stores of its own, and keeps what the app would be told. */
export function stand(
  panel: ReactNode,
  parts: {
    readonly contents?: Opened
    readonly results?: Partial<ResultsState>
    readonly screen?: Partial<ScreenState>
    readonly saving?: Room['saving']
  } = {},
) {
  const documents = createDocumentStore(parts.contents ?? someContents())
  const screen = createScreenStore(parts.screen)
  const results = createResultsStore()
  results.setState(parts.results ?? {})
  const told: string[] = []
  const asked: (
    | PlanWish
    | WeighQuestion
    | ReasonQuestion
    | ZoneRequest
    | StressSettings
    | RepairWish
    | string
  )[] = []
  let idCount = 0
  const room: Room = {
    documents,
    screen,
    results,
    tell: (sentence) => told.push(sentence),
    now: () => PLANNING_AT,
    newId: () => `new-${++idCount}`,
    ...(parts.saving ? { saving: parts.saving } : {}),
  }
  const desk: PlanDesk = {
    request: (wish) => asked.push(wish),
    stop: () => asked.push('stop'),
    discard: () => asked.push('discard'),
    weigh: (question) => asked.push(question),
    stopWeighing: () => asked.push('stop weighing'),
    askWhy: (question) => asked.push(question),
    stopWhy: ({ kind }) => asked.push(`stop ${kind}`),
    take: (_, note) => asked.push(`take ${note}`),
    giveBack: () => asked.push('give back'),
  }
  const zoneDesk: ZoneDesk = {
    request: (request) => asked.push(request),
    stop: () => asked.push('stop'),
    discard: () => asked.push('discard zones'),
  }
  const stressDesk: StressDesk = {
    request: (settings) => asked.push(settings),
    stop: () => asked.push('stop stress'),
    repair: (wish) => asked.push(wish),
    stopRepair: () => asked.push('stop repair'),
  }
  const { container } = render(
    <RoomProvider value={room}>
      <PlanDeskProvider value={desk}>
        <ZoneDeskProvider value={zoneDesk}>
          <StressDeskProvider value={stressDesk}>{panel}</StressDeskProvider>
        </ZoneDeskProvider>
      </PlanDeskProvider>
    </RoomProvider>,
  )
  return { ...room, told, asked, container }
}

/** Gives every element a size, which this page without a screen has not: 400 × 20. */
export function giveSize(): void {
  const box = { x: 0, y: 0, left: 0, top: 0, right: 400, bottom: 20, width: 400, height: 20 }
  HTMLElement.prototype.getBoundingClientRect = () => ({ ...box, toJSON: () => box })
  for (const [name, value] of [
    ['clientWidth', 400],
    ['offsetWidth', 400],
    ['offsetHeight', 20],
  ] as const) {
    Object.defineProperty(HTMLElement.prototype, name, { configurable: true, get: () => value })
  }
}

/** Takes hold of an element and moves through the given pixels, then lets go. */
export function drag(element: Element, pixels: readonly number[], onStep = () => {}): void {
  const at = (target: Element | Window, type: 'Down' | 'Move' | 'Up', x: number) => {
    const event = createEvent[`pointer${type}`](target, {
      pointerId: 1,
      pointerType: 'mouse',
      button: 0,
      clientX: x,
      clientY: 0,
      bubbles: true,
    })
    // What React Aria reads, and happy-dom leaves out.
    Object.defineProperty(event, 'pageX', { value: x })
    Object.defineProperty(event, 'pageY', { value: 0 })
    fireEvent(target, event)
  }
  at(element, 'Down', 0)
  for (const x of pixels) {
    at(window, 'Move', x)
    onStep()
  }
  at(window, 'Up', pixels.at(-1) ?? 0)
}
