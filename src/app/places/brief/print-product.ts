import type { HandedProduct, HandOutAsked } from '#briefing/hand-out-desk.ts'
import { runJobInWorker } from '#jobs/run-job.ts'
import { productStem } from '#products/product-stem.ts'
import type { Room } from '#ui/room.tsx'
import { logHandingOut } from '../../hand-out.ts'
import { aboutBriefing, drawnProduct, type ProductRun } from './make-product.ts'
import { openPrintWindow } from './print-frame.ts'
import { productFonts } from './product-fonts.ts'

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
  const { signal } = run
  const product = await drawnProduct(room, { ...asked, formatId: 'html' }, run)
  const input = { product, formatId: 'html' }
  const [{ bytes, told }, fonts] = await Promise.all([
    runJobInWorker('writeProduct', input, { signal }),
    productFonts(),
  ])
  signal.throwIfAborted()
  const stem = productStem(product.frame)
  const warning = await logHandingOut(room, {
    bytes: bytes as Uint8Array<ArrayBuffer>,
    stem,
    ending: '.pdf',
    type: 'application/pdf',
    about: aboutBriefing(product.frame, 'pdf'),
  })
  run.onProgress(1, 'The print window is open')
  await openPrintWindow(new TextDecoder().decode(bytes), fonts)
  return {
    fileNames: [`${stem}.pdf`],
    told: [...told, ...(warning === null ? [] : [warning])],
  }
}
