import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { floorFaults, outsideFaults } from './floors.ts'

/** A small project with every fault that a guard is there for, and one sound file a room. */
const PROJECT: Readonly<Record<string, string>> = {
  'package.json': '{ "type": "module", "imports": { "#core/*": "./src/core/*" } }',
  'src/core/sound.ts': 'export const sound = 1\n',
  'src/core/upwards.ts':
    "import type { Store } from '#state/store.ts'\n\nexport type Kept = Store\n",
  'src/core/sideways.ts': "import { useState } from 'react'\n\nexport const held = useState\n",
  'src/core/page.ts': 'export const width = document.body.clientWidth\n',
  'src/analysis/page.ts': 'export const address = window.location.href\n',
  'src/analysis/dice.ts': 'export const dice = Math.random()\n',
  'src/formats/page.ts':
    "import Papa from 'papaparse'\n\nexport const rows = Papa.parse(document.title)\n",
  'src/planner/page.ts': 'export const kept = localStorage.length\n',
  'src/state/store.ts': 'export type Store = { readonly now: number }\n',
  'src/state/now.ts': 'export const now = Date.now()\n',
  'src/map/cycle-a.ts':
    "import { b } from './cycle-b.ts'\n\nexport const a: () => number = () => b()\n",
  'src/map/cycle-b.ts':
    "import { a } from './cycle-a.ts'\n\nexport const b: () => number = () => a()\n",
  'src/core/loop-a.ts':
    "import { b } from '#core/loop-b.ts'\n\nexport const a: () => number = () => b()\n",
  'src/core/loop-b.ts':
    "import { a } from '#core/loop-a.ts'\n\nexport const b: () => number = () => a()\n",
  'src/map/index.ts': "export * from './cycle-a.ts'\n",
  'src/map/unnamed.ts': 'export default function unnamed() {}\n',
  'src/map/PascalCase.ts': 'export const loose: any = 1\n',
}

let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'guards-'))
  for (const [path, text] of Object.entries(PROJECT)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  for (const path of ['tsconfig.json', 'src/core/tsconfig.json', 'test/checks/style.json']) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    copyFileSync(path, join(folder, path))
  }
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'), 'junction')
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What a tool prints about the small project, and whether it was content. */
function toolOn(command: string, args: readonly string[]) {
  const tool = resolve('node_modules/.bin', command)
  const { status, stdout, stderr } = spawnSync(tool, args, {
    cwd: folder,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  return { isContent: status === 0, text: `${stdout}\n${stderr}` }
}

describe('the guards bite', () => {
  it('tsc: no page, window or storage on the three lowest floors', () => {
    const { isContent, text } = toolOn('tsc', ['-p', 'src/core/tsconfig.json', '--pretty', 'false'])
    expect(isContent).toBe(false)
    expect(text).toMatch(/page\.ts\(1,22\): error TS2584: Cannot find name 'document'/)
    expect(text).toMatch(/analysis\/page\.ts\(1,24\): error TS\d+: Cannot find name 'window'/)
    expect(text).toMatch(/formats\/page\.ts\(3,32\): error TS\d+: Cannot find name 'document'/)
    expect(text).toMatch(/planner\/page\.ts\(1,21\): error TS\d+: Cannot find name 'localStorage'/)
    expect(text).not.toContain('sound.ts')
  })

  it('floors: nothing upwards, not even a type; no package that is not listed; no dice', () => {
    expect(floorFaults(join(folder, 'src'))).toEqual([
      'src/core/sideways.ts (core) may not use the package react',
      'src/core/upwards.ts (core) may not open onto state',
    ])
    expect(outsideFaults(join(folder, 'src'))).toEqual(['src/analysis/dice.ts'])
  })

  it('Biome: no cycle, barrel, default export, loose type or name in capitals', () => {
    const { isContent, text } = toolOn('biome', [
      'lint',
      '--config-path',
      'test/checks/style.json',
      '--colors=off',
      '--max-diagnostics=none',
      'src',
    ])
    expect(isContent).toBe(false)
    for (const fault of [
      /src\/map\/cycle-a\.ts\S* lint\/suspicious\/noImportCycles/,
      /src\/core\/loop-b\.ts\S* lint\/suspicious\/noImportCycles/,
      /src\/map\/index\.ts\S* lint\/performance\/noBarrelFile/,
      /src\/map\/unnamed\.ts\S* lint\/style\/noDefaultExport/,
      /src\/map\/PascalCase\.ts\S* lint\/suspicious\/noExplicitAny/,
      /src\/map\/PascalCase\.ts\S* lint\/style\/useFilenamingConvention/,
    ]) {
      expect(text).toMatch(fault)
    }
    expect(text).not.toContain('sound.ts')
  })
})
