const UNIFORM_BLOCK = /* glsl */ `\
layout(std140) uniform pointsUniforms {
  vec4 firstInk;
  vec4 secondInk;
  vec4 edge;
  float edgePixels;
  float scale;
} points;
`

/** Uniforms of the points layer. */
export const pointsModule = {
  name: 'points',
  vs: UNIFORM_BLOCK,
  fs: UNIFORM_BLOCK,
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
  gl_PointSize = 2.0 * vReach;
  vInk = looks.z < 0.5 ? points.firstInk : points.secondInk;
  vec4 color = vInk;
  DECKGL_FILTER_COLOR(color, geometry);
}
`

/**
 * Distances are in device pixels from the middle. `inside` is how far within the border a pixel
 * lies, `bare` how far within what the mark leaves open.
 */
export const POINTS_FRAGMENT = /* glsl */ `\
#version 300 es
#define SHADER_NAME points-layer-fragment-shader
precision highp float;
flat in float vRadius;
flat in float vReach;
flat in int vShape;
flat in vec4 vInk;
out vec4 fragColor;

float cover(float inside) {
  return clamp(inside + 0.5, 0.0, 1.0);
}

void main(void) {
  vec2 at = (gl_PointCoord - 0.5) * 2.0 * vReach;
  float edgeWidth = vReach - vRadius - 1.0;
  float stroke = max(1.0, 0.36 * vRadius);
  vec2 away = abs(at);
  bool isRound = vShape <= 2;
  float inside = isRound ? vRadius - length(at) : vRadius - max(away.x, away.y);
  float bare = -1.0e3;
  float fill = vInk.a;
  if (vShape == 1 || vShape == 4) {
    bare = inside - stroke;
    fill = 1.0;
  } else if (vShape == 2 || vShape == 6) {
    fill *= 0.45;
  } else if (vShape == 5) {
    bare = min(inside - stroke, -at.y);
    fill = 1.0;
  } else if (vShape == 7) {
    vec2 turned = abs(vec2(at.x + at.y, at.x - at.y)) * 0.70710678;
    inside = min(0.32 * vRadius - min(turned.x, turned.y), vRadius - max(turned.x, turned.y));
  } else if (vShape >= 8) {
    inside = (vRadius * 1.25 - away.x - away.y) * 0.70710678;
    if (vShape == 9) {
      bare = inside - stroke;
      fill = 1.0;
    }
  }
  float mark = cover(inside) * (1.0 - cover(bare));
  float rim = cover(inside + edgeWidth) * (1.0 - cover(bare - edgeWidth)) * points.edge.a * 0.9;
  float ink = mark * fill * points.edge.a;
  float alpha = ink + rim * (1.0 - mark) * (1.0 - ink);
  if (alpha < 0.004 && cover(inside) < 0.5) discard;
  vec3 blended = vInk.rgb * ink + points.edge.rgb * rim * (1.0 - mark) * (1.0 - ink);
  fragColor = vec4(blended / max(alpha, 0.001), alpha);
  DECKGL_FILTER_COLOR(fragColor, geometry);
}
`
