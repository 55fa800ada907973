import { type ChildProcess, spawn } from 'node:child_process'
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

/** As it is shown: without the folder that tools lie in. */
function lineOf(command: string, args: readonly string[]): string {
  return `\n> ${command.replace('node_modules/.bin/', '')} ${args.join(' ')}`
}

/** Runs a command and shows what it prints as it prints it. */
function run(command: string, args: readonly string[], env: Record<string, string>) {
  console.log(lineOf(command, args))
  const child = spawn(command, args, {
    stdio: 'inherit',
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  })
  return isGreenAtEnd(child)
}

/** Runs a command beside others and shows what it printed once it has ended, so that no two mix. */
async function runBeside(command: string, args: readonly string[]): Promise<boolean> {
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  })
  const printed: Buffer[] = []
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (bytes: Buffer) => printed.push(bytes))
  }
  const isGreen = await isGreenAtEnd(child)
  console.log(`${lineOf(command, args)}\n${Buffer.concat(printed)}`)
  return isGreen
}

function isGreenAtEnd(child: ChildProcess): Promise<boolean> {
  return new Promise((resolve) => {
    child.on('error', ({ message }) => {
      console.error(message)
      resolve(false)
    })
    child.on('close', (code) => resolve(code === 0))
  })
}

/** A whole tool from node_modules as one check. */
async function check(command: string, args: readonly string[]): Promise<Count> {
  return (await runBeside(`node_modules/.bin/${command}`, args)) ? PASSED : FAILED
}

/** The packages that the built-in geography is derived from: 376 MB that only one test needs. */
async function installTheatreSources(): Promise<Count> {
  if (existsSync(`${THEATRE_SOURCES}/node_modules/.package-lock.json`)) return PASSED
  const args = ['ci', '--prefix', THEATRE_SOURCES, '--no-audit', '--no-fund', '--ignore-scripts']
  if (await runBeside('npm', args)) return PASSED
  console.error(
    `The built-in geography could not be derived again, for its packages did not install: run "npm ${args.join(' ')}" where the package registry can be reached.`,
  )
  return FAILED
}

/** Everything that neither reads nor writes what another of them writes: half the time on two cores. */
async function checks(): Promise<readonly Count[]> {
  return Promise.all([
    installTheatreSources(),
    check('tsc', ['-p', 'tsconfig.json']),
    check('vite', ['build', '--logLevel', 'warn']),
    check('biome', ['check', '--config-path', 'test/checks/style.json', '--error-on-warnings']),
    check('tsc', ['-p', 'src/core/tsconfig.json']),
    check('knip', []),
  ])
}

/** A runner that writes a report; a run without a readable report, or without a test, is a failure. */
async function counted(
  command: string,
  args: readonly string[],
  { report, env = {} }: { readonly report: string; readonly env?: Record<string, string> },
): Promise<Count> {
  rmSync(report, { force: true })
  const isGreen = await run(`node_modules/.bin/${command}`, args, env)
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

/** The journeys, which without a browser are one failure. */
async function journeys(browser: string | null): Promise<Count> {
  if (browser) {
    return counted('playwright', ['test', '-c', 'test/e2e/playwright.config.ts'], {
      report: `${REPORTS}/journeys.json`,
      env: { CHROMIUM_PATH: browser },
    })
  }
  console.error(
    'The journeys need Chromium and none could be installed: install it (Debian: apt-get install chromium) or name it in CHROMIUM_PATH.',
  )
  return FAILED
}

async function main(): Promise<void> {
  mkdirSync(REPORTS, { recursive: true })
  const unitReport = `${REPORTS}/unit.json`
  const installing = findOrInstallBrowser()
  const checked = await checks()
  const unit = await counted(
    'vitest',
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`],
    { report: unitReport },
  )
  const counts = [...checked, unit, await journeys(await installing)]
  const passed = counts.reduce((sum, count) => sum + count.passed, 0)
  const failed = counts.reduce((sum, count) => sum + count.failed, 0)
  console.log(`\n${passed} passed, ${failed} failed`)
  process.exitCode = failed > 0 ? 1 : 0
}

await main()
