import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { findOrInstallBrowser } from './support/browser.ts'

type Count = { readonly passed: number; readonly failed: number }

/** What is read of the reports; Vitest and Playwright each count in their own words. */
type Report = {
  readonly numPassedTests?: number
  readonly numFailedTests?: number
  readonly testResults?: readonly {
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[]
  }[]
  readonly stats?: Record<'expected' | 'unexpected' | 'flaky' | 'skipped', number>
}

const REPORTS = 'test/artefacts'
const SHARED = '../shared/data'
const THEATRE_SOURCES = 'data/liberia-exercise/sources'

const PASSED: Count = { passed: 1, failed: 0 }
const FAILED: Count = { passed: 0, failed: 1 }

/** Runs a command and shows what it prints. */
function run(command: string, args: readonly string[], env: Record<string, string> = {}): boolean {
  console.log(`\n> ${command.replace('node_modules/.bin/', '')} ${args.join(' ')}`)
  const result = spawnSync(command, args, {
    stdio: 'inherit',
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  })
  return result.status === 0
}

/** A whole tool from node_modules as one check. */
function check(command: string, args: readonly string[]): Count {
  return run(`node_modules/.bin/${command}`, args) ? PASSED : FAILED
}

/** The packages that the built-in geography is derived from: 376 MB that only one test needs. */
function installTheatreSources(): Count {
  if (existsSync(`${THEATRE_SOURCES}/node_modules/.package-lock.json`)) return PASSED
  const args = ['ci', '--prefix', THEATRE_SOURCES, '--no-audit', '--no-fund', '--ignore-scripts']
  if (run('npm', args)) return PASSED
  console.error(
    `The built-in geography could not be derived again, for its packages did not install: run "npm ${args.join(' ')}" where the package registry can be reached.`,
  )
  return FAILED
}

/** A runner that writes a report; a run without a readable report, or without a test, is a failure. */
function counted(
  command: string,
  args: readonly string[],
  { report, env }: { readonly report: string; readonly env?: Record<string, string> },
): Count {
  rmSync(report, { force: true })
  const isGreen = run(`node_modules/.bin/${command}`, args, env)
  try {
    const count = readCount(JSON.parse(readFileSync(report, 'utf8')))
    if (count.passed + count.failed === 0) return FAILED
    return isGreen || count.failed > 0 ? count : { ...count, failed: 1 }
  } catch {
    return FAILED
  }
}

/** A skipped journey counts as failed; so does a skipped test, unless it wants data that are not there. */
function readCount(report: Report): Count {
  if (report.stats) {
    const { expected, flaky, unexpected, skipped } = report.stats
    return { passed: expected + flaky, failed: unexpected + skipped }
  }
  const skipped = (report.testResults ?? [])
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status !== 'passed' && status !== 'failed')
  const isExcused = !existsSync(SHARED)
  for (const { fullName } of skipped) {
    console.log(`Skipped${isExcused ? `, for ${SHARED} is not there` : ''}: ${fullName}`)
  }
  return {
    passed: report.numPassedTests ?? 0,
    failed: (report.numFailedTests ?? 0) + (isExcused ? 0 : skipped.length),
  }
}

function main(): void {
  mkdirSync(REPORTS, { recursive: true })
  const browser = findOrInstallBrowser()
  if (!browser) {
    console.error(
      'The journeys need Chromium and none could be installed: install it (Debian: apt-get install chromium) or name it in CHROMIUM_PATH.',
    )
  }
  const unitReport = `${REPORTS}/unit.json`
  const journeyReport = `${REPORTS}/journeys.json`
  const counts: Count[] = [
    check('tsc', ['-p', 'tsconfig.json']),
    check('tsc', ['-p', 'src/core/tsconfig.json']),
    check('biome', ['check', '--config-path', 'test/checks/style.json', '--error-on-warnings']),
    check('knip', []),
    check('vite', ['build', '--logLevel', 'warn']),
    installTheatreSources(),
    counted(
      'vitest',
      ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`],
      { report: unitReport },
    ),
    browser
      ? counted('playwright', ['test', '-c', 'test/e2e/playwright.config.ts'], {
          report: journeyReport,
          env: { CHROMIUM_PATH: browser },
        })
      : FAILED,
  ]
  const passed = counts.reduce((sum, count) => sum + count.passed, 0)
  const failed = counts.reduce((sum, count) => sum + count.failed, 0)
  console.log(`\n${passed} passed, ${failed} failed`)
  process.exitCode = failed > 0 ? 1 : 0
}

main()
