import type { HandedProduct, HandOutAsked } from '#briefing/hand-out-desk.ts'
import { runJobInWorker } from '#jobs/run-job.ts'
import { aboutHanded } from '#products/about-handed.ts'
import { productFormat } from '#products/formats.ts'
import type { ProductFonts, ProductFrame } from '#products/product.ts'
import { productStem } from '#products/product-stem.ts'
import type { Room } from '#ui/room.tsx'
import { handOut, logHandingOut } from '../../hand-out.ts'
import { drawnProduct, PICTURES_SHARE, type ProductRun } from './make-product.ts'
import { openPrintWindow } from './print-frame.ts'
import { productFonts } from './product-fonts.ts'

type FormatAsked = HandOutAsked & { readonly formatId: string }

/**
 * Makes a product, writes it off the page, enters it in the log of what left, and hands it to the browser.
 *
 * @throws the signal's reason, before anything has left; an Error whose message is a sentence.
 */
export async function handOutProduct(
  room: Room,
  asked: FormatAsked,
  run: ProductRun,
): Promise<HandedProduct> {
  const format = productFormat(asked.formatId)
  if (!format) throw new Error(`There is no format “${asked.formatId}” for a briefing.`)
  const fonts = format.id === 'html' ? await productFonts() : null
  const { frame, bytes, told } = await written(room, asked, run, fonts)
  const file = fileOf(frame, bytes, { ...format, format: format.id })
  const warning = await handOut(room, file)
  run.onProgress(1, 'Handed over')
  return handed(file, told, warning)
}

/**
 * Opens the browser's print window on a product, which makes the PDF. It is the HTML of the product that is
 * printed, so its checksum is what the log has; whether somebody printed it then, no page is told.
 *
 * @throws the signal's reason, before anything was shown; an Error whose message is a sentence.
 */
export async function printProduct(
  room: Room,
  asked: HandOutAsked,
  run: ProductRun,
): Promise<HandedProduct> {
  // The frame that is printed is given its fonts as objects: see `openPrintWindow`.
  const { frame, bytes, told } = await written(room, { ...asked, formatId: 'html' }, run, null)
  const fonts = await productFonts()
  run.signal.throwIfAborted()
  const file = fileOf(frame, bytes, { ending: '.pdf', type: 'application/pdf', format: 'pdf' })
  const warning = await logHandingOut(room, file)
  run.onProgress(1, 'The print window is open')
  await openPrintWindow(new TextDecoder().decode(bytes), fonts)
  return handed(file, told, warning)
}

/** A product in a format, which nobody has yet. */
async function written(
  room: Room,
  asked: FormatAsked,
  run: ProductRun,
  fonts: ProductFonts | null,
) {
  const product = await drawnProduct(room, asked, run)
  run.onProgress(PICTURES_SHARE, 'Writing the file')
  const { signal } = run
  const input = { product, formatId: asked.formatId, fonts }
  const { bytes, told } = await runJobInWorker('writeProduct', input, { signal })
  signal.throwIfAborted()
  return { frame: product.frame, bytes: bytes as Uint8Array<ArrayBuffer>, told }
}

function fileOf(
  frame: ProductFrame,
  bytes: Uint8Array<ArrayBuffer>,
  {
    ending,
    type,
    format,
  }: { readonly ending: string; readonly type: string; readonly format: string },
) {
  const about = aboutHanded(frame.level, { what: 'briefing', format })
  return { bytes, stem: productStem(frame), ending, type, about }
}

function handed(
  { stem, ending }: { readonly stem: string; readonly ending: string },
  told: readonly string[],
  warning: string | null,
): HandedProduct {
  return {
    fileNames: [`${stem}${ending}`],
    told: warning === null ? told : [...told, warning],
  }
}
