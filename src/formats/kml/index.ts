import { type Issue, issue, ok, type Result, refuse } from '#core/issue.ts'
import { decodeText } from '../bytes/decode-text.ts'
import { type Stated, statedInWords, TABLE_WORDS, withStated } from '../marks/stated.ts'
import type { RawTable, SourceFile } from '../raw-table.ts'
import { tableOfPlaces } from '../rows/table-of-places.ts'
import { childOf, foundBelow, readXml, textOf, type XmlElement } from '../xml/read-xml.ts'
import { placeOf } from './read-place.ts'
import { fixRows, isTimedTrack } from './read-track.ts'

/**
 * Placemarks with their folder, texts, times and extended data as columns; tracks point by point in a
 * table of their own where each position has its time, since then they are patrols. Nothing remote is
 * ever fetched: links, overlays and pictures are named and left out. Styles are not read.
 */
export function readKml(file: SourceFile): Result<readonly RawTable[]> {
  const read = readXml(decodeText(file.bytes).text, file.name)
  if (!read.ok) return read
  const all = placemarksIn(read.value, [])
  const issues = leftOut(read.value, file.name)
  if (all.length === 0) return refuse(nothingIn(read.value, file.name), ...issues)
  const tracks = all.filter(({ element }) => isTimedTrack(element))
  const placemarks = all.filter(({ element }) => !isTimedTrack(element))
  const rows = placemarks.map((placemark) => ({
    fields: fieldsOf(placemark),
    place: placeOf(placemark.element),
  }))
  const fixes = tracks.flatMap((placemark, index) =>
    fixRows(placemark.element, fieldsOf(placemark), index),
  )
  const isSplit = rows.length > 0 && fixes.length > 0
  const parts = [
    { title: 'placemarks', lineNoun: 'placemark', rows, issues },
    { title: 'tracks', lineNoun: 'point', rows: fixes, issues: rows.length > 0 ? [] : issues },
  ] as const
  const tables: RawTable[] = []
  for (const { title, lineNoun, rows: part, issues: told } of parts) {
    if (part.length === 0) continue
    const name = isSplit ? `${file.name} › ${title}` : file.name
    const table = tableOfPlaces({ file: name, format: 'KML', lineNoun, issues: told }, part)
    if (!table.ok) return table
    tables.push(withStated(table.value, statedIn(read.value)))
  }
  return ok(tables)
}

/** What the document says of itself, where this program wrote it. */
function statedIn(root: XmlElement): Stated | null {
  const data = childOf(childOf(root, 'Document'), 'ExtendedData')?.children ?? []
  const told = data.map((one) => [one.attributes.get('name') ?? '', textOf(one, 'value')] as const)
  return told.some(([word]) => word === TABLE_WORDS.name) ? statedInWords(told) : null
}

type Placemark = {
  readonly element: XmlElement
  readonly folders: readonly string[]
  /** The only one of its folder, which may then bear its name, unless it says more of itself. */
  readonly isAlone: boolean
}

function placemarksIn(element: XmlElement, folders: readonly string[]): Placemark[] {
  const isAlone = element.children.filter(({ name }) => name === 'Placemark').length === 1
  return element.children.flatMap((child) => {
    if (child.name === 'Placemark') return [{ element: child, folders, isAlone }]
    const isFolder = child.name === 'Folder' || child.name === 'Document'
    const name = isFolder ? textOf(child, 'name') : ''
    return placemarksIn(child, name === '' ? folders : [...folders, name])
  })
}

function fieldsOf({ element, folders, isAlone }: Placemark): Map<string, string> {
  const fields = new Map<string, string>()
  const add = (name: string, value: string) => {
    if (name !== '' && value !== '' && !fields.has(name)) fields.set(name, value)
  }
  const extended = childOf(element, 'ExtendedData')
  const lent = isAlone && !extended ? (folders.at(-1) ?? '') : ''
  add('name', textOf(element, 'name') || lent)
  add('description', textOf(element, 'description'))
  add('folder', folders.join(' / '))
  add('time', textOf(childOf(element, 'TimeStamp'), 'when'))
  const span = childOf(element, 'TimeSpan')
  add('start', textOf(span, 'begin'))
  add('end', textOf(span, 'end'))
  add('address', textOf(element, 'address'))
  for (const data of extended ? foundBelow(extended, DATA) : []) {
    const name = data.attributes.get('name') ?? ''
    add(name, data.name === 'Data' ? textOf(data, 'value') : data.text)
  }
  return fields
}

const DATA = new Set(['Data', 'SimpleData'])
const OVERLAYS = new Set(['GroundOverlay', 'ScreenOverlay', 'PhotoOverlay'])
const LINKS = new Set(['NetworkLink'])
const ICONS = new Set(['IconStyle'])
const REMOTE = /^\s*([a-z][a-z0-9+.-]*:|\/\/)/i

function linkOf(element: XmlElement): string {
  return textOf(childOf(element, 'Link') ?? childOf(element, 'Url'), 'href')
}

/** What the file points at and is not fetched. */
function leftOut(root: XmlElement, file: string): Issue[] {
  const say = (code: string, message: string) => issue('warning', code, message, { file })
  const remote = foundBelow(root, LINKS)
    .map(linkOf)
    .filter((href) => REMOTE.test(href))
  const overlays = foundBelow(root, OVERLAYS)
  const icons = foundBelow(root, ICONS).filter((style) =>
    REMOTE.test(textOf(childOf(style, 'Icon'), 'href')),
  )
  const issues: Issue[] = []
  for (const href of remote.slice(0, 3)) {
    const message = `${file} points to ${href.slice(0, 80)}, which was not fetched. Ask for that file too.`
    issues.push(say('remote-link-ignored', message))
  }
  if (overlays.length > 0) {
    const message = `${file} lays ${overlays.length} pictures over the map; they were left out.`
    issues.push(say('overlay-ignored', message))
  }
  if (icons.length > 0) {
    const message = `${file} takes pictures for its symbols from elsewhere; they were left out.`
    issues.push(say('remote-icon-ignored', message))
  }
  return issues
}

/** A file that only points to others in the same KMZ is an index, not a fault. */
function nothingIn(root: XmlElement, file: string): Issue {
  const isIndex = foundBelow(root, LINKS).some((link) => {
    const href = linkOf(link)
    return href !== '' && !REMOTE.test(href)
  })
  return isIndex
    ? issue('error', 'kml-index', `${file} only points to other files. Import those.`, { file })
    : issue('error', 'no-rows', `${file} holds no placemark.`, { file })
}
