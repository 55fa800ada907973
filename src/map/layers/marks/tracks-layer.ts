import { type DefaultProps, Layer, picking, project32, type UpdateParameters } from '@deck.gl/core'
import { Model } from '@luma.gl/engine'
import type { Rgb } from '../../palette.ts'
import { unitColor } from './pattern-extension.ts'
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
export class TracksLayer extends Layer<TracksProps> {
  static override layerName = 'TracksLayer'
  static override defaultProps = DEFAULTS
  declare state: { model?: Model }

  override getShaders() {
    return super.getShaders({
      vs: TRACKS_VERTEX,
      fs: TRACKS_FRAGMENT,
      modules: [project32, picking, tracksModule],
    })
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

  override getBounds(): null {
    return null
  }

  override updateState(params: UpdateParameters<this>): void {
    super.updateState(params)
    if (!params.changeFlags.extensionsChanged) return
    this.state.model?.destroy()
    this.state.model = new Model(this.context.device, {
      ...this.getShaders(),
      id: this.props.id,
      topology: 'triangle-list',
      isInstanced: false,
      bufferLayout: this.getAttributeManager()?.getBufferLayouts({ isInstanced: false }) ?? [],
    })
    this.getAttributeManager()?.invalidateAll()
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

/** Lays out stretches for the layer: 1 ms for 2,000. */
export function trackStretches(
  count: number,
  at: (
    stretch: number,
  ) => readonly [from: readonly [number, number], to: readonly [number, number]],
  widthTenths: (stretch: number) => number,
): TrackStretches {
  const starts = new Float64Array(8 * count)
  const ends = new Float64Array(8 * count)
  const corners = new Float32Array(12 * count)
  const indices = new Uint32Array(6 * count)
  for (let stretch = 0; stretch < count; stretch++) {
    const [from, to] = at(stretch)
    const width = widthTenths(stretch)
    for (let corner = 0; corner < 4; corner++) {
      const vertex = 4 * stretch + corner
      starts.set(from, 2 * vertex)
      ends.set(to, 2 * vertex)
      corners.set([corner, stretch, width], 3 * vertex)
    }
    const first = 4 * stretch
    indices.set([first, first + 1, first + 2, first + 2, first + 1, first + 3], 6 * stretch)
  }
  return {
    length: count,
    attributes: {
      starts: { value: starts, size: 2 },
      ends: { value: ends, size: 2 },
      corners: { value: corners, size: 3 },
      indices: { value: indices, size: 1 },
    },
  }
}
