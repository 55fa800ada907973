import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, extname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'

const DIST = 'dist'

/** What the build may weigh; measured on the day it was set, with a tenth or a fifth to spare. 3.6 MB are HiGHS, loaded when it proves. */
const BUDGET_KILOBYTES = { firstPagePacked: 1_350, whole: 15_000 }

/** Addresses that stand in the built files and are never asked for anything, each with what it is. */
const ADDRESSES: Readonly<Record<string, string>> = {
  'http://www.opengis.net/': 'name of KML in exports',
  'http://www.topografix.com/GPX/': 'name of GPX in exports',
  'http://schemas.openxmlformats.org/': 'names of the parts of a workbook in exports',
  'http://www.geopackage.org/spec/': 'where a GeoPackage says its extension is described',
  'http://www.w3.org/': 'names of SVG, XLink, XML and MathML',
  'https://json-schema.org/': 'names of schema dialects in zod',
  'http://json-schema.org/': 'names of schema dialects in zod',
  'https://react.dev/errors/': 'text of React errors',
  'https://maplibre.org/': 'link of an attribution that is switched off',
  'https://maplibre.invalid/': 'base against which MapLibre resolves relative addresses',
  'https://github.com/maplibre/': 'licence text',
  'https://github.com/mapbox/mapbox-gl-js/issues/': 'text of a warning',
  'https://github.com/mholt/PapaParse': 'licence text',
  'http://schemas.microsoft.com/': 'names of the parts of a PowerPoint file',
  'http://purl.org/dc/': 'names of what a PowerPoint file says of itself',
  'https://gitbrent.github.io/PptxGenJS/': 'texts of errors of PptxGenJS',
  'https://github.com': 'what PptxGenJS shows of a link in a text of an error',
  'https://stuk.github.io/jszip/': 'text of an error of JSZip',
  'http://stuartk.com/jszip': 'licence text',
  'https://raw.github.com/Stuk/jszip/': 'licence text',
  'https://github.com/nodeca/pako/': 'licence text',
  'https://rolldown.rs/in-depth/': 'text of an error of the bundler',
  'https://wiki.openstreetmap.org/': 'text of an error',
  'https://en.wikipedia.org/': 'comments of a shader',
  'http://www.spatialillusions.com': 'licence text of milsymbol',
  'http://web.mit.edu/lpsolve/': 'text of an error of HiGHS',
  'https://github.com/sql-js/': 'comment in the loader of SQLite',
  'https://github.com/protomaps/PMTiles/': 'text of a warning',
  'https://unpkg.com/@loaders.gl': 'where loaders.gl would find workers that it never starts here',
}

/** One without a path is meant whole: too many others begin with it. */
const isKnown = (address: string, known: string) =>
  known.endsWith('.com') ? address === known : address.startsWith(known)

type BuiltFile = { readonly path: string; readonly bytes: Buffer }

const files: BuiltFile[] = []
const named = (pattern: RegExp) => files.filter(({ path }) => pattern.test(path))
const textOf = ({ bytes }: BuiltFile) => bytes.toString('utf8')

beforeAll(() => {
  if (!existsSync(join(DIST, 'index.html'))) {
    throw new Error('There is no built app to look at: run "npm run build" first.')
  }
  for (const name of readdirSync(DIST, { recursive: true, encoding: 'utf8' })) {
    const path = name.replaceAll('\\', '/')
    if (!statSync(join(DIST, path)).isFile()) continue
    files.push({ path, bytes: readFileSync(join(DIST, path)) })
  }
})

/** The file that another one names, by its path in the build. */
function fileNamed(from: string, address: string): BuiltFile | undefined {
  const path = join(dirname(from), address.split(/[?#]/)[0] ?? '').replaceAll('\\', '/')
  return files.find((file) => file.path === path)
}

describe('the built app', () => {
  it('names no address on another host but those that are never asked', () => {
    const strange = named(/\.(js|css|html|svg|webmanifest)$/).flatMap((file) => {
      const absolute = textOf(file).match(/\b(?:https?|wss?):\/\/[\w-][^\s"'`<>)\\]*/g) ?? []
      const schemeless = textOf(file).match(/["'`(]\/\/[\w-]+(?:\.[\w-]+)+/g) ?? []
      return [...absolute, ...schemeless]
        .filter((address) => !Object.keys(ADDRESSES).some((known) => isKnown(address, known)))
        .map((address) => `${file.path}: ${address}`)
    })
    expect(strange).toEqual([])
  })

  it('finds everything its page and styles name beside itself', () => {
    const page = files.find(({ path }) => path === 'index.html')!
    const inPage = [...textOf(page).matchAll(/\b(?:src|href)="([^"]+)"/g)].map(([, to]) => to!)
    expect(inPage.length).toBeGreaterThan(3)
    const inStyles = named(/\.css$/).flatMap((file) =>
      [...textOf(file).matchAll(/url\(\s*["']?([^"')]+)/g)].map(
        ([, to]) => [file.path, to!] as const,
      ),
    )
    const all = [...inPage.map((to) => [page.path, to] as const), ...inStyles]
    const missing = all.filter(([from, to]) => !to.startsWith('data:') && !fileNamed(from, to))
    expect(missing).toEqual([])
  })

  it('brings its own fonts', () => {
    const families = named(/\.css$/).flatMap((file) =>
      [...textOf(file).matchAll(/@font-face\s*\{([^}]*)\}/g)].map(([, rule]) => rule!),
    )
    expect(families.length).toBeGreaterThanOrEqual(10)
    for (const rule of families) expect(rule).toMatch(/url\([^)]*\.woff2\)/)
    expect(named(/\.woff2$/).every(({ bytes }) => bytes.toString('latin1', 0, 4) === 'wOF2')).toBe(
      true,
    )
  })

  it('has a page without script or style in it, under a policy that allows none', () => {
    const page = textOf(files.find(({ path }) => path === 'index.html')!)
    expect(page).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?![^>]*\bsrc=)/)
    const policy = /Content-Security-Policy" content="([^"]+)"/.exec(page)?.[1] ?? ''
    expect(policy).toContain('default-src &#39;none&#39;')
    expect(policy).toContain('require-trusted-types-for')
    // WebAssembly may be compiled: SQLite reads GeoPackages. Text never becomes script.
    const withoutWasm = policy.replace('&#39;wasm-unsafe-eval&#39;', '')
    expect(withoutWasm).not.toMatch(/unsafe|\*|https?:/)
  })

  it('turns no text into script and ships no source map', () => {
    const scripts = named(/\.js$/)
    for (const file of scripts) {
      expect(textOf(file), file.path).not.toMatch(/(?<![\w$.])eval\(|\bnew Function\b/)
      expect(textOf(file), file.path).not.toContain('sourceMappingURL=')
    }
    expect(named(/\.map$/)).toEqual([])
  })

  it('stays within its budget', () => {
    const page = files.find(({ path }) => path === 'index.html')!
    const first = [...textOf(page).matchAll(/\b(?:src|href)="([^"]+\.(?:js|css))"/g)]
      .map(([, to]) => fileNamed('index.html', to!)!)
      .map(({ path, bytes }) => ({ path, packed: gzipSync(bytes).length }))
    const kilobytes = (bytes: number) => Math.round(bytes / 1000)
    const firstPagePacked = kilobytes(first.reduce((sum, { packed }) => sum + packed, 0))
    const whole = kilobytes(files.reduce((sum, { bytes }) => sum + bytes.length, 0))
    const byKind = new Map<string, number>()
    for (const { path, bytes } of files) {
      byKind.set(extname(path), (byKind.get(extname(path)) ?? 0) + bytes.length)
    }
    const kinds = [...byKind].map(([kind, bytes]) => `${kind} ${kilobytes(bytes)} kB`).join(', ')
    console.log(`First page: ${firstPagePacked} kB packed. Whole build: ${whole} kB (${kinds}).`)
    expect(firstPagePacked).toBeLessThanOrEqual(BUDGET_KILOBYTES.firstPagePacked)
    expect(whole).toBeLessThanOrEqual(BUDGET_KILOBYTES.whole)
  })
})
