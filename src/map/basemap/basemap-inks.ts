import type { Theme } from '../scene.ts'

/** Colours of what lies under the data: quiet, so that data carries the colour. */
export const BASEMAP_INKS = {
  light: {
    water: '#dde7ea',
    country: '#f4f2ec',
    elsewhere: '#ebe8e0',
    shore: '#b9c3c4',
    frontier: '#8f8c82',
    otherFrontier: '#c3beb2',
    countryName: '#6f6b61',
    oceanName: '#5f7a84',
    county: '#6b685f',
    countyName: '#3d3a34',
    paved: '#5d5a52',
    track: '#757167',
    town: '#1b1f23',
    village: '#33393f',
    halo: 'rgba(255, 255, 255, 0.86)',
    quietHalo: 'rgba(244, 242, 236, 0.7)',
    dotEdge: '#ffffff',
  },
  dark: {
    water: '#11161b',
    country: '#1a2027',
    elsewhere: '#151a20',
    shore: '#2c343d',
    frontier: '#55606b',
    otherFrontier: '#2f3842',
    countryName: '#8b96a1',
    oceanName: '#6f8896',
    county: '#6d7883',
    countyName: '#c6ced6',
    paved: '#9aa5b0',
    track: '#7d8893',
    town: '#e8ebee',
    village: '#c6ced6',
    halo: 'rgba(17, 22, 27, 0.85)',
    quietHalo: 'rgba(17, 22, 27, 0.6)',
    dotEdge: '#11161b',
  },
} as const satisfies Record<Theme, Readonly<Record<string, string>>>

/** Faces that main.tsx loads; MapLibre reads the weight from the first name. */
export const LABEL_FACES = {
  regular: ['Noto Sans Regular', 'Noto Sans'],
  italic: ['Noto Sans Italic', 'Noto Sans'],
  medium: ['Noto Sans Medium', 'Noto Sans'],
  semibold: ['Noto Sans Semibold', 'Noto Sans'],
} as const satisfies Record<string, readonly string[]>
