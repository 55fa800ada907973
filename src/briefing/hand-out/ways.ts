import { PRODUCT_FORMATS } from '#products/formats.ts'
import type { HandedProduct, HandOutAsked, HandOutDesk, HandOutRun } from '../hand-out-desk.ts'

/** See `products/pack`, whose code comes when a pack is written. */
const PACK_ENDING = '.cgpack'

/** One way in which a briefing leaves. */
export type HandOutWay = {
  readonly id: string
  readonly name: string
  /** What it is good for, in a line. */
  readonly note: string
  /** Of its file, when so many pages leave. */
  readonly ending: (pageCount: number) => string
  readonly run: (asked: HandOutAsked, run: HandOutRun) => Promise<HandedProduct>
}

const FORMAT_NOTES: Readonly<Record<string, string>> = {
  pptx: 'text, tables and charts that can be edited; notes with the staff alone',
  html: 'one file that opens in any browser, without a network',
}

/** The ways that a desk has, in the order in which they are offered. */
export function waysOf(desk: HandOutDesk): readonly HandOutWay[] {
  const { handOut, printProduct, slidePng, writePack } = desk
  const formats = (write: NonNullable<typeof handOut>) =>
    PRODUCT_FORMATS.map(
      ({ id, name, ending }): HandOutWay => ({
        id,
        name,
        ending: () => ending,
        note: FORMAT_NOTES[id] ?? '',
        run: (asked, run) => write({ ...asked, formatId: id }, run),
      }),
    )
  const png = (heightPixels: 1080 | 2160, name: string): HandOutWay[] =>
    slidePng
      ? [
          {
            id: `png-${heightPixels}`,
            name,
            note: `a picture of each slide, ${(heightPixels * 16) / 9} × ${heightPixels}`,
            ending: (pageCount) => (pageCount === 1 ? '.png' : '.zip'),
            run: (asked, run) => slidePng({ ...asked, heightPixels }, run),
          },
        ]
      : []
  return [
    ...(handOut ? formats(handOut) : []),
    ...(printProduct
      ? [
          {
            id: 'pdf',
            name: 'PDF (print)',
            note: 'through the browser’s own print window',
            ending: () => '.pdf',
            run: printProduct,
          },
        ]
      : []),
    ...png(1080, 'PNG 1080p'),
    ...png(2160, 'PNG 4K'),
    ...(writePack
      ? [
          {
            id: 'pack',
            name: 'Briefing pack',
            note: 'deck and data, without notes, for a machine that shows it by itself',
            ending: () => PACK_ENDING,
            run: writePack,
          },
        ]
      : []),
  ]
}
