import type { Result } from '#core/issue.ts'
import { type OperationContents, readOperationFile } from '#core/operation-file.ts'
import { decodeText } from '#formats/bytes/decode-text.ts'
import { gunzip, isGzip } from '#formats/bytes/gunzip.ts'
import { isPackText, PACK_ENDING, readPack } from '#products/pack/pack-file.ts'

/** A file that should be an operation, plain or gzipped. */
export type OperationBytes = { readonly name: string; readonly bytes: Uint8Array }

/** Opens an operation file or a briefing pack; what is wrong with it is said, never thrown. */
export function readOperation({ name, bytes }: OperationBytes): Result<OperationContents> {
  const plain = isGzip(bytes) ? gunzip(bytes, name) : { ok: true as const, value: bytes }
  if (!plain.ok) return plain
  const { text } = decodeText(plain.value)
  const isPack = isPackText(text) || name.toLowerCase().endsWith(PACK_ENDING)
  return isPack ? readPack(text, name) : readOperationFile(text, name)
}
