import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import {
  type OperationContents,
  readOperationFile,
  writeOperationFile,
} from '#core/operation-file.ts'
import { decodeText } from '#formats/bytes/decode-text.ts'
import { gunzip, isGzip } from '#formats/bytes/gunzip.ts'
import { Refusal } from './verb.ts'

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EISDIR: 'it is a folder',
  EACCES: 'it may not be opened',
  EPERM: 'it may not be opened',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'part of its path is no folder',
}

/** The bytes of a file; refuses with the reason. */
export function bytesOf(path: string): Uint8Array {
  try {
    return new Uint8Array(readFileSync(path))
  } catch (error) {
    throw new Refusal(`${path} cannot be read: ${reasonOf(error)}.`)
  }
}

/** An operation from its file, plain or gzipped; refuses with the reason. */
export function readOperation(path: string): OperationContents {
  const bytes = bytesOf(path)
  const plain = isGzip(bytes) ? gunzip(bytes, path) : { ok: true as const, value: bytes }
  const read = plain.ok ? readOperationFile(decodeText(plain.value).text, path) : plain
  if (read.ok) return read.value
  throw new Refusal(read.issues[0]?.message ?? `${path} cannot be read.`)
}

/**
 * Writes an operation so that the file is either the old one or the whole new one, never a part; a
 * name that ends in .gz is packed.
 */
export function writeOperation(path: string, contents: OperationContents): void {
  const text = writeOperationFile(contents)
  writeBytes(path, path.endsWith('.gz') ? gzipSync(text) : text)
}

/** Writes bytes so that the file is either the old one or the whole new one; refuses with the reason. */
export function writeBytes(path: string, bytes: Uint8Array | string): void {
  const part = join(dirname(path), `.${basename(path)}.${process.pid}.part`)
  try {
    writeFileSync(part, bytes, { flush: true })
    renameSync(part, path)
  } catch (error) {
    rmSync(part, { force: true })
    throw new Refusal(`${path} cannot be written: ${reasonOf(error)}.`)
  }
}

/** Writes a text into a folder, which is made if it is not there; refuses with the reason. */
export function writeText(folder: string, name: string, text: string): void {
  try {
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, name), text)
  } catch (error) {
    throw new Refusal(`${join(folder, name)} cannot be written: ${reasonOf(error)}.`)
  }
}

function reasonOf(error: unknown): string {
  const code = (error as { readonly code?: unknown }).code
  return REASONS[String(code)] ?? String(code ?? 'unknown reason')
}
