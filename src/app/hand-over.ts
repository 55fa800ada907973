type FileName = { readonly stem: string; readonly ending: string }

/** What a file is called; what no file may be called is left out. */
export function fileNameOf({ stem, ending }: FileName): string {
  return `${stem.replace(/[^\p{L}\p{N} _-]/gu, '').trim() || 'operation'}${ending}`
}

/** Hands content to the browser as a file to be saved. */
export function handOver(content: BlobPart, file: FileName & { readonly type: string }): void {
  const address = URL.createObjectURL(new Blob([content], { type: file.type }))
  const link = document.createElement('a')
  link.href = address
  link.download = fileNameOf(file)
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
