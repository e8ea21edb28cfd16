import { expect } from '@open-wc/testing';
import decodeQR from 'qr/decode.js';
import { qrCode } from '../../../src/elements/share/qr.js';

/** Reads a code as a camera would: from pixels, four per module. */
function read({ size, d }: { size: number; d: string }): string {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = size * 4;
  const ctx = canvas.getContext('2d')!;
  ctx.fillStyle = '#fff';
  ctx.fillRect(0, 0, canvas.width, canvas.height);
  ctx.scale(4, 4);
  ctx.fillStyle = '#000';
  ctx.fill(new Path2D(d));
  return decodeQR(ctx.getImageData(0, 0, canvas.width, canvas.height));
}

describe('qrCode', () => {
  for (const text of [
    'https://ngo.example/sign',
    'https://ngo.example/sign#petition-story=ales-bialiatski',
    `https://ngo.example/${'long/'.repeat(80)}`,
    'https://ngo.example/падпісаць',
  ])
    it(`says ${text.slice(0, 60)}`, () => expect(read(qrCode(text))).to.equal(text));

  it('has a quiet margin of four modules', () => {
    const { size, d } = qrCode('https://ngo.example/');
    const places = [...d.matchAll(/M(\d+) (\d+)h(\d+)/g)].map(
      ([, x, y, w]) => [+x!, +y!, +x! + +w!] as const,
    );
    expect(Math.min(...places.map(([x]) => x))).to.equal(4);
    expect(Math.min(...places.map(([, y]) => y))).to.equal(4);
    expect(Math.max(...places.map(([, , end]) => end))).to.equal(size - 4);
  });

  it('refuses what no code can hold', () => expect(() => qrCode('x'.repeat(3000))).to.throw());
});
