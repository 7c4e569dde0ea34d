// Makes src/map/finland.json, the schematic map: the outline of Finland from
// Natural Earth (npm world-atlas, public domain), divided among the
// municipalities by nearest centre point and joined by area. The borders are
// schematic, not official ones. Run it when the municipal division changes:
//   npm install --no-save world-atlas@2.0.2 topojson-client@3.1.0 d3-geo@3.1.2 d3-delaunay@6.0.6 polygon-clipping@0.15.7
//   node scripts/map.mjs
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Delaunay } from "d3-delaunay";
import { geoConicConformal } from "d3-geo";
import clipping from "polygon-clipping";
import { feature } from "topojson-client";

const HEIGHT = 430; // of the drawing; paths keep one decimal
const MARGIN = 2;
const SMALLEST_ISLAND = 0.6; // square units
const FINLAND = "246";
const ALAND = "248";

const world = createRequire(import.meta.url)("world-atlas/countries-50m.json");

/** Rows of a table of graph/place, by column name. None of the used ones quotes a comma. */
function table(name) {
  const text = readFileSync(new URL(`../../graph/place/data/${name}.csv`, import.meta.url), "utf8");
  const [header, ...lines] = text
    .trim()
    .split("\n")
    .map((line) => line.split(","));
  return lines.map((line) => Object.fromEntries(header.map((column, i) => [column, line[i]])));
}

const shapes = world.objects.countries.geometries
  .filter((country) => country.id === FINLAND || country.id === ALAND)
  .map((country) => feature(world, country));
const collection = { type: "FeatureCollection", features: shapes };

const projection = geoConicConformal()
  .parallels([60, 68])
  .rotate([-26, 0])
  .fitHeight(HEIGHT - 2 * MARGIN, collection);
projection.translate([0, 0]);
const project = (point) => projection(point);

const polygonsOf = ({ geometry }) =>
  geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
const projected = shapes.map((shape) =>
  polygonsOf(shape).map((rings) => rings.map((ring) => ring.map(project))),
);
const corners = projected.flat(3);
const xs = corners.map(([x]) => x);
const ys = corners.map(([, y]) => y);
const [left, top] = [Math.min(...xs) - MARGIN, Math.min(...ys) - MARGIN];
const move = ([x, y]) => [x - left, y - top];
const width = Math.ceil(Math.max(...xs) - left + MARGIN);
const outline = projected.map((polygons) => polygons.map((rings) => rings.map((ring) => ring.map(move))));

const maakuntaOf = Object.fromEntries(table("seutukunnat").map((s) => [s.code, s.maakunta]));
const municipalities = table("municipalities").map((m) => ({
  code: m.code,
  seutukunta: m.seutukunta,
  maakunta: maakuntaOf[m.seutukunta],
  point: move(project([Number(m.lon), Number(m.lat)])),
}));

// Åland is a country of its own in Natural Earth: divide each outline among its own municipalities.
const [mainland, aland] = shapes[0].id === FINLAND ? outline : [outline[1], outline[0]];
const cells = new Map();
for (const [land, members] of [
  [mainland, municipalities.filter((m) => m.maakunta !== "21")],
  [aland, municipalities.filter((m) => m.maakunta === "21")],
]) {
  const voronoi = Delaunay.from(members.map((m) => m.point)).voronoi([-50, -50, width + 50, HEIGHT + 50]);
  members.forEach((m, i) => {
    cells.set(m.code, { cell: [voronoi.cellPolygon(i)], land });
  });
}

const round = ([x, y]) => [Math.round(x * 10) / 10, Math.round(y * 10) / 10];

/** Area and centroid of a closed ring. */
function measure(ring) {
  let [twice, cx, cy] = [0, 0, 0];
  for (let i = 1; i < ring.length; i++) {
    const [[x0, y0], [x1, y1]] = [ring[i - 1], ring[i]];
    const cross = x0 * y1 - x1 * y0;
    twice += cross;
    cx += (x0 + x1) * cross;
    cy += (y0 + y1) * cross;
  }
  return { area: Math.abs(twice / 2), centre: [cx / (3 * twice), cy / (3 * twice)] };
}

const largestOf = (polygons) =>
  polygons.map(([ring]) => measure(ring)).reduce((best, ring) => (ring.area > best.area ? ring : best));

/** One path in relative steps of a tenth, dropping repeated points. */
function write(polygons) {
  const tenth = (v) => Math.round(v * 10);
  const number = (v) => String(v / 10).replace(/^(-?)0\./, "$1.");
  return polygons
    .flat()
    .map((ring) => {
      let path = "";
      let [x, y] = [0, 0];
      for (const [px, py] of ring.slice(0, -1)) {
        const [nx, ny] = [tenth(px), tenth(py)];
        if (path === "") path = `M${number(nx)},${number(ny)}l`;
        else if (nx !== x || ny !== y) {
          const [sx, sy] = [number(nx - x), number(ny - y)];
          path += `${path.endsWith("l") || sx.startsWith("-") ? "" : " "}${sx}${sy.startsWith("-") ? "" : " "}${sy}`;
        }
        [x, y] = [nx, ny];
      }
      return `${path}z`;
    })
    .join("");
}

function join(codes) {
  const parts = codes.map((code) => cells.get(code));
  const joined = clipping.union(...parts.map((part) => part.cell));
  const polygons = clipping.intersection(joined, parts[0].land);
  const largest = largestOf(polygons);
  const kept = polygons.filter(([ring]) => measure(ring).area >= Math.min(SMALLEST_ISLAND, largest.area));
  const [cx, cy] = round(largest.centre);
  return { path: write(kept), cx, cy };
}

/** A municipality's centre point, moved ashore when its waters pull it into the sea. */
function ashore({ code, point }) {
  const { cell, land } = cells.get(code);
  const [x, y] = point;
  const dot = [
    [
      [x - 0.05, y - 0.05],
      [x + 0.05, y - 0.05],
      [x, y + 0.05],
      [x - 0.05, y - 0.05],
    ],
  ];
  if (clipping.intersection(dot, land).length > 0) return round(point);
  const dry = clipping.intersection(cell, land);
  return round(dry.length > 0 ? largestOf(dry).centre : point);
}

const areas = {};
const codesWhere = (column, code) => municipalities.filter((m) => m[column] === code).map((m) => m.code);
for (const { code } of table("maakunnat")) areas[`maakunta:${code}`] = join(codesWhere("maakunta", code));
for (const { id, municipalities: codes } of table("sets")) areas[`set:${id}`] = join(codes.split(" "));
for (const { code } of table("seutukunnat"))
  areas[`seutukunta:${code}`] = join(codesWhere("seutukunta", code));

const points = Object.fromEntries(municipalities.map((m) => [`kunta:${m.code}`, ashore(m)]));
const text = `${JSON.stringify({ viewBox: `0 0 ${width} ${HEIGHT}`, areas, points })}\n`;
writeFileSync(new URL("../src/map/finland.json", import.meta.url), text);
console.log(`${Object.keys(areas).length} areas, ${Object.keys(points).length} points, ${text.length} bytes`);
