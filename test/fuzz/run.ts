import { mkdirSync, writeFileSync } from 'node:fs'
import { mutation } from './child.ts'
import { type Fault, fuzz } from './fuzz.ts'
import { seeds } from './seeds.ts'

const FOLDER = 'test/artefacts/fuzz'
const ROUND = 2_000

/** `npm run fuzz [-- FROM]`: mutation after mutation until it is stopped; what goes wrong is kept. */
for (let from = Number(process.argv[2] ?? 0); ; from += ROUND) {
  for (const fault of await fuzz(from, from + ROUND)) await keep(fault)
  process.stdout.write(`mutations ${from} to ${from + ROUND - 1} tried\n`)
}

async function keep({ number, file, why }: Fault): Promise<void> {
  mkdirSync(FOLDER, { recursive: true })
  const path = `${FOLDER}/${number}-${file}`
  writeFileSync(path, mutation(await seeds(), number).bytes)
  process.stdout.write(`${path}: ${why}\n`)
}
