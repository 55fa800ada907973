import { type Issue, issue } from '#core/issue.ts'

/** What to say of a file that no reader takes. */
export const READABLE =
  'CSV tables, Excel workbooks (.xlsx), GeoJSON (also gzipped), KML, KMZ, GPX, IATI activities, CAP alerts, GeoPackage, GeoParquet, FlatGeobuf, Esri ASCII grids (.asc) of elevation and zipped shapefiles'

/** Whether the first element, after declarations and comments, has a name, with or without a prefix. */
export function hasRoot(head: string, name: 'kml' | 'gpx' | 'iati-activities' | 'alert'): boolean {
  const [, root = ''] = /^<(?:[\w-]+:)?([\w-]+)[\s>]/.exec(afterProlog(head)) ?? []
  return root.toLowerCase() === name || (name === 'alert' && root.toLowerCase() === 'alerts')
}

/** What comes after declarations and comments; '' if nothing else does. Linear in the text. */
function afterProlog(head: string): string {
  let at = 0
  for (;;) {
    while (/\s/.test(head[at] ?? '')) at++
    const close = head.startsWith('<!--', at) ? '-->' : '>'
    if (head[at] !== '<' || !/[?!]/.test(head[at + 1] ?? '')) return head.slice(at)
    const end = head.indexOf(close, at + 2)
    if (end < 0) return ''
    at = end + close.length
  }
}

/** An alert, or a feed that says early on that it is about alerts. */
export function isCap(head: string): boolean {
  return (
    hasRoot(head, 'alert') ||
    (/^\s*</.test(head) && head.includes('urn:oasis:names:tc:emergency:cap'))
  )
}

type Known = { readonly code: string; readonly name: string; readonly advice: string }

const SAVE_AS = `Export it as one of these: ${READABLE}.`
const PICTURE = { code: 'not-text', name: 'a picture', advice: 'Ask for the data behind it.' }

const TIFF = {
  code: 'not-text',
  name: 'a TIFF, which is not read here',
  advice:
    'If it is a GeoTIFF of elevation, convert it to an Esri ASCII grid in degrees, for instance with "gdal_translate -of AAIGrid". If it is a picture, ask for the data behind it.',
}

const SIGNATURES: readonly (Known & { readonly starts: readonly number[] })[] = [
  { ...PICTURE, starts: [0x89, 0x50, 0x4e, 0x47] },
  { ...PICTURE, starts: [0xff, 0xd8, 0xff] },
  { ...PICTURE, starts: [0x47, 0x49, 0x46, 0x38] },
  { ...TIFF, starts: [0x49, 0x49, 0x2a, 0x00] },
  { ...TIFF, starts: [0x4d, 0x4d, 0x00, 0x2a] },
  {
    code: 'not-text',
    name: 'a PDF document',
    advice: 'Ask for the table behind it.',
    starts: [0x25, 0x50, 0x44, 0x46],
  },
  {
    code: 'format-unread',
    name: 'an old Excel workbook',
    advice: SAVE_AS,
    starts: [0xd0, 0xcf, 0x11, 0xe0],
  },
  {
    code: 'format-unread',
    name: 'a PMTiles archive, a map without rows',
    advice: 'Alone and unpacked it can be the base map; nothing else comes from it.',
    starts: [0x50, 0x4d, 0x54, 0x69],
  },
]

const TEXTS: readonly (Known & { readonly begins: RegExp })[] = [
  {
    code: 'git-lfs-pointer',
    name: 'a Git LFS pointer, not the data',
    advice: 'Download the file itself.',
    begins: /^version https:\/\/git-lfs/,
  },
  {
    code: 'web-page',
    name: 'a web page, perhaps a sign-in page',
    advice: 'Sign in and download the file again.',
    begins: /^<(!doctype html|html)/i,
  },
  {
    code: 'xml-doctype',
    name: 'XML that declares a document type, which can hide a trap',
    advice: 'Export it again without one.',
    begins: /^(<\?xml[^>]*>\s*)?<!doctype/i,
  },
  { code: 'format-unread', name: 'an XML file', advice: SAVE_AS, begins: /^<(\?xml|!doctype)/i },
]

/**
 * Why a file cannot be data that is read here, told by its first bytes; null if it may be.
 *
 * @param head its first few thousand characters, decoded.
 */
export function unreadable(bytes: Uint8Array, head: string, file: string): Issue | null {
  const say = ({ code, name, advice }: Known) =>
    issue('error', code, `${file} is ${name}. ${advice}`, { file })
  const signature = SIGNATURES.find(({ starts }) => starts.every((byte, i) => bytes[i] === byte))
  if (signature) return say(signature)
  const start = head.trimStart()
  const isKnown = (['kml', 'gpx', 'iati-activities'] as const).some((root) => hasRoot(start, root))
  if (isKnown || isCap(start)) return null
  const text = TEXTS.find(({ begins }) => begins.test(start))
  if (text) return say(text)
  const isBinary = [...head.slice(0, 1000)].filter(isOdd).length > Math.min(20, head.length / 10)
  return isBinary
    ? say({ code: 'not-text', name: 'no text and of no known kind', advice: SAVE_AS })
    : null
}

function isOdd(character: string): boolean {
  const code = character.codePointAt(0) ?? 0
  return code < 32 && code !== 9 && code !== 10 && code !== 13
}
