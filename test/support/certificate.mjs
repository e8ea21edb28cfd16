// A certificate for tests only, created anew each time: presets accept only https, and the repository contains no
// key.
// DER according to X.690 and RFC 5280, with only the parts that a browser needs if it is told to trust the
// certificate.
import { generateKeyPairSync, sign } from 'node:crypto';

const DAY = 86_400_000;

const der = (tag, ...parts) => {
  const body = Buffer.concat(parts.map((part) => Buffer.from(part)));
  const length =
    body.length < 128
      ? [body.length]
      : body.length < 256
        ? [0x81, body.length]
        : [0x82, body.length >> 8, body.length & 255];
  return Buffer.concat([Buffer.from([tag, ...length]), body]);
};
const sequence = (...parts) => der(0x30, ...parts);
const utcTime = (date) => der(0x17, Buffer.from(`${date.toISOString().replace(/[-:T]/g, '').slice(2, 14)}Z`));

/** ecdsa-with-SHA256, 1.2.840.10045.4.3.2 */
const ALGORITHM = sequence(der(0x06, [0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02]));
/** commonName, 2.5.4.3 */
const NAME = sequence(der(0x31, sequence(der(0x06, [0x55, 0x04, 0x03]), der(0x0c, Buffer.from('loopback')))));

/** @returns {{ key: string, cert: string }} both as PEM */
export function makeCertificate() {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const now = Date.now();
  const body = sequence(
    der(0xa0, der(0x02, [2])),
    der(0x02, [1]),
    ALGORITHM,
    NAME,
    sequence(utcTime(new Date(now - DAY)), utcTime(new Date(now + DAY))),
    NAME,
    publicKey.export({ type: 'spki', format: 'der' }),
  );
  const whole = sequence(body, ALGORITHM, der(0x03, [0], sign('sha256', body, privateKey)));
  const lines = whole
    .toString('base64')
    .match(/.{1,64}/g)
    .join('\n');
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }),
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
  };
}
