import type { Viewport } from '@deck.gl/core'
import type { ShaderModule } from '@luma.gl/shadertools'

/** What a pattern is drawn from: the view, and how much larger than on a desktop. */
export type PatternProps = {
  readonly viewport: Viewport
  readonly devicePixelRatio: number
  readonly scale: number
}

type PatternUniforms = {
  readonly hatchOrigin: [number, number]
  readonly dotsOrigin: [number, number]
  readonly pixelSize: number
}

/** Every step used, 5, 6 and 15 pixels, goes into it: origins may be taken modulo. */
const COMMON_PERIOD_PIXELS = 30

const UNIFORM_BLOCK = /* glsl */ `\
layout(std140) uniform patternUniforms {
  vec2 hatchOrigin;
  vec2 dotsOrigin;
  float pixelSize;
} pattern;
`

/**
 * Hatch and dots of a constant step on the screen that move with the map: their origin is a place,
 * so that a pan shifts them with the ground under them. Each gives 0 between and 1 on the ink.
 */
export const patternModule = {
  name: 'pattern',
  vs: UNIFORM_BLOCK,
  fs: /* glsl */ `\
${UNIFORM_BLOCK}
float pattern_lines(float across, float stepPixels, float widthPixels) {
  float away = abs(mod(across + 0.5 * stepPixels, stepPixels) - 0.5 * stepPixels);
  float soft = 0.5 * pattern.pixelSize;
  return 1.0 - smoothstep(0.5 * widthPixels - soft, 0.5 * widthPixels + soft, away);
}

/** Lines from the lower left to the upper right. */
float pattern_rising(float stepPixels, float widthPixels) {
  vec2 at = gl_FragCoord.xy * pattern.pixelSize - pattern.hatchOrigin;
  return pattern_lines((at.x - at.y) * 0.70710678, stepPixels, widthPixels);
}

/** Pairs of rising lines, so far apart. */
float pattern_pairs(float stepPixels, float widthPixels, float apartPixels) {
  vec2 at = gl_FragCoord.xy * pattern.pixelSize - pattern.hatchOrigin;
  float across = (at.x - at.y) * 0.70710678;
  float first = pattern_lines(across, stepPixels, widthPixels);
  return max(first, pattern_lines(across + apartPixels, stepPixels, widthPixels));
}

/** Lines from the upper left to the lower right. */
float pattern_falling(float stepPixels, float widthPixels) {
  vec2 at = gl_FragCoord.xy * pattern.pixelSize - pattern.hatchOrigin;
  return pattern_lines((at.x + at.y) * 0.70710678, stepPixels, widthPixels);
}

float pattern_dots(float stepPixels, float radiusPixels) {
  vec2 at = gl_FragCoord.xy * pattern.pixelSize - pattern.dotsOrigin;
  vec2 away = mod(at + 0.5 * stepPixels, stepPixels) - 0.5 * stepPixels;
  float soft = 0.5 * pattern.pixelSize;
  return 1.0 - smoothstep(radiusPixels - soft, radiusPixels + soft, length(away));
}
`,
  uniformTypes: { hatchOrigin: 'vec2<f32>', dotsOrigin: 'vec2<f32>', pixelSize: 'f32' },
  getUniforms: (props) =>
    props.viewport ? patternUniforms(props as PatternProps) : ({} as PatternUniforms),
} as const satisfies ShaderModule<PatternProps, PatternUniforms>

/** In pixels of a desktop, up from the lower left; worked out in double precision. */
function patternUniforms({ viewport, devicePixelRatio, scale }: PatternProps): PatternUniforms {
  const [x = 0, y = 0] = viewport.project([0, 0])
  const east = x / scale
  const north = (viewport.height - y) / scale
  const hatchPeriod = COMMON_PERIOD_PIXELS * Math.SQRT2
  return {
    hatchOrigin: [east % hatchPeriod, north % hatchPeriod],
    dotsOrigin: [east % COMMON_PERIOD_PIXELS, north % COMMON_PERIOD_PIXELS],
    pixelSize: 1 / (devicePixelRatio * scale),
  }
}
