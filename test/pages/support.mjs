// Pages of others, as hostile as they are: each with the library as it is built, as a module or as one classic script.
import { existsSync, readFileSync } from 'node:fs';

export const BUILDS = {
  module: '<script type="module" src="/dist/grandstand.js"></script>',
  classic: '<script src="/dist/grandstand.classic.js"></script>',
};

/** A page of this content; `head` stands before everything of it. */
export const pageOf = (body, head = '') => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>A page</title><link rel="icon" href="data:,">
${head}</head><body>${body}</body></html>`;

/** A campaign with its document inside, composed of single elements unless they are given. */
export const petitionOf = (document, inside = '', attributes = '') => `<petition-campaign ${attributes}>
<script type="application/json">${JSON.stringify(document).replaceAll('<', '\\u003c')}</script>
${inside}</petition-campaign>`;

const DEBIAN = '/usr/share/javascript';
const MOOTOOLS = 'mootools/mootools-core-nc.js';

/**
 * Old libraries that replace what browsers have, as Debian packages them (libjs-prototype, libjs-mootools); null where the
 * package is not installed. Prototype 1.6 is 1.7 with what it did besides: `Array.from`, and `toJSON` of lists and texts.
 */
export const OLD_LIBRARIES = Object.fromEntries(
  Object.entries({
    'Prototype 1.7.3': ['prototype/prototype-1.7.3.js', ''],
    'Prototype 1.6': [
      'prototype/prototype-1.7.3.js',
      `Array.from = $A;
      Function.prototype.bind = function (context) {
        if (arguments.length < 2 && context === undefined) return this;
        const [method, given] = [this, $A(arguments).slice(1)];
        return function () { return method.apply(context, given.concat($A(arguments))); };
      };
      Array.prototype.toJSON = function () { return '[' + this.map(Object.toJSON).join(', ') + ']'; };
      String.prototype.toJSON = function () { return this.inspect(true); };
      Date.prototype.toJSON = function () { return '"' + this.toISOString() + '"'; };`,
    ],
    'MooTools 1.4.5': [MOOTOOLS, ''],
  }).map(([name, [file, more]]) => {
    const path = `${DEBIAN}/${file}`;
    const script = existsSync(path) ? `<script>${readFileSync(path, 'utf8')}\n${more}</script>` : null;
    return [
      name,
      script?.replaceAll('</script>', '<\\/script>').replace(/<\\\/script>$/, '</script>') ?? null,
    ];
  }),
);
