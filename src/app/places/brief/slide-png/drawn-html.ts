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

const SVG = 'http://www.w3.org/2000/svg'

/**
 * Draws elements by the browser itself, as the content of an SVG that carries styles and fonts along,
 * so that nothing is asked for and the policy of the page holds: text stays text until the last step.
 * Scripts of the element do not run in it.
 *
 * @throws Error where the browser refuses such a picture.
 */
export async function drawnHtml(asked: HtmlAsked): Promise<HTMLImageElement> {
  const { widthPixels, heightPixels, rootPixels } = asked
  const document = globalThis.document.implementation.createDocument(SVG, 'svg')
  const svg = document.documentElement
  svg.setAttribute('width', String(widthPixels))
  svg.setAttribute('height', String(heightPixels))
  svg.setAttribute('style', `font-size:${rootPixels}px`)
  svg.setAttribute('data-theme', asked.theme)
  const style = document.createElementNS(SVG, 'style')
  style.textContent = [await fontFaces(), pageStyles(), asked.extraStyle].join('\n')
  const foreign = document.createElementNS(SVG, 'foreignObject')
  foreign.setAttribute('width', '100%')
  foreign.setAttribute('height', '100%')
  foreign.append(document.importNode(asked.element, true))
  svg.append(style, foreign)
  const image = new Image(widthPixels, heightPixels)
  const text = new XMLSerializer().serializeToString(document)
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`
  await image.decode().catch(() => {
    throw new Error('This browser cannot make pictures of slides. Chromium or Edge can.')
  })
  return image
}

/** Every rule of the page but its fonts. */
function pageStyles(): string {
  return rulesOfPage()
    .filter(({ rule }) => !(rule instanceof CSSFontFaceRule))
    .map(({ rule }) => rule.cssText)
    .join('\n')
}

function rulesOfPage(): { readonly rule: CSSRule; readonly base: string }[] {
  return [...document.styleSheets].flatMap((sheet) =>
    [...sheet.cssRules].map((rule) => ({ rule, base: sheet.href ?? document.baseURI })),
  )
}

const WOFF2 = /url\("?([^")]+\.woff2[^")]*)"?\)/

let faces: Promise<string> | null = null

/** Fonts of the page with their bytes inside, read once: a picture can fetch nothing. */
function fontFaces(): Promise<string> {
  faces ??= Promise.all(
    rulesOfPage().map(async ({ rule, base }) => {
      if (!(rule instanceof CSSFontFaceRule)) return ''
      const [, path] = WOFF2.exec(rule.style.getPropertyValue('src')) ?? []
      if (!path) return ''
      const address = path.startsWith('data:') ? path : await dataUrl(new URL(path, base))
      const kept = ['font-family', 'font-weight', 'font-style', 'unicode-range'].map((name) => {
        const value = rule.style.getPropertyValue(name)
        return value ? `${name}:${value};` : ''
      })
      return `@font-face{${kept.join('')}src:url("${address}") format("woff2")}`
    }),
  ).then((each) => each.join('\n'))
  faces.catch(() => {
    faces = null
  })
  return faces
}

async function dataUrl(address: URL): Promise<string> {
  const bytes = new Uint8Array(await (await fetch(address)).arrayBuffer())
  let text = ''
  for (let i = 0; i < bytes.length; i += 8192) {
    text += String.fromCharCode(...bytes.subarray(i, i + 8192))
  }
  return `data:font/woff2;base64,${btoa(text)}`
}
