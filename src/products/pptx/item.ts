import type { ChartBlock } from '#core/records/page.ts'
import type { PicturePoint } from '../furniture/map-furniture.ts'

/** In pixels of 1/96 inch from the top left of the slide. */
export type Box = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export type Run = {
  readonly text: string
  readonly points: number
  readonly color: string
  readonly isBold?: boolean
  /** Behind the text: the square of a course of action. */
  readonly ground?: string
}

export type Paragraph = {
  readonly runs: readonly Run[]
  readonly pointsAfter?: number
}

export type TextAlign = 'left' | 'right' | 'center'

export type TableCellItem = {
  readonly paragraphs: readonly Paragraph[]
  readonly align: TextAlign
  readonly fill: string | null
  /** Of the line above it, in points; 0: none. */
  readonly lineAbove: { readonly points: number; readonly color: string }
}

/** One object of a slide, plain: layout is worked out without the library that writes it. */
export type Item =
  | {
      readonly type: 'text'
      readonly name: string
      readonly box: Box
      readonly paragraphs: readonly Paragraph[]
      readonly align?: TextAlign
      readonly anchor?: 'top' | 'middle' | 'bottom'
      readonly fill?: string
      /** 0–100 */
      readonly fillTransparency?: number
      /** Of the box, in pixels. */
      readonly inset?: number
    }
  | {
      readonly type: 'shape'
      readonly name: string
      readonly box: Box
      readonly shape: 'rect' | 'ellipse' | 'triangle' | 'diamond' | 'hexagon'
      readonly fill: string | null
      readonly line?: {
        readonly color: string
        readonly points: number
        readonly isDashed?: boolean
      }
    }
  | {
      /** Lines of one colour as a single object, at shares of its box. */
      readonly type: 'path'
      readonly name: string
      readonly box: Box
      readonly lines: readonly (readonly PicturePoint[])[]
      readonly color: string
      readonly points: number
      /** 0–100 */
      readonly transparency?: number
      readonly isDashed?: boolean
    }
  | {
      readonly type: 'picture'
      readonly name: string
      readonly box: Box
      readonly bytes: Uint8Array
      readonly mime: string
      readonly says: string
    }
  | {
      readonly type: 'table'
      readonly name: string
      readonly box: Box
      readonly columnWidths: readonly number[]
      readonly rows: readonly {
        readonly height: number
        readonly cells: readonly TableCellItem[]
      }[]
    }
  | {
      readonly type: 'chart'
      readonly name: string
      readonly box: Box
      readonly chart: ChartBlock
      /** In words, for who cannot see it. */
      readonly says: string
    }

/** A run of plain ink. */
export function run(text: string, points: number, color: string, isBold = false): Run {
  return { text, points, color, isBold }
}

/** A text of one look. */
export function textItem(
  name: string,
  box: Box,
  runs: readonly Run[],
  more: Partial<Omit<Extract<Item, { readonly type: 'text' }>, 'type' | 'name' | 'box'>> = {},
): Item {
  return { type: 'text', name, box, paragraphs: [{ runs }], ...more }
}

/** A hairline. */
export function rule(name: string, box: Omit<Box, 'height'>, color: string): Item {
  return { type: 'shape', name, box: { ...box, height: 1 }, shape: 'rect', fill: color }
}
