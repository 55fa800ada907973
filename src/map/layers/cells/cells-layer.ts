import { type DefaultProps, type Layer, picking, project32 } from '@deck.gl/core'
import type { Rgb } from '../../palette.ts'
import { type DrawParams, unitColor } from '../marks/pattern-extension.ts'
import { patternModule } from '../marks/pattern-module.ts'
import { PlainLayer } from '../marks/plain-layer.ts'
import type { CellGeometry } from './cell-geometry.ts'
import { CELLS_FRAGMENT, CELLS_VERTEX, cellsModule } from './cells-shaders.ts'

/** The cells of a grid and how each is filled. Parts keep their identity while they are the same. */
export type CellsData = {
  readonly length: number
  readonly attributes: Pick<CellGeometry, 'places' | 'marks' | 'indices'> & {
    readonly fills: { readonly value: Uint8Array; readonly size: 4 }
  }
}

type CellsProps = {
  readonly data: CellsData
  readonly edgeInk: Rgb
  readonly edgeShare: number
  readonly unknownInk: Rgb
  readonly unknownGround: Rgb
  readonly closedInk: Rgb
  /** Hatched over its colours, where anything is known. */
  readonly isStale: boolean
  readonly opacityShare: number
  /** 1 on a desktop. */
  readonly scale: number
}

const BLACK = { type: 'array', value: [0, 0, 0], compare: true } as const

const DEFAULTS: DefaultProps<CellsProps> = {
  edgeInk: BLACK,
  edgeShare: 0.55,
  unknownInk: BLACK,
  unknownGround: BLACK,
  closedInk: BLACK,
  isStale: false,
  opacityShare: 1,
  scale: 1,
}

const STALE_SHARE = 0.34

/**
 * A surface over a grid: one draw of plain triangles, hatched where nothing is known, with a thin
 * edge drawn by the shader. A new surface sends only its colours. The picked index is the cell.
 */
export class CellsLayer extends PlainLayer<CellsProps> {
  static override layerName = 'CellsLayer'
  static override defaultProps = DEFAULTS
  protected override readonly topology = 'triangle-list'

  protected override shaders() {
    return {
      vs: CELLS_VERTEX,
      fs: CELLS_FRAGMENT,
      modules: [project32, picking, patternModule, cellsModule],
    }
  }

  override initializeState(): void {
    this.getAttributeManager()?.add({
      places: { size: 2, type: 'float64', fp64: this.use64bitPositions(), noAlloc: true },
      marks: { size: 2, type: 'float32', noAlloc: true },
      fills: { size: 4, type: 'uint8', noAlloc: true },
      indices: { size: 1, isIndexed: true, noAlloc: true },
    })
  }

  override draw(params: Parameters<Layer['draw']>[0] & DrawParams): void {
    const { model } = this.state
    const { data, edgeInk, edgeShare, unknownInk, unknownGround, closedInk } = this.props
    if (!model || data.length === 0) return
    const { isStale, opacityShare, scale } = this.props
    const { viewport, devicePixelRatio } = params.shaderModuleProps.project
    model.shaderInputs.setProps({
      pattern: { viewport, devicePixelRatio, scale },
      cells: {
        edge: unitColor(edgeInk, edgeShare),
        unknownInk: unitColor(unknownInk, 1),
        unknownGround: unitColor(unknownGround, 1),
        closedInk: unitColor(closedInk, 1),
        opacityShare,
        edgePixels: 0.4,
        // Lines grow with the text; on a wall they would be read before it.
        staleShare: isStale ? STALE_SHARE / Math.sqrt(scale) : 0,
      },
    })
    model.setVertexCount(data.attributes.indices.value.length)
    model.draw(this.context.renderPass)
  }
}
