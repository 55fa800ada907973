import { ScatterplotLayer } from '@deck.gl/layers'
import { describe, expect, it } from 'vitest'
import { ANCHORS } from '#map/basemap/anchors.ts'
import { anchorOf, createDrawing, surfaceCount } from '#map/draw.ts'
import type { LayerType } from '#map/layers/layer-type.ts'
import type { ShownLayer } from '#map/map-props.ts'
import { aScene } from './a-scene.ts'
import { aType } from './a-type.ts'

const NEED = aType('need', { group: 'Need and coverage' })
const REACH = aType('reach', { group: 'Need and coverage' })
const TOWNS = aType('towns', { group: 'Base', draw: () => [] })
const INCIDENTS = aType('incidents')
const UNITS = aType('units')
const TYPES = [UNITS, INCIDENTS, NEED, REACH, TOWNS]

function shown(...ids: string[]): ShownLayer[] {
  return ids.map((id) => ({ id, opacityShare: 1 }))
}

function drawingOf(types: readonly LayerType[] = TYPES, faults: string[] = []) {
  return createDrawing({
    types,
    over: () => [],
    onFault: (type, error) => faults.push(`${type.id}: ${String(error)}`),
  })
}

describe('drawing', () => {
  it('draws bottom first, surfaces before the lines and all else after them', () => {
    const layers = drawingOf().layersOf(aScene(), shown('towns', 'need', 'incidents', 'units'))
    expect(layers.map((layer) => [layer.id, anchorOf(layer)])).toEqual([
      ['need', ANCHORS.surfaces],
      ['incidents', ANCHORS.marks],
      ['units', ANCHORS.marks],
    ])
  })

  it('keeps a surface that was moved over marks over them', () => {
    const order = shown('towns', 'reach', 'incidents', 'need')
    expect(surfaceCount(order, TYPES)).toBe(2)
    const layers = drawingOf().layersOf(aScene(), order)
    expect(layers.map((layer) => [layer.id, anchorOf(layer)])).toEqual([
      ['reach', ANCHORS.surfaces],
      ['incidents', ANCHORS.marks],
      ['need', ANCHORS.marks],
    ])
  })

  it('draws what covers ground under the marks that lie in it', () => {
    const areas = aType('areas', { coversGround: (id) => id === 'areas' })
    const layers = drawingOf([...TYPES, areas]).layersOf(
      aScene(),
      shown('need', 'incidents', 'areas', 'units'),
    )
    expect(layers.map(({ id }) => id)).toEqual(['need', 'areas', 'incidents', 'units'])
  })

  it('returns the same list while every type draws the same layers', () => {
    const drawing = drawingOf()
    const first = drawing.layersOf(aScene(), shown('need', 'incidents'))
    expect(drawing.layersOf(aScene(), shown('need', 'incidents'))).toBe(first)
    const fainter = drawing.layersOf(aScene(), [
      { id: 'need', opacityShare: 0.5 },
      { id: 'incidents', opacityShare: 1 },
    ])
    expect(fainter[0]).not.toBe(first[0])
    expect(fainter[1]).toBe(first[1])
  })

  it('gives every map copies of its own, since a deck layer lives in one map', () => {
    const scene = aScene()
    const [here] = drawingOf().layersOf(scene, shown('need'))
    const [there] = drawingOf().layersOf(scene, shown('need'))
    expect(here).not.toBe(there)
    expect(here).not.toBe(NEED.draw(scene, 1)[0])
  })

  it('leaves out a type that fails, tells it once, and once more when it fails anew', () => {
    let isBroken = true
    const shaky = aType('shaky', {
      draw: () => {
        if (isBroken) throw new Error('no ground')
        return [new ScatterplotLayer({ id: 'shaky', data: [] })]
      },
    })
    const faults: string[] = []
    const drawing = drawingOf([...TYPES, shaky], faults)
    const draw = () =>
      drawing.layersOf(aScene(), shown('need', 'shaky', 'units')).map(({ id }) => id)
    expect(draw()).toEqual(['need', 'units'])
    draw()
    expect(faults).toEqual(['shaky: Error: no ground'])
    isBroken = false
    expect(draw()).toEqual(['need', 'shaky', 'units'])
    isBroken = true
    draw()
    expect(faults).toHaveLength(2)
  })

  it('draws what is selected over everything', () => {
    const over = new ScatterplotLayer({ id: 'selection', data: [] })
    const drawing = createDrawing({ types: TYPES, over: () => [over], onFault: () => {} })
    const ids = drawing.layersOf(aScene(), shown('need', 'units')).map(({ id }) => id)
    expect(ids).toEqual(['need', 'units', 'selection'])
  })
})
