import { type DefaultProps, picking, project32 } from '@deck.gl/core'
import type { Rgb } from '../../palette.ts'
import { unitColor } from './pattern-extension.ts'
import { PlainLayer } from './plain-layer.ts'
import { POINTS_FRAGMENT, POINTS_VERTEX, pointsModule } from './points-shaders.ts'

/** Points as flat arrays. They keep their identity while they are the same: nothing is sent again. */
export type PointMarks = {
  readonly length: number
  readonly attributes: {
    /** Longitude and latitude in turn. */
    readonly places: { readonly value: Float64Array; readonly size: 2 }
    /** Four numbers a point: radius in tenths of a pixel, code of its shape, which ink (0 or 1), 0. */
    readonly looks: { readonly value: Uint8Array; readonly size: 4 }
  }
}

type PointsProps = {
  readonly data: PointMarks
  /** Only points from the first up to, not including, the last are drawn. */
  readonly firstPoint: number
  readonly lastPoint: number
  /** Only dots and rings are among them: their shader does less. */
  readonly isRound: boolean
  readonly inks: readonly [Rgb, Rgb]
  readonly fillShare: number
  readonly edgeInk: Rgb
  readonly edgePixels: number
  readonly opacityShare: number
  /** 1 on a desktop. */
  readonly scale: number
}

const DEFAULTS: DefaultProps<PointsProps> = {
  firstPoint: 0,
  lastPoint: 0,
  isRound: false,
  inks: {
    type: 'array',
    value: [
      [0, 0, 0],
      [0, 0, 0],
    ],
    compare: 2,
  },
  fillShare: 1,
  edgeInk: { type: 'array', value: [255, 255, 255], compare: true },
  edgePixels: 0.8,
  opacityShare: 1,
  scale: 1,
}

/**
 * Marks at points, drawn as GL points: without a GPU three to eight times as fast as an instanced
 * layer (platform.md §4). A time window is a range of points sorted by time: moving it sends
 * nothing to the GPU. The picked index is the point's place in the arrays.
 */
export class PointsLayer extends PlainLayer<PointsProps> {
  static override layerName = 'PointsLayer'
  static override defaultProps = DEFAULTS
  protected override readonly topology = 'point-list'

  protected override shaders() {
    return {
      vs: POINTS_VERTEX,
      fs: POINTS_FRAGMENT,
      defines: this.props.isRound ? { ROUND_MARKS: true } : {},
      modules: [project32, picking, pointsModule],
    }
  }

  override initializeState(): void {
    this.getAttributeManager()?.add({
      places: { size: 2, type: 'float64', fp64: this.use64bitPositions(), noAlloc: true },
      looks: { size: 4, type: 'uint8', noAlloc: true },
    })
  }

  override draw(): void {
    const { model } = this.state
    const { firstPoint, lastPoint, inks, edgeInk, scale } = this.props
    if (!model || lastPoint <= firstPoint) return
    const { fillShare, edgePixels, opacityShare } = this.props
    model.shaderInputs.setProps({
      points: {
        firstInk: unitColor(inks[0], fillShare),
        secondInk: unitColor(inks[1], fillShare),
        edge: unitColor(edgeInk, opacityShare),
        edgePixels,
        scale,
      },
    })
    model.setDrawOffsets({ firstVertex: firstPoint, firstIndex: 0 })
    model.setVertexCount(lastPoint - firstPoint)
    model.draw(this.context.renderPass)
  }
}
