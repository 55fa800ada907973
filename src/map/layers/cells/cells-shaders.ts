import { CELL_FILLS } from './cell-fills.ts'

const UNIFORM_BLOCK = /* glsl */ `\
layout(std140) uniform cellsUniforms {
  vec4 edge;
  vec4 unknownInk;
  vec4 unknownGround;
  vec4 closedInk;
  float opacityShare;
  float edgePixels;
  float staleShare;
} cells;
`

/** Uniforms of the cells layer. */
export const cellsModule = {
  name: 'cells',
  fs: UNIFORM_BLOCK,
  uniformTypes: {
    edge: 'vec4<f32>',
    unknownInk: 'vec4<f32>',
    unknownGround: 'vec4<f32>',
    closedInk: 'vec4<f32>',
    opacityShare: 'f32',
    edgePixels: 'f32',
    staleShare: 'f32',
  },
} as const

export const CELLS_VERTEX = /* glsl */ `\
#version 300 es
#define SHADER_NAME cells-layer-vertex-shader
in vec2 places;
in vec2 places64Low;
in vec2 marks;
in vec4 fills;
flat out vec4 vFill;
out float vRim;

void main(void) {
  vec3 place = vec3(places, 0.0);
  geometry.worldPosition = place;
  geometry.pickingColor = picking_getPickingColorFromIndex(marks.x);
  gl_Position = project_position_to_clipspace(place, vec3(places64Low, 0.0), vec3(0.0), geometry.position);
  DECKGL_FILTER_GL_POSITION(gl_Position, geometry);
  vFill = fills;
  vRim = marks.y;
  vec4 color = vec4(1.0);
  DECKGL_FILTER_COLOR(color, geometry);
}
`

/**
 * What is stale has pairs of lines far apart over its class, light on dark and dark on light; what is not
 * known has its own close hatch and no class. The edge is half on either side of a border; on
 * cells of a few pixels it goes.
 */
export const CELLS_FRAGMENT = /* glsl */ `\
#version 300 es
#define SHADER_NAME cells-layer-fragment-shader
precision highp float;
flat in vec4 vFill;
in float vRim;
out vec4 fragColor;

void main(void) {
  vec3 base = vFill.rgb / 255.0;
  int kind = int(vFill.a + 0.5);
  if (kind == ${CELL_FILLS.unknown}) {
    base = mix(cells.unknownGround.rgb, cells.unknownInk.rgb, pattern_rising(5.0, 1.0));
  } else if (kind == ${CELL_FILLS.outOfReach}) {
    vec3 tinted = mix(cells.unknownGround.rgb, cells.closedInk.rgb, 0.16);
    base = mix(tinted, cells.closedInk.rgb, 0.85 * pattern_falling(6.0, 1.1));
  } else if (cells.staleShare > 0.0) {
    vec3 ink = vec3(dot(base, vec3(0.299, 0.587, 0.114)) > 0.45 ? 0.0 : 1.0);
    base = mix(base, ink, cells.staleShare * pattern_pairs(34.0, 1.0, 4.0));
  }
  float rimPerPixel = length(vec2(dFdx(vRim), dFdy(vRim))) / pattern.pixelSize;
  float inPixels = (1.0 - vRim) / max(rimPerPixel, 1.0e-5);
  float edge = clamp(0.5 * cells.edgePixels + 0.5 - inPixels, 0.0, 1.0) * cells.edge.a;
  edge *= smoothstep(2.0, 5.0, 1.0 / max(rimPerPixel, 1.0e-5));
  if (kind != ${CELL_FILLS.plain}) edge *= 0.5;
  fragColor = vec4(mix(base, cells.edge.rgb, edge), cells.opacityShare);
  DECKGL_FILTER_COLOR(fragColor, geometry);
}
`
