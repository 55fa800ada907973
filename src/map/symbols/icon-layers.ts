import type { Layer } from '@deck.gl/core'
import { IconLayer, type IconLayerProps } from '@deck.gl/layers'
import type { LonLat } from '#core/place.ts'
import { CELL_PIXELS, iconCells, type Painter, paintAtlas, textureRatio } from './atlas.ts'
import { loadSymbolMaker, symbolMaker } from './milsymbol.ts'

export type IconLayersProps<T> = {
  readonly id: string
  readonly data: readonly T[]
  /** What is painted, by name. */
  readonly icons: ReadonlyMap<string, Painter>
  readonly iconOf: (datum: T) => string
  readonly positionOf: (datum: T) => LonLat
  /** Right and down from the position, in pixels of a desktop screen. */
  readonly offsetOf?: (datum: T) => readonly [number, number]
  readonly scale: number
  readonly opacityShare: number
  /** Left out: it is. */
  readonly isPickable?: boolean
  /** Smaller on a map of a whole country, for marks that are many. */
  readonly growsWithZoom?: boolean
}

/** Icons from one canvas, in one layer. */
export function iconLayer<T>(props: IconLayersProps<T>): Layer {
  const ratio = textureRatio(props.scale)
  return layerOf(props, props.id, paintAtlas([...props.icons.values()], ratio))
}

/**
 * The same for icons that need milsymbol. Until it has come there are two layers: bare frames under
 * `<id>/plain`, and the symbols on their way, which cover the frames when they are there.
 */
export function symbolLayers<T>(props: IconLayersProps<T>): readonly Layer[] {
  const ratio = textureRatio(props.scale)
  const paint = () => paintAtlas([...props.icons.values()], ratio)
  if (symbolMaker()) return [layerOf(props, props.id, paint())]
  const plain = paint()
  const later = loadSymbolMaker().then(paint, () => plain)
  return [layerOf(props, `${props.id}/plain`, plain), layerOf(props, props.id, later)]
}

function layerOf<T>(
  props: IconLayersProps<T>,
  id: string,
  atlas: HTMLCanvasElement | Promise<HTMLCanvasElement>,
): Layer {
  const { scale, offsetOf = () => NO_OFFSET } = props
  return new IconLayer<T>({
    id,
    data: props.data as T[],
    // IconLayer takes a canvas, and a promise of one; its types know only addresses and textures.
    iconAtlas: atlas as unknown as NonNullable<IconLayerProps['iconAtlas']>,
    iconMapping: iconCells([...props.icons.keys()], textureRatio(scale)),
    getIcon: props.iconOf,
    getPosition: (datum) => [...props.positionOf(datum)] as [number, number],
    ...(props.growsWithZoom ? growing(scale) : { getSize: CELL_PIXELS * scale }),
    getPixelOffset: (datum) => {
      const [right, down] = offsetOf(datum)
      return [right * scale, down * scale]
    },
    opacity: props.opacityShare,
    pickable: props.isPickable ?? true,
    alphaCutoff: 0.02,
  })
}

/** Full size where a pixel is a hundred metres or less, about zoom 9.5; never under seven tenths. */
function growing(scale: number) {
  const pixels = CELL_PIXELS * scale
  return {
    getSize: 100 * pixels,
    sizeUnits: 'meters',
    sizeMinPixels: 0.7 * pixels,
    sizeMaxPixels: pixels,
  } as const
}

const NO_OFFSET = [0, 0] as const
