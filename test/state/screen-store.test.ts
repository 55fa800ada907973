import { expect, it } from 'vitest'
import { createResultsStore, IDLE } from '#state/results-store.ts'
import { createScreenStore } from '#state/screen-store.ts'

it('a screen starts in Situation with what this device kept, and each has its own', () => {
  const kept = { theme: 'dark', layers: { need: { isVisible: true, opacityShare: 0.5 } } } as const
  const screen = createScreenStore(kept)
  expect(screen.getState()).toMatchObject({
    ...kept,
    place: 'situation',
    tool: 'select',
    selection: null,
    windowEpochMinutes: null,
  })
  const other = createScreenStore()
  screen.setState({ place: 'plan', isLeftOpen: false })
  expect(screen.getState().theme).toBe('dark')
  expect([other.getState().place, other.getState().theme]).toEqual(['situation', 'light'])
})

it('a change of one part leaves the others the same objects', () => {
  const screen = createScreenStore({ layerOrder: ['a', 'b'], camera: { centre: [0, 0], zoom: 4 } })
  const { layerOrder, camera } = screen.getState()
  screen.setState({ pointer: [1, 2] })
  expect(screen.getState().layerOrder).toBe(layerOrder)
  expect(screen.getState().camera).toBe(camera)
})

it('results start without any answer', () => {
  const { ground, situations, plan, courses, comparison, isPlanStale } =
    createResultsStore().getState()
  expect([ground, plan, courses]).toEqual([IDLE, IDLE, IDLE])
  expect(comparison).toEqual({ ...IDLE, ids: null })
  expect([situations, isPlanStale]).toEqual([{}, false])
})
