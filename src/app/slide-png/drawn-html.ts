/** Elements of this page as a picture, in the page's own styles, at a root size that need not be the page's. */
export type HtmlAsked = {
  /** Need not stand in the page. */
  readonly element: HTMLElement
  readonly widthPixels: number
  readonly heightPixels: number
  /** One `rem` in the picture. */
  readonly rootPixels: number
  readonly theme: 'light' | 'dark'
  /** Rules that hold in the picture alone. */
  readonly extraStyle: string
}

/**
 * Draws elements by the browser itself, as the content of an SVG that carries styles and fonts along,
 * so that nothing is asked for and the policy of the page holds. Scripts of the element do not run in it.
 *
 * @throws Error where the browser refuses such a picture.
 */
export async function drawnHtml(asked: HtmlAsked): Promise<HTMLImageElement> {
  const { element, widthPixels, heightPixels, rootPixels, theme } = asked
  const styles = await pageStyles()
  const size = `width="${widthPixels}" height="${heightPixels}"`
  // As text: put together as elements, its styles would be held to the policy of this page.
  const text = [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} data-theme="${theme}" style="font-size:${rootPixels}px">`,
    `<style>${escaped(styles + asked.extraStyle)}</style>`,
    `<foreignObject width="100%" height="100%">${new XMLSerializer().serializeToString(element)}</foreignObject>`,
    '</svg>',
  ].join('')
  const image = new Image(widthPixels, heightPixels)
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`
  await image.decode().catch(() => {
    throw new Error('This browser cannot make pictures of slides. Chromium or Edge can.')
  })
  return image
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

const FACE = /@font-face\s*\{[^}]*\}/g
const WOFF2 = /url\(\s*["']?([^"')]+?\.woff2[^"')]*)["']?\s*\)/

const kept = new Map<string, Promise<string>>()

/** All styles of the page with the bytes of its fonts inside, each sheet read once. */
async function pageStyles(): Promise<string> {
  const sheets = [...document.styleSheets].map((sheet) => {
    const { href, ownerNode } = sheet
    // As written: a browser's own account of its rules loses shorthands that hold variables.
    if (href === null) return withFonts(ownerNode?.textContent ?? '', document.baseURI)
    const known = kept.get(href) ?? sheetAt(href)
    kept.set(href, known)
    known.catch(() => kept.delete(href))
    return known
  })
  return (await Promise.all(sheets)).join('\n')
}

async function sheetAt(href: string): Promise<string> {
  return withFonts(await (await fetch(href)).text(), href)
}

/** A picture can fetch nothing, so what cannot stand in it goes. */
async function withFonts(css: string, base: string): Promise<string> {
  const faces = await Promise.all(
    (css.match(FACE) ?? []).map(async (face) => {
      const [, path] = WOFF2.exec(face) ?? []
      if (!path) return ''
      const bytes = await (await fetch(new URL(path, base))).arrayBuffer()
      const source = `src:url("data:font/woff2;base64,${base64(new Uint8Array(bytes))}") format("woff2")`
      return face.replace(/src:[^;}]*/, source)
    }),
  )
  return faces.join('\n') + css.replace(FACE, '')
}

function base64(bytes: Uint8Array): string {
  let text = ''
  for (let i = 0; i < bytes.length; i += 8192) {
    text += String.fromCharCode(...bytes.subarray(i, i + 8192))
  }
  return btoa(text)
}
