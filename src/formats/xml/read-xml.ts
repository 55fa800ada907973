import { SaxesParser } from 'saxes'
import { type Issue, issue, ok, type Result, refuse } from '#core/issue.ts'

/** An element with its content; names without their prefixes, since files use them as they like. */
export type XmlElement = {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlElement[]
  /** The text directly within it, trimmed. */
  readonly text: string
  /** The same with its blanks: in some files they count. */
  readonly rawText: string
}

type Open = {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: XmlElement[]
  readonly texts: string[]
}

const MAX_DEPTH = 200
const MAX_ELEMENTS = 3_000_000
/** Names of HTML that hand-made files use in their texts without declaring them. */
const HTML_ENTITIES = { nbsp: '\u00a0', copy: '©', reg: '®', deg: '°', ndash: '–', mdash: '—' }

class Unfit extends Error {
  readonly issue: Issue
  constructor(code: string, message: string, file: string) {
    super(message)
    this.issue = issue('error', code, message, { file })
  }
}

/**
 * Reads XML that may be hostile: a document type is refused before anything in it can unfold, nothing
 * outside the text is ever asked for, and depth and number of elements have limits. Undeclared
 * prefixes are let pass. Memory: some ten times the text.
 *
 * @returns the root element; refused with `xml-doctype`, `xml-syntax`, `too-deep` or `too-large`.
 */
export function readXml(text: string, file: string): Result<XmlElement> {
  const parser = new SaxesParser({ xmlns: false })
  Object.assign(parser.ENTITIES, HTML_ENTITIES)
  const open: Open[] = []
  let root: XmlElement | null = null
  let elementCount = 0
  parser.on('doctype', () => {
    const message = `${file} declares a document type, which can hide a trap. Export it again without one.`
    throw new Unfit('xml-doctype', message, file)
  })
  parser.on('error', (error) => {
    const why = error.message.replace(/^\d+:\d+:\s*/, '').replace(/\.$/, '')
    const message = `${file} is broken at line ${parser.line} (${why}); perhaps it is not whole. Export it again.`
    throw new Unfit('xml-syntax', message, file)
  })
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length >= MAX_DEPTH) {
      throw new Unfit('too-deep', `${file} nests more than ${MAX_DEPTH} elements.`, file)
    }
    if (++elementCount > MAX_ELEMENTS) {
      const message = `${file} has more than three million elements; split it.`
      throw new Unfit('too-large', message, file)
    }
    const named = Object.entries(attributes).map(
      ([key, value]) => [localName(key), String(value)] as const,
    )
    open.push({ name: localName(name), attributes: new Map(named), children: [], texts: [] })
  })
  const addText = (part: string) => open.at(-1)?.texts.push(part)
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', () => {
    const { name, attributes, children, texts } = open.pop()!
    const rawText = texts.join('')
    const element = { name, attributes, children, text: rawText.trim(), rawText }
    const parent = open.at(-1)
    if (parent) parent.children.push(element)
    else root = element
  })
  try {
    parser.write(text).close()
  } catch (error) {
    if (error instanceof Unfit) return refuse(error.issue)
    throw error
  }
  return root === null
    ? refuse(issue('error', 'xml-syntax', `${file} holds no element.`, { file }))
    : ok(root)
}

/** The first child of a name, or null. */
export function childOf(element: XmlElement | null, name: string): XmlElement | null {
  return element?.children.find((child) => child.name === name) ?? null
}

/** The text of the first child of a name; empty if there is none. */
export function textOf(element: XmlElement | null, name: string): string {
  return childOf(element, name)?.text ?? ''
}

/** Every element of some names below another, in the order of the file, not looking into those found. */
export function foundBelow(element: XmlElement, names: ReadonlySet<string>): XmlElement[] {
  return element.children.flatMap((child) =>
    names.has(child.name) ? [child] : foundBelow(child, names),
  )
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
