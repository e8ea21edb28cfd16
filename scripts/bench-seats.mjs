// How fast the seat picker is, beside a bare canvas and a bare SVG that draw the same venue in the same browser run:
// `npm run bench:seats`, after `npm run build`. Options after `--`:
//
//   --cpu=4            the main thread this many times slower (CDP); default 1
//   --seats=1000,15086 which venues; default 1000,15086,100000,1000000
//   --runs=5           of each measurement the median of so many fresh pages; default 3
//   --only=picker,canvas,svg
//   --live             instead: 1,000 seats a second light up while one pans at 100,000 seats
//   --trace            besides: what took longest in the main thread, as the browser's own trace has it (noisy)
//   --profile          besides: the functions that took most time until the picker was shown (of one run)
//
// What is compared. All three get the same venue, its places in typed arrays, and the same bits of taken seats (28 %) and
// show them in 1,200 px; their code has been loaded and the page is at rest when the clock starts. 15,086 seats are the
// built-in arena, the other venues bowls of blocks. What it takes to make the venue from its recipe, or to check the bowl's,
// is told beside it (`venue`): a canvas that drew it would have to as well.
//   picker   `dist` as it is published; the clock starts before the element is made and includes its words and buttons.
//   canvas   one 2D canvas of the same size: ground, then every seat a `fillRect` in venue units, one `fillStyle` for
//            each state. No culling, no labels, no glow, no words; all is drawn again in the frame after every step.
//            A click looks for the nearest seat in a list by cells, made on the first click.
//   svg      one circle a seat, parsed from a text; steps change the `transform` of their group. Left out beyond
//            100,000 seats, where it takes minutes.
// shown: until the end of the frame that shows the seats, in ms of the wall and of the main thread's own CPU (trace of
// the browser: raster of a software canvas included). longest, blocked: the longest task, and what tasks take beyond
// 50 ms each, until two seconds after that. pan, zoom: main-thread CPU for each of 40 steps, all input, script, layout
// and paint; redraw: what comes in the second after the last step. p95: of the time between frames while stepping.
// click, key: frames from the event to the first that shows the seat chosen or focused. arrays, heap: growth of
// buffers and of the heap from the page before its places were made, after a collection, by seats. Wall times are those
// of a busy machine at worst: compare the ratios of one run.
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { SourceMap } from 'node:module';
import { join, normalize } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { BROWSER_ARGS, findBrowser } from './find-browser.mjs';

const { values: options } = parseArgs({
  options: {
    cpu: { type: 'string', default: '1' },
    seats: { type: 'string', default: '1000,15086,100000,1000000' },
    runs: { type: 'string', default: '3' },
    only: { type: 'string', default: 'canvas,picker,svg' },
    live: { type: 'boolean', default: false },
    profile: { type: 'boolean', default: false },
    trace: { type: 'boolean', default: false },
  },
});
const cpu = Number(options.cpu);
const runs = Number(options.runs);
const dist = new URL('../dist/', import.meta.url).pathname;
const STEPS = 40;

const chunk = (pattern) => `/chunks/${readdirSync(join(dist, 'chunks')).find((name) => pattern.test(name))}`;

// In the page

/** A bowl of so many seats: rows as offset curves of a rounded rectangle, cut into blocks of about 30 by 28 seats. */
function bowl(total) {
  const pitch = 0.52;
  const step = 0.86;
  const x = new Float32Array(total);
  const y = new Float32Array(total);
  const size = Math.sqrt(total / 15_000);
  const [halfLength, halfWidth, corner] = [30 * size, 15 * size, 8.5 * size];
  const blocks = [];
  let seat = 0;
  for (let tier = 0; seat < total; tier++) {
    const from = 4 + tier * 28 * step + tier * 3;
    const around = (offset) => 4 * (halfLength + halfWidth - 2 * corner) + 2 * Math.PI * (corner + offset);
    const pieces = Math.max(4, Math.round(around(from + 12) / (30 * pitch)));
    for (let b = 0; b < pieces && seat < total; b++) {
      const rows = [];
      for (let r = 0; r < 28 && seat < total; r++) {
        const offset = from + r * step;
        const length = around(offset) / pieces;
        const count = Math.min(total - seat, Math.max(1, Math.floor((length - 1.25) / pitch)));
        for (let i = 0; i < count; i++, seat++) {
          let at = b * length + length / 2 + (i - (count - 1) / 2) * pitch;
          // Four times a side and the corner after it.
          for (const [cx, cy, start, side] of [
            [halfLength - corner, -(halfWidth - corner), -Math.PI / 2, 2 * (halfLength - corner)],
            [halfLength - corner, halfWidth - corner, 0, 2 * (halfWidth - corner)],
            [-(halfLength - corner), halfWidth - corner, Math.PI / 2, 2 * (halfLength - corner)],
            [-(halfLength - corner), -(halfWidth - corner), Math.PI, 2 * (halfWidth - corner)],
          ]) {
            const quarter = ((corner + offset) * Math.PI) / 2;
            if (at < side + quarter || start === Math.PI) {
              const angle = start + Math.max(0, at - side) / (corner + offset);
              const back = Math.max(0, side - at);
              x[seat] = cx + (corner + offset) * Math.cos(angle) + Math.sin(start) * back;
              y[seat] = cy + (corner + offset) * Math.sin(angle) - Math.cos(start) * back;
              break;
            }
            at -= side + quarter;
          }
        }
        rows.push({ label: String(r + 1), count });
      }
      blocks.push({ label: String(blocks.length + 1), rows });
    }
  }
  return { name: 'Bowl', blocks, x, y, pitch };
}

/** What all pages have: places, bits, and how one knows that a frame is over. */
function stage() {
  let isInFrame = false;
  const stamps = [];
  const tick = (now) => {
    stamps.push(now);
    isInFrame = true;
    const after = new MessageChannel();
    after.port1.onmessage = () => (isInFrame = false);
    after.port2.postMessage(0);
    requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
  const afterFrame = () =>
    new Promise((resolve) => {
      const after = new MessageChannel();
      after.port1.onmessage = resolve;
      if (isInFrame) after.port2.postMessage(0);
      else requestAnimationFrame(() => after.port2.postMessage(0));
    });
  return {
    stamps,
    afterFrame,
    /** Frames until `sample` tells something else than before; to be called before the event. */
    framesUntilChanged(type, sample) {
      const before = sample();
      return new Promise((resolve) => {
        addEventListener(
          type,
          () => {
            let frames = 0;
            const look = async () => {
              frames++;
              await afterFrame();
              if (sample() !== before) resolve(frames);
              else if (frames < 120) requestAnimationFrame(look);
              else resolve(NaN);
            };
            requestAnimationFrame(look);
          },
          { capture: true, once: true },
        );
      });
    },
    /** The px round a place of a canvas, as a text that differs when they do. */
    pixels(canvas, clientX, clientY) {
      const { left, top, width } = canvas.getBoundingClientRect();
      const scale = canvas.width / width;
      const { data } = canvas
        .getContext('2d')
        .getImageData((clientX - left) * scale - 80, (clientY - top) * scale - 30, 160, 60);
      let hash = 0;
      for (const byte of data) hash = (Math.imul(hash, 31) + byte) | 0;
      return hash;
    },
    bits(total) {
      const taken = new Uint8Array((total + 7) >> 3);
      for (let seat = 0; seat < total; seat++)
        if ((Math.imul(seat + 1, 0x9e3779b1) >>> 0) / 2 ** 32 < 0.28) taken[seat >> 3] |= 1 << (seat & 7);
      return taken;
    },
  };
}

function pickerPage(elements, makeVenue, bowlOf, { bits, pixels }) {
  // The names a chunk gives its parts are the bundler's own, and so is how deep they lie.
  Object.values(elements)
    .flatMap((part) => [part, part?.PetitionSeatPicker])
    .find((part) => part?.formAssociated)
    .define('petition-seat-picker');
  let picker;
  const overlay = () => picker.shadowRoot.querySelectorAll('canvas')[2];
  return {
    prepare(total) {
      const recipe = total === 15_086 ? 'arena' : bowlOf(total);
      const from = performance.now();
      const venue = makeVenue(recipe);
      return { venue, taken: bits(total), made: performance.now() - from };
    },
    async show({ venue, taken }) {
      picker = document.createElement('petition-seat-picker');
      picker.venue = venue;
      picker.occupancy = taken;
      document.body.append(picker);
      // Told within the frame that paints it; the words of its grid come after.
      await new Promise((resolve) =>
        new MutationObserver((_, observer) => {
          if (picker.shadowRoot.querySelector('canvas')?.style.visibility !== 'visible') return;
          observer.disconnect();
          resolve();
        }).observe(picker.shadowRoot, { subtree: true, attributeFilter: ['style'] }),
      );
    },
    plate: () => picker.shadowRoot.querySelector('.hit').getBoundingClientRect(),
    async reveal(seat) {
      const { x, y, width, height } = await picker.reveal(seat);
      return [x + width / 2, y + height / 2];
    },
    sample: (x, y) => pixels(overlay(), x, y),
    focus() {
      picker.shadowRoot.querySelector('.cell[tabindex="0"]').focus();
    },
    light(taken) {
      picker.occupancy = taken;
    },
  };
}

function canvasPage(bowlOf, { bits, pixels }, arena) {
  let canvas, ctx, x, y, taken, pitch, own, cells;
  let view;
  let isWanted = false;
  const draw = () => {
    isWanted = false;
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.fillStyle = '#070b12';
    ctx.fillRect(0, 0, canvas.width, canvas.height);
    const k = view.scale;
    ctx.setTransform(k, 0, 0, k, canvas.width / 2 - k * view.x, canvas.height / 2 - k * view.y);
    const side = 0.68 * pitch;
    for (const state of [0, 1]) {
      ctx.fillStyle = state ? '#ffb04d' : '#34465f';
      for (let seat = 0; seat < x.length; seat++)
        if (((taken[seat >> 3] >> (seat & 7)) & 1) === state)
          ctx.fillRect(x[seat] - side / 2, y[seat] - side / 2, side, side);
    }
    if (own !== null) {
      ctx.fillStyle = '#fff';
      ctx.fillRect(x[own] - side / 2, y[own] - side / 2, side, side);
    }
  };
  const want = () => {
    if (!isWanted) requestAnimationFrame(draw);
    isWanted = true;
  };
  const under = (clientX, clientY) => {
    const { left, top } = canvas.getBoundingClientRect();
    return [
      view.x + (clientX - left - canvas.width / 2) / view.scale,
      view.y + (clientY - top - canvas.height / 2) / view.scale,
    ];
  };
  return {
    prepare(total) {
      const venue = total === 15_086 ? arena() : bowlOf(total);
      return { venue: { x: venue.x, y: venue.y, pitch: venue.pitch }, taken: bits(total) };
    },
    async show(given) {
      ({ x, y, pitch } = given.venue);
      ({ taken } = given);
      own = null;
      let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
      for (let seat = 0; seat < x.length; seat++) {
        left = Math.min(left, x[seat]);
        right = Math.max(right, x[seat]);
        top = Math.min(top, y[seat]);
        bottom = Math.max(bottom, y[seat]);
      }
      canvas = document.createElement('canvas');
      canvas.width = 1200;
      canvas.height = 814;
      canvas.style.display = 'block';
      document.body.append(canvas);
      ctx = canvas.getContext('2d', { alpha: false });
      view = {
        x: (left + right) / 2,
        y: (top + bottom) / 2,
        scale: Math.min(1136 / (right - left), 750 / (bottom - top)),
      };
      draw();
      let held = null;
      canvas.addEventListener('pointerdown', (event) => (held = [event.clientX, event.clientY]));
      addEventListener('pointerup', () => (held = null));
      canvas.addEventListener('pointermove', ({ clientX, clientY }) => {
        if (!held) return;
        view.x -= (clientX - held[0]) / view.scale;
        view.y -= (clientY - held[1]) / view.scale;
        held = [clientX, clientY];
        want();
      });
      canvas.addEventListener(
        'wheel',
        (event) => {
          event.preventDefault();
          const [px, py] = under(event.clientX, event.clientY);
          const factor = Math.exp(-event.deltaY * 0.01);
          view.scale *= factor;
          view.x = px + (view.x - px) / factor;
          view.y = py + (view.y - py) / factor;
          want();
        },
        { passive: false },
      );
      canvas.addEventListener('click', ({ clientX, clientY }) => {
        const [px, py] = under(clientX, clientY);
        const cell = (a, b) => `${Math.floor(a / 2)} ${Math.floor(b / 2)}`;
        if (!cells) {
          cells = new Map();
          for (let seat = 0; seat < x.length; seat++) {
            const key = cell(x[seat], y[seat]);
            if (cells.has(key)) cells.get(key).push(seat);
            else cells.set(key, [seat]);
          }
        }
        let best = 1;
        for (const seat of cells.get(cell(px, py)) ?? []) {
          const distance = Math.hypot(x[seat] - px, y[seat] - py);
          if (distance < best) [best, own] = [distance, seat];
        }
        want();
      });
    },
    plate: () => canvas.getBoundingClientRect(),
    async reveal(seat) {
      view = { x: x[seat], y: y[seat], scale: 28.5 / pitch };
      draw();
      const { left, top } = canvas.getBoundingClientRect();
      return [left + canvas.width / 2, top + canvas.height / 2];
    },
    sample: (clientX, clientY) => pixels(canvas, clientX, clientY),
    light(bits) {
      taken = bits;
      want();
    },
  };
}

function svgPage(bowlOf, { bits }, arena) {
  let svg, group, view, venue, own;
  const look = () => {
    const { x, y, scale } = view;
    group.setAttribute('transform', `translate(${600 - scale * x} ${407 - scale * y}) scale(${scale})`);
  };
  return {
    prepare(total) {
      const { x, y, pitch } = total === 15_086 ? arena() : bowlOf(total);
      return { venue: { x, y, pitch }, taken: bits(total) };
    },
    async show(given) {
      ({ venue } = given);
      const { x, y, pitch } = venue;
      const { taken } = given;
      let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
      let text = '';
      for (let seat = 0; seat < x.length; seat++) {
        left = Math.min(left, x[seat]);
        right = Math.max(right, x[seat]);
        top = Math.min(top, y[seat]);
        bottom = Math.max(bottom, y[seat]);
        text += `<circle cx="${x[seat].toFixed(2)}" cy="${y[seat].toFixed(2)}" r="${0.34 * pitch}" fill="${(taken[seat >> 3] >> (seat & 7)) & 1 ? '#ffb04d' : '#34465f'}"/>`;
      }
      const box = document.createElement('div');
      box.innerHTML = `<svg width="1200" height="814" style="display:block;background:#070b12"><g>${text}</g></svg>`;
      svg = box.firstChild;
      group = svg.firstChild;
      view = {
        x: (left + right) / 2,
        y: (top + bottom) / 2,
        scale: Math.min(1136 / (right - left), 750 / (bottom - top)),
      };
      look();
      document.body.append(svg);
      let held = null;
      svg.addEventListener('pointerdown', (event) => (held = [event.clientX, event.clientY]));
      addEventListener('pointerup', () => (held = null));
      svg.addEventListener('pointermove', ({ clientX, clientY }) => {
        if (!held) return;
        view.x -= (clientX - held[0]) / view.scale;
        view.y -= (clientY - held[1]) / view.scale;
        held = [clientX, clientY];
        look();
      });
      svg.addEventListener(
        'wheel',
        (event) => {
          event.preventDefault();
          const { left, top } = svg.getBoundingClientRect();
          const px = view.x + (event.clientX - left - 600) / view.scale;
          const py = view.y + (event.clientY - top - 407) / view.scale;
          const factor = Math.exp(-event.deltaY * 0.01);
          view.scale *= factor;
          view.x = px + (view.x - px) / factor;
          view.y = py + (view.y - py) / factor;
          look();
        },
        { passive: false },
      );
      svg.addEventListener('click', ({ target }) => {
        own = target;
        own.setAttribute('fill', '#fff');
      });
    },
    plate: () => svg.getBoundingClientRect(),
    async reveal(seat) {
      view = { x: venue.x[seat], y: venue.y[seat], scale: 28.5 / venue.pitch };
      look();
      const { left, top } = svg.getBoundingClientRect();
      return [left + 600, top + 407];
    },
    sample: () => own?.getAttribute('fill') ?? '',
  };
}

const pageOf = (
  kind,
) => `<!doctype html><meta charset="utf-8"><title>${kind}</title><link rel="icon" href="data:,">
<style>body { margin: 0; inline-size: 1200px }</style>
<script type="module">
  import { makeVenue } from '/venue.js';
  ${
    kind === 'picker'
      ? `import * as elements from '${chunk(/^petition-seat-picker-[\w-]{8}\.js$/)}';
  import '${chunk(/^map-view-[\w-]{8}\.js$/)}';`
      : ''
  }
  const bowl = ${bowl};
  const stageOf = ${stage};
  const stage = stageOf();
  const page = ${
    kind === 'picker'
      ? `(${pickerPage})(elements, makeVenue, bowl, stage)`
      : `(${kind === 'canvas' ? canvasPage : svgPage})(bowl, stage, () => makeVenue('arena'))`
  };
  window.bench = { ...stage, ...page };
</script><body></body>`;

// Beside it

const server = createServer((request, response) => {
  const { pathname } = new URL(request.url, 'http://localhost');
  const kind = /^\/(picker|canvas|svg)$/.exec(pathname)?.[1];
  try {
    const body = kind ? pageOf(kind) : readFileSync(join(dist, normalize(pathname)));
    response.writeHead(200, { 'content-type': kind ? 'text/html' : 'text/javascript' }).end(body);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const origin = `http://127.0.0.1:${server.address().port}`;
const browser = await chromium.launch({ executablePath: await findBrowser(), args: BROWSER_ARGS });

const median = (values) => {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  return sorted.length === 0 ? NaN : sorted[(sorted.length - 1) >> 1];
};
const percentile = (values, share) =>
  [...values].sort((a, b) => a - b)[Math.ceil(values.length * share) - 1] ?? NaN;

/** Runs something under the tracer; tells the marks and the tasks of the page's main thread, in ms. */
async function traced(page, run) {
  await browser.startTracing(page, {
    categories: [
      'toplevel',
      'blink.user_timing',
      ...(options.trace ? ['devtools.timeline', 'blink', 'cc', 'v8'] : []),
    ],
  });
  let result;
  try {
    result = await run();
  } finally {
    var { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  }
  const marks = {};
  let main = null;
  for (const { cat, name, ts, pid, tid } of traceEvents)
    if (cat === 'blink.user_timing' && name.startsWith('bench-')) {
      marks[name.slice(6)] = ts;
      main = { pid, tid };
    }
  if (options.trace) {
    const shown = traceEvents.filter(
      ({ ts, dur = 0, pid, tid }) => dur > 800 && pid === main.pid && tid === main.tid && ts >= marks.from,
    );
    for (const { name, ts, dur, tdur } of shown.sort((a, b) => a.ts - b.ts))
      console.log(
        [ts - marks.from, dur, tdur].map((us) => (us / 1000).toFixed(1).padStart(8)).join(''),
        ` ${name}`,
      );
  }
  const tasks = traceEvents.filter(
    ({ name, ph, pid, tid }) =>
      name === 'ThreadControllerImpl::RunTask' && ph === 'X' && pid === main.pid && tid === main.tid,
  );
  const between = (from, to) =>
    tasks
      .map(({ ts, dur = 0, tdur = dur }) => {
        const wall = Math.max(0, Math.min(ts + dur, to) - Math.max(ts, from));
        return { wall: wall / 1000, cpu: dur > 0 ? (tdur * wall) / dur / 1000 : 0 };
      })
      .filter(({ wall }) => wall > 0);
  return { result, marks, between };
}

const mark = (page, name) => page.evaluate((one) => void performance.mark(`bench-${one}`), name);
const sum = (tasks, of) => tasks.reduce((total, task) => total + of(task), 0);

async function open(kind) {
  const context = await browser.newContext({ viewport: { width: 1200, height: 1100 } });
  const page = await context.newPage();
  const complaints = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() !== 'log' && !/willReadFrequently/.test(message.text()))
      complaints.push(message.text());
  });
  await page.goto(`${origin}/${kind}`);
  await page.waitForFunction(() => window.bench);
  const client = await context.newCDPSession(page);
  return { page, client, context, complaints };
}

async function memory(client) {
  await client.send('HeapProfiler.collectGarbage');
  await client.send('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize } = await client.send('Runtime.getHeapUsage');
  return { heap: usedSize, arrays: backingStorageSize };
}

async function show(visitor, total) {
  const { page, client } = visitor;
  const before = await memory(client);
  const made = await page.evaluate(
    (seats) => (window.given = window.bench.prepare(seats)).made ?? NaN,
    total,
  );
  await page.waitForTimeout(300);
  if (cpu > 1) await client.send('Emulation.setCPUThrottlingRate', { rate: cpu });
  const { result, marks, between } = await traced(page, () =>
    page.evaluate(async () => {
      await window.bench.afterFrame();
      await new Promise((resolve) => setTimeout(resolve, 4));
      performance.mark('bench-from');
      const from = performance.now();
      await window.bench.show(window.given);
      await window.bench.afterFrame();
      const shown = performance.now() - from;
      performance.mark('bench-shown');
      await new Promise((resolve) => setTimeout(resolve, 2000));
      performance.mark('bench-settled');
      return shown;
    }),
  );
  const first = between(marks.from, marks.shown);
  const all = between(marks.from, marks.settled);
  await page.evaluate(() => void (window.given = null));
  const after = await memory(client);
  return {
    made,
    shown: result,
    cpu: sum(first, (task) => task.cpu),
    all: sum(all, (task) => task.cpu),
    longest: Math.max(...all.map((task) => task.wall)),
    blocked: sum(all, (task) => Math.max(0, task.wall - 50)),
    arrays: (after.arrays - before.arrays) / total,
    heap: (after.heap - before.heap) / total,
    nodes: await page.evaluate(() => {
      const count = (root) =>
        [...root.querySelectorAll('*')].reduce(
          (all, one) => all + 1 + (one.shadowRoot ? count(one.shadowRoot) : 0),
          0,
        );
      return count(document.body);
    }),
  };
}

/** A gesture of so many steps, each sent when the one before has been taken. */
async function gesture(page, begin, step, end = async () => undefined) {
  const { marks, between, result } = await traced(page, async () => {
    await begin();
    await mark(page, 'from');
    const from = await page.evaluate(() => window.bench.stamps.length);
    for (let i = 0; i < STEPS; i++) await step(i);
    await end();
    await mark(page, 'to');
    const stamps = await page.evaluate((start) => window.bench.stamps.slice(start), from);
    await page.waitForTimeout(1000);
    await mark(page, 'rest');
    return stamps.slice(1).map((stamp, i) => stamp - stamps[i]);
  });
  return {
    step: sum(between(marks.from, marks.to), (task) => task.cpu) / STEPS,
    redraw: sum(between(marks.to, marks.rest), (task) => task.cpu),
    longest: Math.max(...between(marks.from, marks.rest).map((task) => task.wall)),
    p95: percentile(result, 0.95),
  };
}

async function walk({ page, client }, kind, total) {
  const { x, y, width, height } = await page.evaluate(() => window.bench.plate().toJSON());
  const middle = [x + width * 0.3, y + height * 0.3];
  const wheel = (deltaY) =>
    client.send('Input.dispatchMouseEvent', {
      type: 'mouseWheel',
      x: middle[0],
      y: middle[1],
      deltaX: 0,
      deltaY,
      modifiers: 2,
    });
  await page.mouse.move(...middle);
  const zoom = await gesture(
    page,
    () => wheel(-10),
    (i) => wheel(i % 20 < 14 ? -12 : 12),
  );
  const pan = await gesture(
    page,
    () => page.mouse.down(),
    (i) => page.mouse.move(middle[0] + 5 * Math.min(i, STEPS - i), middle[1] + 3 * Math.min(i, STEPS - i)),
    () => page.mouse.up(),
  );
  const seat = Math.floor(total / 3) - (Math.floor(total / 3) % 2);
  const free = await page.evaluate((near) => {
    const taken = window.bench.bits(near + 100);
    let one = near;
    while ((taken[one >> 3] >> (one & 7)) & 1) one++;
    return one;
  }, seat);
  const [px, py] = await page.evaluate((one) => window.bench.reveal(one), free);
  await page.mouse.move(px, py);
  await page.waitForTimeout(600);
  const click = page.evaluate(
    ([a, b]) => window.bench.framesUntilChanged('click', () => window.bench.sample(a, b)),
    [px, py],
  );
  await page.evaluate(() => undefined);
  await page.mouse.click(px, py);
  const clicked = await click;
  let key = NaN;
  if (kind === 'picker') {
    await page.mouse.move(2, 2);
    await page.evaluate(() => window.bench.focus());
    await page.keyboard.press('ArrowLeft');
    await page.waitForTimeout(800);
    const pressed = page.evaluate(
      ([a, b]) => window.bench.framesUntilChanged('keydown', () => window.bench.sample(a, b)),
      [px, py],
    );
    await page.evaluate(() => undefined);
    await page.keyboard.press('ArrowRight');
    key = await pressed;
  }
  return { zoom, pan, click: clicked, key };
}

async function measure(kind, total) {
  const visitor = await open(kind);
  const shown = await show(visitor, total);
  const moved = await walk(visitor, kind, total);
  if (visitor.complaints.length > 0) console.log(`${kind}, ${total}:`, visitor.complaints);
  await visitor.context.close();
  return { ...shown, ...moved };
}

async function profile(total) {
  const { page, client, context } = await open('picker');
  await page.evaluate((seats) => void (window.given = window.bench.prepare(seats)), total);
  await page.waitForTimeout(300);
  await client.send('Profiler.enable');
  await client.send('Profiler.setSamplingInterval', { interval: 100 });
  await client.send('Profiler.start');
  await page.evaluate(async () => {
    await window.bench.show(window.given);
    await window.bench.afterFrame();
  });
  const { profile } = await client.send('Profiler.stop');
  const own = new Map();
  profile.samples.forEach((id, i) => own.set(id, (own.get(id) ?? 0) + profile.timeDeltas[i] / 1000));
  const maps = new Map();
  /** Where a function stands in the source. */
  const nameOf = ({ functionName, url, lineNumber, columnNumber }) => {
    const file = url.replace(origin, '');
    if (!/^\/.*\.js$/.test(file)) return functionName || file;
    if (!maps.has(file))
      maps.set(file, new SourceMap(JSON.parse(readFileSync(join(dist, `${file}.map`), 'utf8'))));
    const {
      originalSource = '',
      originalLine = 0,
      name,
    } = maps.get(file).findEntry(lineNumber, columnNumber);
    return `${name ?? functionName} ${originalSource.replace(/.*\//, '')}:${originalLine + 1}`;
  };
  /** With everything it called, once where it called itself. */
  const lines = new Map();
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  const follow = (id, above) => {
    const { callFrame, children = [] } = nodes.get(id);
    const name = nameOf(callFrame);
    const line = lines.get(name) ?? { own: 0, all: 0 };
    lines.set(name, line);
    const isInside = above.has(name);
    const inside = new Set(above).add(name);
    const all = children.reduce((total, child) => total + follow(child, inside), own.get(id) ?? 0);
    line.own += own.get(id) ?? 0;
    if (!isInside) line.all += all;
    return all;
  };
  follow(profile.nodes[0].id, new Set());
  console.log(`\n${total} seats, until shown, ms: with what it called, by itself`);
  for (const [name, { own: alone, all }] of [...lines].sort((a, b) => b[1].all - a[1].all).slice(0, 60))
    console.log(`${all.toFixed(1).padStart(8)} ${alone.toFixed(1).padStart(8)}  ${name}`);
  await context.close();
}

/** 100 seats more every tenth of a second while one drags. */
async function live() {
  const total = 100_000;
  for (const kind of ['canvas', 'picker']) {
    const visitor = await open(kind);
    await show(visitor, total);
    const { page, client } = visitor;
    const { x, y, width, height } = await page.evaluate(() => window.bench.plate().toJSON());
    await page.mouse.move(x + width / 2, y + height / 2);
    for (let i = 0; i < 8; i++)
      await client.send('Input.dispatchMouseEvent', {
        type: 'mouseWheel',
        x: x + width * 0.3,
        y: y + height * 0.3,
        deltaX: 0,
        deltaY: -12,
        modifiers: 2,
      });
    await page.waitForTimeout(1000);
    await page.evaluate((seats) => {
      let taken = window.bench.bits(seats);
      let seat = 0;
      setInterval(() => {
        taken = taken.slice();
        for (let more = 0; more < 100; seat = (seat + 7919) % seats)
          if (!((taken[seat >> 3] >> (seat & 7)) & 1)) {
            taken[seat >> 3] |= 1 << (seat & 7);
            more++;
          }
        window.bench.light(taken);
      }, 100);
    }, total);
    await page.waitForTimeout(1500);
    const { marks, between, result } = await traced(page, async () => {
      await page.mouse.down();
      await mark(page, 'from');
      const from = await page.evaluate(() => window.bench.stamps.length);
      for (let i = 0; i < 400; i++) {
        const at = Math.abs((i % 100) - 50);
        await page.mouse.move(x + width / 2 + 4 * at, y + height / 2 + 3 * at);
      }
      await mark(page, 'to');
      return page.evaluate((start) => window.bench.stamps.slice(start), from);
    });
    const tasks = between(marks.from, marks.to);
    const seconds = (marks.to - marks.from) / 1e6;
    const gaps = result.slice(1).map((stamp, i) => stamp - result[i]);
    console.log(
      `${kind.padEnd(8)} p95 frame ${percentile(gaps, 0.95).toFixed(1)} ms, longest task ${Math.max(...tasks.map(({ wall }) => wall)).toFixed(0)} ms, busy ${((100 * sum(tasks, (task) => task.cpu)) / seconds / 1000).toFixed(0)} %, ${(gaps.length / seconds).toFixed(0)} frames a second`,
    );
    await visitor.context.close();
  }
}

const COLUMNS = [
  ['venue', (run) => run.made, 'ms', 1],
  ['shown', (run) => run.shown, 'ms', 1],
  ['shown, CPU', (run) => run.cpu, 'ms', 1],
  ['all CPU', (run) => run.all, 'ms', 1],
  ['longest', (run) => run.longest, 'ms', 0],
  ['blocked', (run) => run.blocked, 'ms', 0],
  ['pan step', (run) => run.pan.step, 'ms', 2],
  ['zoom step', (run) => run.zoom.step, 'ms', 2],
  ['redraw', (run) => run.pan.redraw, 'ms', 0],
  ['p95 pan', (run) => run.pan.p95, 'ms', 1],
  ['p95 zoom', (run) => run.zoom.p95, 'ms', 1],
  ['longest, moving', (run) => Math.max(run.pan.longest, run.zoom.longest), 'ms', 0],
  ['click', (run) => run.click, 'frames', 0],
  ['key', (run) => run.key, 'frames', 0],
  ['arrays', (run) => run.arrays, 'B/seat', 1],
  ['heap', (run) => run.heap, 'B/seat', 1],
  ['elements', (run) => run.nodes, '', 0],
];
const RATIOS = new Set(['shown', 'shown, CPU', 'all CPU', 'pan step', 'zoom step', 'redraw']);

try {
  console.log(
    `Chromium ${browser.version()}, CPU x${cpu}, median of ${runs}; in brackets: ratio to the bare canvas`,
  );
  if (options.live) await live();
  else
    for (const total of options.seats.split(',').map(Number)) {
      const kinds = options.only.split(',').filter((kind) => kind !== 'svg' || total <= 100_000);
      const found = Object.fromEntries(kinds.map((kind) => [kind, []]));
      // Interleaved: what else the machine does meets all alike.
      for (let run = 0; run < runs; run++)
        for (const kind of kinds) {
          if (kind === 'svg' && total >= 100_000 && run > 0) continue;
          found[kind].push(await measure(kind, total));
        }
      console.log(
        `\n${total.toLocaleString('en')} seats`.padEnd(24),
        kinds.map((kind) => kind.padStart(20)).join(''),
      );
      for (const [name, of, unit, digits] of COLUMNS) {
        const base = found.canvas && median(found.canvas.map(of));
        const cells = kinds.map((kind) => {
          const value = median(found[kind].map(of));
          if (Number.isNaN(value)) return '-'.padStart(20);
          const ratio =
            RATIOS.has(name) && base && kind !== 'canvas' ? ` (${(value / base).toFixed(2)}x)` : '';
          return `${value.toFixed(digits)}${ratio}`.padStart(20);
        });
        console.log(`${name}${unit && `, ${unit}`}`.padEnd(23), cells.join(''));
      }
      if (kinds.length < 3 && total > 100_000) console.log('svg: left out, hopeless at this size');
      if (options.profile) await profile(total);
    }
} finally {
  await browser.close();
  server.close();
}
