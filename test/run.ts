import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { findOrInstallBrowser } from './support/browser.ts'

type Count = { readonly passed: number; readonly failed: number }

const REPORTS = 'test/artefacts'

/** Runs a command from node_modules and shows what it prints. */
function run(command: string, args: readonly string[], env: Record<string, string> = {}): boolean {
  console.log(`\n> ${command} ${args.join(' ')}`)
  const result = spawnSync(`node_modules/.bin/${command}`, args, {
    stdio: 'inherit',
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  })
  return result.status === 0
}

/** A whole tool as one check. */
function check(command: string, args: readonly string[]): Count {
  return run(command, args) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

/** A runner that writes a report; a run without a readable report, or without a test, is a failure. */
function counted(
  command: string,
  args: readonly string[],
  { report, env }: { readonly report: string; readonly env?: Record<string, string> },
): Count {
  rmSync(report, { force: true })
  const isGreen = run(command, args, env)
  try {
    const count = readCount(JSON.parse(readFileSync(report, 'utf8')))
    if (count.passed + count.failed === 0) return { passed: 0, failed: 1 }
    return isGreen || count.failed > 0 ? count : { ...count, failed: 1 }
  } catch {
    return { passed: 0, failed: 1 }
  }
}

/** Vitest and Playwright each count in their own words; a skipped journey counts as failed. */
function readCount(report: {
  readonly numPassedTests?: number
  readonly numFailedTests?: number
  readonly stats?: Record<'expected' | 'unexpected' | 'flaky' | 'skipped', number>
}): Count {
  if (report.stats) {
    const { expected, flaky, unexpected, skipped } = report.stats
    return { passed: expected + flaky, failed: unexpected + skipped }
  }
  return { passed: report.numPassedTests ?? 0, failed: report.numFailedTests ?? 0 }
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
      : { passed: 0, failed: 1 },
  ]
  const passed = counts.reduce((sum, count) => sum + count.passed, 0)
  const failed = counts.reduce((sum, count) => sum + count.failed, 0)
  console.log(`\n${passed} passed, ${failed} failed`)
  process.exitCode = failed > 0 ? 1 : 0
}

main()
