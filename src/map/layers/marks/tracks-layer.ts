import { type DefaultProps, picking, project32 } from '@deck.gl/core'
import type { Rgb } from '../../palette.ts'
import { unitColor } from './pattern-extension.ts'
import { PlainLayer } from './plain-layer.ts'
import { TRACKS_FRAGMENT, TRACKS_VERTEX, tracksModule } from './tracks-shaders.ts'

/** Straight stretches, four vertices each; see `trackStretches`. */
export type TrackStretches = {
  readonly length: number
  readonly attributes: {
    readonly starts: { readonly value: Float64Array; readonly size: 2 }
    readonly ends: { readonly value: Float64Array; readonly size: 2 }
    /** For each vertex: its corner 0–3, its stretch, and the width in tenths of a pixel. */
    readonly corners: { readonly value: Float32Array; readonly size: 3 }
    readonly indices: { readonly value: Uint32Array; readonly size: 1 }
  }
}

type TracksProps = {
  readonly data: TrackStretches
  readonly ink: Rgb
  /** Edge on both sides, under all stretches. */
  readonly edgeInk: Rgb
  readonly edgePixels: number
  readonly opacityShare: number
  /** 1 on a desktop. */
  readonly scale: number
}

const DEFAULTS: DefaultProps<TracksProps> = {
  ink: { type: 'array', value: [0, 0, 0], compare: true },
  edgeInk: { type: 'array', value: [255, 255, 255], compare: true },
  edgePixels: 1,
  opacityShare: 1,
  scale: 1,
}

/**
 * Lines of several widths over a pale edge, as plain triangles: without a GPU an instanced path
 * layer pays for every stretch (platform.md §4). The picked index is the stretch.
 */
export class TracksLayer extends PlainLayer<TracksProps> {
  static override layerName = 'TracksLayer'
  static override defaultProps = DEFAULTS
  protected override readonly topology = 'triangle-list'

  protected override shaders() {
    return {
      vs: TRACKS_VERTEX,
      fs: TRACKS_FRAGMENT,
      modules: [project32, picking, tracksModule],
    }
  }

  override initializeState(): void {
    const place = {
      size: 2,
      type: 'float64',
      fp64: this.use64bitPositions(),
      noAlloc: true,
    } as const
    this.getAttributeManager()?.add({
      starts: place,
      ends: place,
      corners: { size: 3, type: 'float32', noAlloc: true },
      indices: { size: 1, isIndexed: true, noAlloc: true },
    })
  }

  override draw(): void {
    const { model } = this.state
    const { data, ink, edgeInk, edgePixels, opacityShare, scale } = this.props
    if (!model || data.length === 0) return
    model.setVertexCount(data.attributes.indices.value.length)
    const pass = (color: Rgb, extraPixels: number) => {
      model.shaderInputs.setProps({
        tracks: { ink: unitColor(color, opacityShare), extraPixels, scale },
      })
      model.draw(this.context.renderPass)
    }
    pass(edgeInk, 2 * edgePixels)
    pass(ink, 0)
  }
}

/**
 * Lays out stretches for the layer.
 *
 * @param ends longitude and latitude of both ends of every stretch there is.
 * @param chosen which of them are drawn; a picked index points into it.
 * @param widthTenths tenths of a pixel, one a chosen stretch.
 */
export function trackStretches(
  ends: Float64Array,
  chosen: Uint32Array,
  widthTenths: Uint8Array,
): TrackStretches {
  const count = chosen.length
  const from = new Float64Array(8 * count)
  const to = new Float64Array(8 * count)
  const corners = new Float32Array(12 * count)
  const indices = new Uint32Array(6 * count)
  for (let i = 0; i < count; i++) {
    const at = 4 * chosen[i]!
    for (let vertex = 4 * i; vertex < 4 * i + 4; vertex++) {
      from[2 * vertex] = ends[at]!
      from[2 * vertex + 1] = ends[at + 1]!
      to[2 * vertex] = ends[at + 2]!
      to[2 * vertex + 1] = ends[at + 3]!
      corners[3 * vertex] = vertex - 4 * i
      corners[3 * vertex + 1] = i
      corners[3 * vertex + 2] = widthTenths[i]!
    }
    for (let j = 0; j < 6; j++) indices[6 * i + j] = 4 * i + TWO_TRIANGLES[j]!
  }
  return {
    length: count,
    attributes: {
      starts: { value: from, size: 2 },
      ends: { value: to, size: 2 },
      corners: { value: corners, size: 3 },
      indices: { value: indices, size: 1 },
    },
  }
}

const TWO_TRIANGLES = [0, 1, 2, 2, 1, 3] as const
