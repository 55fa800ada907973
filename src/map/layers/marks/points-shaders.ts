/** How a point is drawn; its code goes into `PointMarks`. */
export const POINT_SHAPES = {
  dot: 0,
  ring: 1,
  faintDot: 2,
  /** A thin ring with four gaps: somewhere about here. */
  looseRing: 3,
  square: 4,
  hollowSquare: 5,
  halfSquare: 6,
  faintSquare: 7,
  cross: 8,
  diamond: 9,
  hollowDiamond: 10,
} as const
export type PointShape = keyof typeof POINT_SHAPES

const UNIFORM_BLOCK = /* glsl */ `\
layout(std140) uniform pointsUniforms {
  vec4 firstInk;
  vec4 secondInk;
  vec4 edge;
  float edgePixels;
  float scale;
} points;
`

const SHAPE_CODES = Object.entries(POINT_SHAPES)
  .map(([shape, code]) => `#define ${shape.replace(/[A-Z]/, '_$&').toUpperCase()} ${code}\n`)
  .join('')

/** Uniforms of the points layer, and its shapes by name. */
export const pointsModule = {
  name: 'points',
  vs: SHAPE_CODES + UNIFORM_BLOCK,
  fs: SHAPE_CODES + UNIFORM_BLOCK,
  uniformTypes: {
    firstInk: 'vec4<f32>',
    secondInk: 'vec4<f32>',
    edge: 'vec4<f32>',
    edgePixels: 'f32',
    scale: 'f32',
  },
} as const

export const POINTS_VERTEX = /* glsl */ `\
#version 300 es
#define SHADER_NAME points-layer-vertex-shader
in vec2 places;
in vec2 places64Low;
in vec4 looks;
flat out float vRadius;
flat out float vReach;
flat out float vHole;
flat out int vShape;
flat out vec4 vInk;

void main(void) {
  vec3 place = vec3(places, 0.0);
  geometry.worldPosition = place;
  geometry.pickingColor = picking_getPickingColorFromIndex(float(gl_VertexID));
  gl_Position = project_position_to_clipspace(place, vec3(places64Low, 0.0), vec3(0.0), geometry.position);
  DECKGL_FILTER_GL_POSITION(gl_Position, geometry);
  float devicePixels = points.scale * project.devicePixelRatio;
  vRadius = looks.x * 0.1 * devicePixels;
  vReach = vRadius + points.edgePixels * devicePixels + 1.0;
  vShape = int(looks.y + 0.5);
  vInk = looks.z < 0.5 ? points.firstInk : points.secondInk;
  bool isHollow = vShape == RING || vShape == LOOSE_RING || vShape == HOLLOW_SQUARE || vShape == HALF_SQUARE || vShape == HOLLOW_DIAMOND;
  float line = vShape == LOOSE_RING ? max(1.2 * devicePixels, 0.24 * vRadius) : max(1.0, 0.36 * vRadius);
  vHole = isHollow ? vRadius - line : -1.0e3;
  if (isHollow) vInk.a = 1.0;
  if (vShape == FAINT_DOT || vShape == FAINT_SQUARE) vInk.a *= 0.45;
  gl_PointSize = 2.0 * vReach;
  vec4 color = vInk;
  DECKGL_FILTER_COLOR(color, geometry);
}
`

/**
 * Distances are in device pixels from the middle: `inside` is how far within the border a pixel
 * lies, `bare` how far within what the mark leaves open.
 */
export const POINTS_FRAGMENT = /* glsl */ `\
#version 300 es
#define SHADER_NAME points-layer-fragment-shader
precision highp float;
flat in float vRadius;
flat in float vReach;
flat in float vHole;
flat in int vShape;
flat in vec4 vInk;
out vec4 fragColor;

float cover(float inside) {
  return clamp(inside + 0.5, 0.0, 1.0);
}

void main(void) {
  vec2 at = (gl_PointCoord - 0.5) * 2.0 * vReach;
  float edgeWidth = vReach - vRadius - 1.0;
#ifdef ROUND_MARKS
  float away = length(at);
#else
  vec2 sides = abs(at);
  float away = vShape <= LOOSE_RING ? length(at) : max(sides.x, sides.y);
  if (vShape >= DIAMOND) away = (sides.x + sides.y) * 0.8;
#endif
  float inside = vRadius - away;
  float bare = vHole - away;
#ifndef ROUND_MARKS
  if (vShape == HALF_SQUARE) bare = min(bare, -at.y);
  if (vShape == CROSS) {
    vec2 turned = abs(vec2(at.x + at.y, at.x - at.y)) * 0.70710678;
    inside = min(0.32 * vRadius - min(turned.x, turned.y), vRadius - max(turned.x, turned.y));
  }
#endif
  float mark = cover(inside) * (1.0 - cover(bare));
  if (vShape == LOOSE_RING) mark *= cover(min(abs(at.x), abs(at.y)) - 0.26 * vRadius);
  float rim = cover(inside + edgeWidth) * (1.0 - cover(bare - edgeWidth)) * (1.0 - mark);
  float ink = mark * vInk.a * points.edge.a;
  float edge = 0.9 * rim * points.edge.a * (1.0 - ink);
  float alpha = ink + edge;
  if (alpha < 0.004 && inside < 0.0) discard;
  fragColor = vec4((vInk.rgb * ink + points.edge.rgb * edge) / max(alpha, 0.001), alpha);
  DECKGL_FILTER_COLOR(fragColor, geometry);
}
`
