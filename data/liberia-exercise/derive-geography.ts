import { existsSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { deriveTheatre } from './derive/derive-theatre.ts'
import { geographyText } from './derive/geography-text.ts'
import { LIBERIA } from './derive/liberia.ts'
import { readTheatreSources } from './derive/theatre-sources.ts'

const FOLDER = dirname(fileURLToPath(import.meta.url))

const packages = join(FOLDER, 'sources/node_modules')
if (!existsSync(packages)) {
  process.stderr.write('Install the sources first: npm --prefix data/liberia-exercise/sources ci\n')
  process.exit(1)
}
const sources = await readTheatreSources(packages, {
  alpha2: LIBERIA.alpha2,
  alpha3: LIBERIA.country.alpha3,
})
const geography = deriveTheatre(LIBERIA, sources)
for (const [name, content] of Object.entries(geography)) {
  const text = geographyText(content)
  writeFileSync(join(FOLDER, 'geography', `${name}.json`), text)
  process.stdout.write(`geography/${name}.json ${Math.round(text.length / 1000)} kB\n`)
}
