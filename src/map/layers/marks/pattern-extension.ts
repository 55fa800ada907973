import { type Layer, LayerExtension } from '@deck.gl/core'
import type { Rgb } from '../../palette.ts'
import { patternModule } from './pattern-module.ts'

/** How a fill is drawn: ink in a pattern over a pale ground. */
export type PatternFillProps = {
  readonly patternShape: 'falling' | 'rising' | 'dots'
  readonly patternInk: Rgb
  readonly patternInkShare: number
  readonly patternGround: Rgb
  readonly patternGroundShare: number
  readonly patternStepPixels: number
  /** Width of a line; radius of a dot. */
  readonly patternSizePixels: number
  /** 1 on a desktop. */
  readonly patternScale: number
}

const SHAPES = { falling: 0, rising: 1, dots: 2 } as const

const UNIFORM_BLOCK = /* glsl */ `\
layout(std140) uniform patternFillUniforms {
  vec4 ink;
  vec4 ground;
  float stepPixels;
  float sizePixels;
  float shape;
} patternFill;
`

const patternFillModule = {
  name: 'patternFill',
  dependencies: [patternModule],
  fs: UNIFORM_BLOCK,
  inject: {
    'fs:DECKGL_FILTER_COLOR': /* glsl */ `
  float patternInk = patternFill.shape < 0.5
    ? pattern_falling(patternFill.stepPixels, patternFill.sizePixels)
    : patternFill.shape < 1.5
      ? pattern_rising(patternFill.stepPixels, patternFill.sizePixels)
      : pattern_dots(patternFill.stepPixels, patternFill.sizePixels);
  float patternShare = patternFill.ink.a * patternInk;
  float patternAlpha = patternShare + patternFill.ground.a * (1.0 - patternShare);
  vec3 patternColor = patternFill.ink.rgb * patternShare
    + patternFill.ground.rgb * patternFill.ground.a * (1.0 - patternShare);
  color = vec4(patternColor / max(patternAlpha, 0.001), patternAlpha * color.a);
`,
  },
  uniformTypes: {
    ink: 'vec4<f32>',
    ground: 'vec4<f32>',
    stepPixels: 'f32',
    sizePixels: 'f32',
    shape: 'f32',
  },
} as const

/** Fills polygons with a hatch or dots of constant size on the screen; see `PatternFillProps`. */
export class PatternExtension extends LayerExtension {
  static override extensionName = 'PatternExtension'

  override getShaders(): unknown {
    return { modules: [patternModule, patternFillModule] }
  }

  override draw(this: Layer, params: DrawParams): void {
    const props = this.props as unknown as PatternFillProps
    const { viewport, devicePixelRatio } = params.shaderModuleProps.project
    this.setShaderModuleProps({
      pattern: { viewport, devicePixelRatio, scale: props.patternScale },
      patternFill: {
        ink: unitColor(props.patternInk, props.patternInkShare),
        ground: unitColor(props.patternGround, props.patternGroundShare),
        stepPixels: props.patternStepPixels,
        sizePixels: props.patternSizePixels,
        shape: SHAPES[props.patternShape],
      },
    })
  }
}

/** What deck.gl hands to `draw`, as far as patterns need it. */
export type DrawParams = {
  readonly shaderModuleProps: {
    readonly project: {
      readonly viewport: Layer['context']['viewport']
      readonly devicePixelRatio: number
    }
  }
}

/** Red, green, blue and alpha of 0–1, as shaders take them. */
export function unitColor(
  [red, green, blue]: Rgb,
  alpha: number,
): [number, number, number, number] {
  return [red / 255, green / 255, blue / 255, alpha]
}
