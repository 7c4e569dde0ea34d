// graphology in Node: the part of the Python protocol and the measures in one.
const fs = require("fs");
const path = require("path");
const readline = require("readline");
const { UndirectedGraph } = require("graphology");
const louvain = require("graphology-communities-louvain");
const betweenness = require("graphology-metrics/centrality/betweenness");
const forceAtlas2 = require("graphology-layout-forceatlas2");
const pagerank = require("graphology-metrics/centrality/pagerank");

const [actorsFile, twoModeFile] = process.argv.slice(-3);
const LARGE = 100_000;
const SMALL = 5_000;

function edges(path) {
  const b = fs.readFileSync(path);
  const [n, m] = [Number(b.readBigInt64LE(0)), Number(b.readBigInt64LE(8))];
  const list = [];
  for (let i = 0; i < m; i++) {
    list.push([b.readInt32LE(16 + 4 * i), b.readInt32LE(16 + 4 * (m + i)), b.readDoubleLE(16 + 8 * m + 8 * i)]);
  }
  return { n, list };
}

function graph(path) {
  const { n, list } = edges(path);
  const g = new UndirectedGraph();
  for (let v = 0; v < n; v++) g.addNode(v);
  for (const [u, v, weight] of list) g.addEdge(u, v, { weight });
  return g;
}

const made = {};
const actors = () => (made.actors ??= graph(actorsFile));
const twoMode = () => (made.twoMode ??= graph(twoModeFile));

// Ours begins on this spiral; the drawing begins there anew in each run.
function spiral(g) {
  const golden = Math.PI * (3 - Math.sqrt(5));
  let room = 0;
  return g.mapNodes((v) => {
    room += 1 + g.reduceEdges(v, (sum, _e, { weight }) => sum + weight, 0);
    return { x: Math.sqrt(room) * Math.cos(golden * v), y: Math.sqrt(room) * Math.sin(golden * v) };
  });
}

function placed() {
  const g = actors();
  made.spiral ??= spiral(g);
  g.forEachNode((v) => g.mergeNodeAttributes(v, made.spiral[v]));
  return g;
}

const settings = { barnesHutOptimize: true, barnesHutTheta: 0.5, scalingRatio: 1, gravity: 1 };

function tieLength(at) {
  const between = (u, v) => Math.hypot(at[u].x - at[v].x, at[u].y - at[v].y);
  const { n, list } = edges(actorsFile);
  let [ties, pairs] = [0, 0];
  for (const [u, v] of list) ties += between(u, v);
  for (let v = 0; v < n; v++) pairs += between(v, (v + Math.floor(n / 2)) % n);
  return `ties ${(ties / list.length / (pairs / n)).toFixed(3)} of pairs`;
}

const nine = (x) => Number(x.toPrecision(9)).toString();
function scores(found) {
  const x = Object.values(found);
  return `sum ${nine(x.reduce((a, b) => a + b, 0))}, max ${nine(x.reduce((a, b) => Math.max(a, b), -Infinity))}`;
}

function modularity(community) {
  const { n, list } = edges(actorsFile);
  const volume = new Map();
  let inside = 0;
  let total = 0;
  const add = (v, w) => volume.set(community[v], (volume.get(community[v]) ?? 0) + w);
  for (const [u, v, w] of list) {
    total += w;
    if (community[u] === community[v]) inside += w;
    add(u, w);
    add(v, w);
  }
  let q = inside / total;
  for (const x of volume.values()) q -= (x / (2 * total)) ** 2;
  return `Q ${q.toFixed(5)}`;
}

// A generator of numbers that a seed decides (mulberry32).
const seeded = (a) => () => {
  a = (a + 0x6d2b79f5) | 0;
  let t = Math.imul(a ^ (a >>> 15), 1 | a);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
};

const measures = {
  leiden: [actors, (g, run) => louvain(g, { rng: seeded(42 + run) }), modularity, LARGE],
  pagerank: [actors, (g) => pagerank(g, { alpha: 0.85, tolerance: 1e-10 / g.order, maxIterations: 500, getEdgeWeight: "weight" }), scores, LARGE],
  layout: [placed, (g) => forceAtlas2(g, { iterations: 10, getEdgeWeight: "weight", settings }), tieLength, LARGE],
  betweenness: [actors, (g) => betweenness(g, { getEdgeWeight: null, normalized: false }), scores, SMALL],
  "two-mode betweenness": [twoMode, (g) => betweenness(g, { getEdgeWeight: null, normalized: false }), scores, SMALL],
};

const say = (x) => console.log(JSON.stringify(x));
const entry = require.resolve("graphology"); // dist/ of the package, which does not export its own version
const { version } = JSON.parse(fs.readFileSync(path.join(path.dirname(entry), "..", "package.json"), "utf8"));
say({ peer: `graphology ${version}`, largest: Object.fromEntries(Object.entries(measures).map(([id, m]) => [id, m[3]])) });
readline.createInterface({ input: process.stdin }).on("line", (line) => {
  const { measure, run } = JSON.parse(line);
  const [on, work, check] = measures[measure];
  const g = on();
  const [start, cpu] = [process.hrtime.bigint(), process.cpuUsage()];
  const result = work(g, run);
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  const { user, system } = process.cpuUsage(cpu);
  say({ seconds, cpu: (user + system) / 1e6, check: check(result), peak: Math.round(process.resourceUsage().maxRSS / 1024) });
});
