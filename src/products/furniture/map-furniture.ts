import type { LonLat } from '#core/place.ts'

/** Of the picture's width and height, from its top left. */
export type PicturePoint = readonly [rightShare: number, downShare: number]

/** What a map needs beside its layers to be read as a map. */
export type MapFurniture = {
  /** True at the latitude of the middle of the map. */
  readonly scaleBar: {
    readonly metres: number
    readonly text: string
    readonly widthShare: number
  }
  /** "1 : 1 250 000" at the size at which it is printed; null: its size is not known. */
  readonly fraction: string | null
  /** True north, clockwise from up; maps of pages are never turned, so 0. */
  readonly northDegrees: number
  readonly grid: {
    /** "MGRS, 100 km squares", "MGRS, lines every 20 km" */
    readonly name: string
    /** Borders of zones and bands first, then lines of the grid. */
    readonly lines: readonly (readonly PicturePoint[])[]
    /** The middle of each text. */
    readonly labels: readonly { readonly at: PicturePoint; readonly text: string }[]
  }
  /** Where the map lies in the theatre: outline of the theatre, and what is seen, in a square; null: it shows all of it. */
  readonly locator: {
    readonly outline: readonly (readonly PicturePoint[])[]
    readonly view: readonly [PicturePoint, PicturePoint]
  } | null
  readonly centre: LonLat
}
