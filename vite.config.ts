import { availableParallelism } from 'node:os'
import { gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { type Plugin, runnerImport } from 'vite'
import { defineConfig } from 'vitest/config'

/** Nothing from elsewhere, nothing inline, no strings turned into script. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  // WebAssembly may be compiled, which is no way to turn text into script.
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "connect-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  // Documents of ours that are printed; what is in them stays under this policy.
  'frame-src blob:',
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types default',
]

const SAMPLE_FILE = 'sample/liberia-exercise.json.gz'

type SampleModule = { readonly sampleOperation: () => unknown }
type FileModule = { readonly writeOperationFile: (contents: unknown) => string }

/** The built-in operation, generated and packed: 2 s, once a build. */
async function packedSample(): Promise<Buffer> {
  const sample = await runnerImport<SampleModule>('./data/liberia-exercise/index.ts')
  const file = await runnerImport<FileModule>('./src/core/operation-file.ts')
  return gzipSync(file.module.writeOperationFile(sample.module.sampleOperation()), { level: 9 })
}

/** Puts the built-in operation beside the app: as an asset when built, made on demand in development. */
function sampleOperation(): Plugin {
  let packed: Promise<Buffer> | null = null
  const sample = () => {
    packed ??= packedSample()
    return packed
  }
  return {
    name: 'sample-operation',
    configureServer(server) {
      server.middlewares.use(`/${SAMPLE_FILE}`, (_request, response, next) => {
        sample().then((bytes) => response.end(bytes), next)
      })
    },
    async generateBundle() {
      this.emitFile({ type: 'asset', fileName: SAMPLE_FILE, source: await sample() })
    },
  }
}

/** The policy travels in the page too, for servers that set no headers. */
function policyInPage(): Plugin {
  return {
    name: 'policy-in-page',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: {
          'http-equiv': 'Content-Security-Policy',
          content: CONTENT_SECURITY_POLICY.join('; '),
        },
        injectTo: 'head-prepend',
      },
    ],
  }
}

const testsOf = (...rooms: readonly string[]) =>
  rooms.map((room) => `test/${room}/**/*.test.{ts,tsx}`)

/** Tests of rooms below the page: no DOM, no disk of a browser, no state of their own. */
const PURE_TESTS = testsOf(
  ...['analysis', 'cli', 'core', 'data', 'formats', 'jobs', 'planner', 'products', 'state'],
)
/** Tests of what is drawn: a page that is cleared after each, and nothing of it replaced. */
const SCREEN_TESTS = [
  ...testsOf('app/places', 'briefing', 'map', 'panels', 'ui'),
  'test/app/{add-view,finder,keys,restriction-actions,room-commands,settings-form}.test.{ts,tsx}',
]

export default defineConfig(({ mode }) => ({
  base: './',
  plugins: mode === 'test' ? [react()] : [react(), sampleOperation(), policyInPage()],
  worker: { format: 'es' },
  // It finds its WebAssembly beside itself, where bundling ahead would not leave it.
  optimizeDeps: { exclude: ['highs'] },
  build: { target: 'es2022', chunkSizeWarningLimit: 2000, modulePreload: { polyfill: false } },
  preview: {
    headers: {
      'Content-Security-Policy': [...CONTENT_SECURITY_POLICY, "frame-ancestors 'none'"].join('; '),
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
    },
  },
  test: {
    testTimeout: 120_000,
    hookTimeout: 60_000,
    // The default leaves one of two cores idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        // Pure rooms keep nothing between files, so a worker loads each module once: less than half the time.
        extends: true,
        test: { name: 'pure', include: PURE_TESTS, isolate: false },
      },
      {
        // The same, in threads, which share what they compiled; what is on the page goes after each test.
        extends: true,
        test: {
          name: 'screen',
          environment: 'happy-dom',
          pool: 'threads',
          include: SCREEN_TESTS,
          isolate: false,
          setupFiles: 'test/support/clear-page.ts',
        },
      },
      {
        // Disks, tabs and the wiring of all: tests that put others in the place of modules and globals.
        extends: true,
        test: {
          name: 'apart',
          pool: 'threads',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [...PURE_TESTS, ...SCREEN_TESTS, 'test/e2e/**', 'node_modules/**'],
          setupFiles: 'test/support/clear-page.ts',
        },
      },
    ],
  },
}))
