import { strFromU8, unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'

/** Parts of a deck by name, as texts where they are XML. */
export type ReadDeck = {
  readonly names: readonly string[]
  readonly slides: readonly string[]
  readonly part: (name: string) => string
}

/** Unpacks a deck and reads every part of XML, which fails where one is not well formed. */
export function readPptx(bytes: Uint8Array): ReadDeck {
  const parts = unzipSync(bytes)
  const names = Object.keys(parts)
  const part = (name: string) => strFromU8(parts[name] ?? new Uint8Array())
  for (const name of names) if (/\.(?:xml|rels)$/.test(name)) assertWellFormed(name, part(name))
  const slideNames = names.filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
  const numberOf = (name: string) => Number(/\d+/.exec(name)?.[0])
  const ordered = slideNames.sort((a, b) => numberOf(a) - numberOf(b))
  return { names, part, slides: ordered.map(part) }
}

function assertWellFormed(name: string, text: string): void {
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw new Error(`${name}: ${error.message}`)
  })
  parser.write(text).close()
}

/** What a slide says, all runs one after another. */
export function textIn(slide: string): string {
  const runs = [...slide.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, text]) => text ?? '')
  return runs
    .join('')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&')
}
