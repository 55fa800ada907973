import { fork } from 'node:child_process'
import type { Told } from './child.ts'

/** A mutation that did what none may: threw, lost a row, or hung. */
export type Fault = { readonly number: number; readonly file: string; readonly why: string }

/** Nothing that is dropped may keep a person waiting longer. */
const HANG_MS = 5_000
/** The child starts by compiling itself. */
const START_MS = 60_000

/**
 * Tries mutations by number in a process of its own, which is ended and begun again when one hangs.
 *
 * @returns what went wrong; empty if nothing did.
 */
export async function fuzz(from: number, to: number): Promise<readonly Fault[]> {
  const faults: Fault[] = []
  for (let next = from; next < to; ) next = await runUntilHang(next, to, faults)
  return faults
}

function runUntilHang(from: number, to: number, faults: Fault[]): Promise<number> {
  return new Promise((resolve) => {
    const child = fork('test/fuzz/child.ts', [`${from}`, `${to}`], {
      execArgv: ['--import', 'tsx'],
    })
    let now: { readonly number: number; readonly file: string } | null = null
    let end = to
    const hang = () => {
      faults.push({
        number: now?.number ?? from,
        file: now?.file ?? '',
        why: `no answer in ${(now ? HANG_MS : START_MS) / 1000} s`,
      })
      end = (now?.number ?? to) + 1
      child.kill('SIGKILL')
    }
    let watchdog = setTimeout(hang, START_MS)
    child.on('message', (told: Told) => {
      clearTimeout(watchdog)
      if ('failed' in told) faults.push({ number: told.failed, file: told.file, why: told.why })
      if (!('begun' in told)) return
      now = { number: told.begun, file: told.file }
      watchdog = setTimeout(hang, HANG_MS)
    })
    child.on('exit', (code) => {
      clearTimeout(watchdog)
      if (code !== 0 && end === to) {
        faults.push({
          number: now?.number ?? from,
          file: now?.file ?? '',
          why: `ended with ${code}`,
        })
        end = (now?.number ?? to) + 1
      }
      resolve(end)
    })
  })
}
