import { expect, it } from 'vitest'
import { TRAVEL_TIME } from '#analysis/studies/travel-time/index.ts'
import { LAYER_TYPES } from '#map/layers/registry.ts'
import { aScene } from './small-scene.ts'

const layer = LAYER_TYPES.find(({ id }) => id === 'study-travelTime')!

/** Every cell 90 minutes away but the first, which nobody reaches. */
function sceneWith(classes?: { breaks: readonly number[]; classNames: readonly string[] }) {
  const scene = aScene()
  const values = new Float64Array(scene.ground.grid.cells.length).fill(90)
  values[0] = Number.NaN
  return { ...scene, study: { id: 'travelTime', values, paths: [], classes } }
}

it('has the classes of the answer where these follow from a choice, else those of the study', () => {
  const linesOf = (scene: ReturnType<typeof sceneWith>) =>
    layer.legend(scene, null)!.lines.map(({ label, count }) => [label, count])
  const others = sceneWith().study.values.length - 1
  const unknown = [TRAVEL_TIME.surface!.unknownName, 1]
  expect(linesOf(sceneWith())).toEqual([['1 h to 2 h', others], unknown])
  const classes = { breaks: [120, 240, 480, 1440], classNames: ['a', 'b', 'c', 'd', 'e'] }
  expect(linesOf(sceneWith(classes))).toEqual([['a', others], unknown])
})
