import type { ProductFonts } from '#products/product.ts'

/** The one that is being printed, or was last: some browsers go on reading it after `print` comes back. */
let shown: HTMLIFrameElement | null = null

/**
 * Opens the browser's print window on a document that stands alone; there it becomes paper or a PDF.
 *
 * The document is read in a frame of our own origin, under the policy of the page, which lets no style
 * stand in markup. So its styles, and fonts, are handed to the frame as objects.
 *
 * @throws Error whose message is a sentence.
 */
export async function openPrintWindow(text: string, fonts: ProductFonts | null): Promise<void> {
  shown?.remove()
  const { markup, styles } = apart(text)
  const frame = await frameOf(markup)
  shown = frame
  const { contentWindow: view, contentDocument: inside } = frame
  if (!view || !inside) throw new Error('This browser would not show the document to be printed.')
  inside.adoptedStyleSheets = styles.map((style) => sheetOf(style, view))
  await Promise.all([...addedFonts(fonts, inside, view), ...[...inside.images].map(drawn)])
  const title = document.title
  // Some browsers name the PDF by the page, others by the frame.
  document.title = inside.title
  view.addEventListener('afterprint', () => {
    document.title = title
  })
  view.focus()
  view.print()
}

/** Markup without its style elements, and what these say. */
export function apart(text: string): {
  readonly markup: string
  readonly styles: readonly string[]
} {
  const styles: string[] = []
  const markup = text.replace(/<style>([^<]*)<\/style>/g, (_, style: string) => {
    styles.push(style)
    return ''
  })
  return { markup, styles }
}

function frameOf(markup: string): Promise<HTMLIFrameElement> {
  const address = URL.createObjectURL(new Blob([markup], { type: 'text/html' }))
  const frame = document.createElement('iframe')
  frame.title = 'Document to be printed'
  frame.tabIndex = -1
  frame.setAttribute('aria-hidden', 'true')
  // Not hidden altogether: what is not shown is not printed.
  Object.assign(frame.style, { position: 'fixed', right: '0', bottom: '0', border: '0' })
  Object.assign(frame.style, { width: '1px', height: '1px', opacity: '0', pointerEvents: 'none' })
  return new Promise((resolve) => {
    frame.addEventListener('load', () => {
      URL.revokeObjectURL(address)
      resolve(frame)
    })
    frame.src = address
    document.body.append(frame)
  })
}

type View = Window & {
  readonly CSSStyleSheet: typeof CSSStyleSheet
  readonly FontFace: typeof FontFace
}

function sheetOf(style: string, view: Window): CSSStyleSheet {
  const sheet = new (view as View).CSSStyleSheet()
  sheet.replaceSync(style)
  return sheet
}

function addedFonts(fonts: ProductFonts | null, inside: Document, view: Window) {
  if (!fonts) return []
  const faces = [
    { bytes: fonts.regular, weight: '400' },
    { bytes: fonts.semibold, weight: '600' },
  ]
  return faces.map(async ({ bytes, weight }) => {
    const face = new (view as View).FontFace('Plex of this file', bytes.slice().buffer, { weight })
    await face.load()
    inside.fonts.add(face)
  })
}

/** A picture that cannot be read is printed as nothing; the sheet says what it shows. */
const drawn = (image: HTMLImageElement): Promise<void> => image.decode().catch(() => {})
