const UNIFORM_BLOCK = /* glsl */ `\
layout(std140) uniform tracksUniforms {
  vec4 ink;
  float extraPixels;
  float scale;
} tracks;
`

/** Uniforms of the tracks layer. */
export const tracksModule = {
  name: 'tracks',
  vs: UNIFORM_BLOCK,
  fs: UNIFORM_BLOCK,
  uniformTypes: { ink: 'vec4<f32>', extraPixels: 'f32', scale: 'f32' },
} as const

/** Both ends of a stretch on the screen, and one of the four corners of a box round it. */
export const TRACKS_VERTEX = /* glsl */ `\
#version 300 es
#define SHADER_NAME tracks-layer-vertex-shader
in vec2 starts;
in vec2 starts64Low;
in vec2 ends;
in vec2 ends64Low;
in vec3 corners;
out vec2 vAt;
flat out float vLength;
flat out float vHalfWidth;

void main(void) {
  geometry.worldPosition = vec3(starts, 0.0);
  geometry.pickingColor = picking_getPickingColorFromIndex(corners.y);
  vec4 commonPosition;
  vec4 from = project_position_to_clipspace(vec3(starts, 0.0), vec3(starts64Low, 0.0), vec3(0.0), geometry.position);
  vec4 to = project_position_to_clipspace(vec3(ends, 0.0), vec3(ends64Low, 0.0), vec3(0.0), commonPosition);
  vec2 halfView = 0.5 * project.viewportSize;
  vec2 fromPixels = from.xy / from.w * halfView;
  vec2 toPixels = to.xy / to.w * halfView;
  vLength = length(toPixels - fromPixels);
  vec2 along = vLength < 1.0e-3 ? vec2(1.0, 0.0) : (toPixels - fromPixels) / vLength;
  float devicePixels = tracks.scale * project.devicePixelRatio;
  vHalfWidth = 0.5 * (corners.z * 0.1 + tracks.extraPixels) * devicePixels;
  float reach = vHalfWidth + 1.0;
  bool isEnd = corners.x > 1.5;
  float side = mod(corners.x, 2.0) < 0.5 ? -1.0 : 1.0;
  vAt = vec2(isEnd ? vLength + reach : -reach, side * reach);
  vec2 pixels = fromPixels + along * vAt.x + vec2(-along.y, along.x) * vAt.y;
  gl_Position = vec4(pixels / halfView, from.z / from.w, 1.0);
  DECKGL_FILTER_GL_POSITION(gl_Position, geometry);
  vec4 color = tracks.ink;
  DECKGL_FILTER_COLOR(color, geometry);
}
`

/** Round ends close the bends between stretches. */
export const TRACKS_FRAGMENT = /* glsl */ `\
#version 300 es
#define SHADER_NAME tracks-layer-fragment-shader
precision highp float;
in vec2 vAt;
flat in float vLength;
flat in float vHalfWidth;
out vec4 fragColor;

void main(void) {
  float away = length(vec2(vAt.x - clamp(vAt.x, 0.0, vLength), vAt.y));
  float cover = clamp(vHalfWidth - away + 0.5, 0.0, 1.0);
  if (cover < 0.01) discard;
  fragColor = vec4(tracks.ink.rgb, tracks.ink.a * cover);
  DECKGL_FILTER_COLOR(fragColor, geometry);
}
`
