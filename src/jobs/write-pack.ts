import type { OperationContents } from '#core/operation-file.ts'
import type { PackAsked } from '#products/pack/pack-contents.ts'
import { writePack as writePackText } from '#products/pack/pack-file.ts'
import { gzipped } from './write-operation.ts'

/** A briefing pack to write. */
export type PackToWrite = { readonly contents: OperationContents; readonly asked: PackAsked }

/** The bytes of a briefing pack, and what was left out of it, a sentence each. */
export async function writePack({ contents, asked }: PackToWrite) {
  const { text, told } = writePackText(contents, asked)
  return { bytes: await gzipped(new TextEncoder().encode(text)), told }
}
