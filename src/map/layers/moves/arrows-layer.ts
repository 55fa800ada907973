import { CompositeLayer, type UpdateParameters } from '@deck.gl/core'
import { PathStyleExtension, type PathStyleExtensionProps } from '@deck.gl/extensions'
import { PathLayer, SolidPolygonLayer } from '@deck.gl/layers'
import type { LonLat } from '#core/place.ts'
import type { Rgb } from '../../palette.ts'
import { type Arc, arcBetween, type XY } from './arc.ts'

export type Arrow = {
  readonly from: LonLat
  readonly to: LonLat
  readonly color: Rgb
  readonly widthPixels: number
  readonly isDashed: boolean
}

type ArrowsProps = {
  readonly data: readonly Arrow[]
  readonly scale: number
}

type Drawn = { readonly arrow: Arrow; readonly arc: Arc | null }

const END_GAP_PIXELS = 13
const HEAD_PIXELS = 8
const BEND_SHARE = 0.14

/**
 * Bent arrows whose heads stop a fixed way short of the place: they are laid anew when the zoom
 * changes, some 0.1 ms for fifty. What is hit has the arrow's position in the data as its index.
 */
export class ArrowsLayer extends CompositeLayer<ArrowsProps> {
  static override layerName = 'ArrowsLayer'
  declare state: { drawn: readonly Drawn[]; zoom: number }

  override shouldUpdateState({ changeFlags }: UpdateParameters<this>): boolean {
    return changeFlags.somethingChanged
  }

  override updateState({ changeFlags }: UpdateParameters<this>): void {
    const { viewport } = this.context
    const isZoomed = Math.abs((this.state.zoom ?? Number.NaN) - viewport.zoom) > 0.005
    if (!changeFlags.propsOrDataChanged && !isZoomed && this.state.drawn) return
    const pixel = this.props.scale / 2 ** viewport.zoom
    const project = (at: LonLat): XY => {
      const [x, y] = viewport.projectFlat([...at])
      return [x, y]
    }
    const drawn = this.props.data.map((arrow) => ({
      arrow,
      arc: arcBetween(project(arrow.from), project(arrow.to), {
        bendShare: BEND_SHARE,
        startGap: END_GAP_PIXELS * pixel,
        endGap: END_GAP_PIXELS * pixel,
        headLength: HEAD_PIXELS * pixel,
      }),
    }))
    this.setState({ drawn, zoom: viewport.zoom })
  }

  override renderLayers() {
    const { viewport } = this.context
    const { scale } = this.props
    const back = (at: XY) => viewport.unprojectFlat([...at]) as [number, number]
    const colorOf = ({ arrow }: Drawn): [number, number, number] => [...arrow.color]
    const data = this.state.drawn as Drawn[]
    return [
      new PathLayer<Drawn, PathStyleExtensionProps<Drawn>>(
        this.getSubLayerProps({
          id: 'lines',
          data,
          getPath: ({ arc }: Drawn) => (arc ? arc.line.map(back) : []),
          getColor: colorOf,
          getWidth: ({ arrow }: Drawn) => arrow.widthPixels * scale,
          widthUnits: 'pixels',
          jointRounded: true,
          getDashArray: ({ arrow }: Drawn) => (arrow.isDashed ? DASHES : SOLID),
          extensions: [DASHED],
        }),
      ),
      new SolidPolygonLayer<Drawn>(
        this.getSubLayerProps({
          id: 'heads',
          data,
          getPolygon: ({ arc }: Drawn) => (arc ? arc.head.map(back) : []),
          getFillColor: colorOf,
        }),
      ),
    ]
  }
}

const DASHED = new PathStyleExtension({ highPrecisionDash: true })
const DASHES: [number, number] = [4.5, 3.2]
const SOLID: [number, number] = [0, 0]
