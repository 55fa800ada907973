import type { Result } from '#core/issue.ts'
import { type OperationContents, readOperationFile } from '#core/operation-file.ts'
import { decodeText } from '#formats/bytes/decode-text.ts'
import { gunzip, isGzip } from '#formats/bytes/gunzip.ts'

/** A file that should be an operation, plain or gzipped. */
export type OperationBytes = { readonly name: string; readonly bytes: Uint8Array }

/** Opens an operation file; what is wrong with it is said, never thrown. */
export function readOperation({ name, bytes }: OperationBytes): Result<OperationContents> {
  const plain = isGzip(bytes) ? gunzip(bytes, name) : { ok: true as const, value: bytes }
  return plain.ok ? readOperationFile(decodeText(plain.value).text, name) : plain
}
