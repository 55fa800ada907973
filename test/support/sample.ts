import { type OperationContents, writeOperationFile } from '#core/operation-file.ts'
import { sampleOperation } from '#data/liberia-exercise/index.ts'

let contents: OperationContents | null = null
let text: string | null = null

/** The built-in operation, made once for all files that a worker runs: 1.5 s. Nobody changes it. */
export function theSample(): OperationContents {
  contents ??= sampleOperation()
  return contents
}

/** Its file, written once as well. */
export function theSampleFile(): string {
  text ??= writeOperationFile(theSample())
  return text
}
