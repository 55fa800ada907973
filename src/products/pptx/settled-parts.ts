import { xmlText } from '#formats/xml/xml-text.ts'
import type { ProductFrame } from '../product.ts'
import { safeLine } from './safe-text.ts'

/** Title, marking and release level in the properties of the file, with the time it was made, not the clock's. */
export function corePart(frame: ProductFrame): string {
  const of = (text: string) => xmlText(safeLine(text))
  const subject = `${frame.marking} · ${frame.release}`
  const madeAt = `${new Date(frame.madeAt).toISOString().slice(0, 19)}Z`
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${of(`${frame.title}: ${frame.operation}`)}</dc:title>`,
    `<dc:subject>${of(subject)}</dc:subject>`,
    `<dc:creator>${of(frame.author)}</dc:creator>`,
    `<cp:keywords>${of([frame.marking, frame.release, frame.madeDtg].join('; '))}</cp:keywords>`,
    `<dc:description>${of(`${frame.dataAsOf}. ${frame.disclaimer}`)}</dc:description>`,
    `<cp:lastModifiedBy>${of(frame.author)}</cp:lastModifiedBy>`,
    `<cp:revision>${frame.edition}</cp:revision>`,
    `<dcterms:created xsi:type="dcterms:W3CDTF">${madeAt}</dcterms:created>`,
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${madeAt}</dcterms:modified>`,
    `<cp:category>${of(frame.marking)}</cp:category>`,
    `<cp:contentStatus>${of(frame.release)}</cp:contentStatus>`,
    '</cp:coreProperties>',
  ].join('')
}

/** Who has no Plex is given a plain sans by its measures; Arabic and Hebrew have theirs by name. */
export function themePart(text: string): string {
  return text
    .replace(
      /<a:latin typeface="IBM Plex Sans"[^>]*\/>/g,
      '<a:latin typeface="IBM Plex Sans" panose="020B0503050203000203" pitchFamily="34" charset="0"/>',
    )
    .replace(/<a:font script="(?:Arab|Hebr)" typeface="[^"]*"\/>/g, (font) =>
      font.replace(
        /typeface="[^"]*"/,
        font.includes('Arab') ? 'typeface="IBM Plex Sans Arabic"' : 'typeface="Arial"',
      ),
    )
    .replace(
      /(<a:latin typeface="IBM Plex Sans"[^>]*\/>)<a:ea typeface="[^"]*"\/><a:cs typeface="[^"]*"\/>/g,
      '$1<a:ea typeface="Noto Sans"/><a:cs typeface="Arial"/>',
    )
}

/** Ids of objects on a slide are to be of one object each. */
export function slidePart(text: string): string {
  let id = 0
  return text.replace(/<p:cNvPr id="\d+"/g, () => `<p:cNvPr id="${++id}"`)
}

/** Lines of the speaker's notes as paragraphs. */
export function notesPart(text: string): string {
  return text.replace(
    /<a:p><a:r><a:rPr lang="en-US" dirty="0"\/><a:t>([^<]*)<\/a:t><\/a:r><a:endParaRPr lang="en-US" dirty="0"\/><\/a:p>/,
    (_whole, notes: string) =>
      notes
        .split('\n')
        .map((line) =>
          line === ''
            ? '<a:p><a:endParaRPr lang="en-GB" dirty="0"/></a:p>'
            : `<a:p><a:r><a:rPr lang="en-GB" dirty="0"/><a:t>${line}</a:t></a:r></a:p>`,
        )
        .join(''),
  )
}
