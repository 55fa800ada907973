import { zipSync } from 'fflate'
import { serialize } from 'flatgeobuf/lib/mjs/geojson.js'
import initSqlJs from 'sql.js/dist/sql-wasm-inline.js'

/** A file as somebody would drop it. */
type DroppedFile = { readonly name: string; readonly bytes: Uint8Array }

const textBytes = (text: string) => new TextEncoder().encode(text)

/** Half-degree east of Zwedru: what six senders might hand over on one morning, in six formats. */
export async function mixedFiles(): Promise<DroppedFile[]> {
  return [
    { name: 'incidents-secteur-est.csv', bytes: textBytes(INCIDENTS) },
    { name: 'projects.kmz', bytes: zipSync({ 'doc.kml': textBytes(PROJECTS) }) },
    { name: 'patrol-log.gpx', bytes: textBytes(PATROL) },
    { name: 'restrictions.geojson', bytes: textBytes(JSON.stringify(RESTRICTIONS)) },
    { name: 'communities.fgb', bytes: serialize(COMMUNITIES) },
    { name: 'bases.gpkg', bytes: await bases() },
  ]
}

/** Semicolons, decimal commas, days first, one row in the sea of another ocean. */
const INCIDENTS = [
  'réf;jour;tipo;latitude;longitude;note',
  'SE-1;14/11/2026;Attaque;6,0712;-8,0123;Échange de tirs au marché',
  'SE-2;17/11/2026;Vol;6,0755;-8,0301;Bétail emporté',
  'SE-3;18/11/2026;Barrage;96,1;-8,02;Hors du globe',
].join('\r\n')

const PROJECTS = `<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>
<Placemark><name>Quail Ridge hand pump</name><ExtendedData>
<Data name="sector"><value>water</value></Data><Data name="status"><value>active</value></Data>
<Data name="cost_usd"><value>18500</value></Data></ExtendedData>
<Point><coordinates>-8.021,6.073,0</coordinates></Point></Placemark></Document></kml>`

const PATROL = `<?xml version="1.0"?><gpx version="1.1" creator="logger" xmlns="http://www.topografix.com/GPX/1/1">
<trk><name>HORNBILL 21</name><trkseg>
<trkpt lat="6.065" lon="-8.13"><time>2026-11-20T07:00:00Z</time></trkpt>
<trkpt lat="6.069" lon="-8.08"><time>2026-11-20T07:40:00Z</time></trkpt>
<trkpt lat="6.073" lon="-8.021"><time>2026-11-20T08:30:00Z</time></trkpt>
</trkseg></trk></gpx>`

const RESTRICTIONS = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: { name: 'Quail Ridge bridge', restriction_type: 'broken bridge', severity: 2 },
      geometry: { type: 'Point', coordinates: [-8.05, 6.07] },
    },
  ],
}

const COMMUNITIES = {
  type: 'FeatureCollection' as const,
  features: (
    [
      ['Quail Ridge', 1240, [-8.021, 6.073]],
      ['Quail Ford', 310, [-8.05, 6.068]],
    ] as const
  ).map(([name, population, [lon, lat]]) => ({
    type: 'Feature' as const,
    properties: { name, population, type: 'village' },
    geometry: { type: 'Point' as const, coordinates: [lon, lat] },
  })),
}

async function bases(): Promise<Uint8Array> {
  const { Database } = await initSqlJs()
  const database = new Database()
  database.run(
    `CREATE TABLE gpkg_contents (table_name TEXT, data_type TEXT);
     CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, srs_id INTEGER);
     CREATE TABLE gpkg_spatial_ref_sys (srs_id INTEGER, organization TEXT, organization_coordsys_id INTEGER, definition TEXT);
     INSERT INTO gpkg_spatial_ref_sys VALUES (4326, 'EPSG', 4326, '');
     CREATE TABLE bases (fid INTEGER, geom BLOB, base_name TEXT, capacity INTEGER);
     INSERT INTO gpkg_contents VALUES ('bases', 'features');
     INSERT INTO gpkg_geometry_columns VALUES ('bases', 'geom', 4326);`,
  )
  const point = new DataView(new ArrayBuffer(29))
  for (const [at, byte] of [0x47, 0x50, 0, 1].entries()) point.setUint8(at, byte)
  point.setUint8(8, 1)
  point.setUint32(9, 1, true)
  point.setFloat64(13, -8.025, true)
  point.setFloat64(21, 6.0745, true)
  database.run('INSERT INTO bases VALUES (1, ?, ?, ?)', [
    new Uint8Array(point.buffer),
    'Quail Ridge post',
    40,
  ])
  const bytes = database.export()
  database.close()
  return bytes
}
