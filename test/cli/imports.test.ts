import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { FileReport } from '#cli/import-report.ts'
import { answerTo } from './command-line.ts'

const FOLDERS = ['../shared/data/imports', '../shared/data/imports-bad']

// The samples lie beside the project only where it is tried; a skipped test would count as failed.
for (const folder of FOLDERS.filter(existsSync)) {
  describe(`cli import on every file of ${folder}`, () => {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.\w+$/.test(name) && !/\.(md|mjs|txt)$|expected\.json$/.test(name))
      .map((name) => join(folder, name))

    it('accounts for every row, with a page for each', async () => {
      const place = mkdtempSync(join(tmpdir(), 'imports-'))
      const out = join(place, 'all.json')
      const argv = ['import', ...files, '--out', out, '--report', place, '--json']
      const { printed } = await answerTo(argv)
      const report = JSON.parse(printed.join('\n')) as { readonly files: readonly FileReport[] }
      for (const { file, rowsRead, rowsAccepted, rowsRefused, issues } of report.files) {
        expect([file, rowsRead]).toEqual([file, rowsAccepted + rowsRefused])
        if (rowsAccepted < rowsRead) expect([file, issues.length > 0]).toEqual([file, true])
      }
      for (const file of files) {
        const name = file.split('/').at(-1)!
        const told = report.files.filter(
          (one) => one.file === name || one.file.startsWith(`${name} ›`),
        )
        expect([name, told.length > 0]).toEqual([name, true])
        expect(readFileSync(join(place, `${name}.html`), 'utf8')).toContain('<h1>Import report')
      }
      rmSync(place, { recursive: true, force: true })
    })
  })
}
