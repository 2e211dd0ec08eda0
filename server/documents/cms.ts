import { createHash } from 'node:crypto';
import { asn1, pki, util } from 'node-forge';

/** A detached CMS signature (RFC 5652) by one certificate, with SHA-256 and RSA, in the one spelling that is used here. */
export function cmsOf(
  content: Buffer,
  certificate: pki.Certificate,
  at: Date,
  /** Signs the DER of the signed attributes. */
  sign: (attributes: Buffer) => Buffer,
): Buffer {
  const attributes = [
    attribute('contentType', oid('data')),
    attribute('signingTime', primitive(asn1.Type.UTCTIME, asn1.dateToUtcTime(at))),
    attribute('messageDigest', octets(createHash('sha256').update(content).digest())),
  ];
  const signature = sign(derOf(set(...attributes)));
  const issuerAndSerial = sequence(
    pki.distinguishedNameToAsn1({ attributes: certificate.issuer.attributes } as pki.Certificate['issuer']),
    primitive(asn1.Type.INTEGER, util.hexToBytes(certificate.serialNumber)),
  );
  const signer = sequence(
    version,
    issuerAndSerial,
    algorithm('sha256'),
    context(0, ...attributes),
    algorithm('rsaEncryption'),
    octets(signature),
  );
  const signedData = sequence(
    version,
    set(algorithm('sha256')),
    sequence(oid('data')),
    context(0, pki.certificateToAsn1(certificate)),
    set(signer),
  );
  return derOf(sequence(oid('signedData'), context(0, signedData)));
}

/** What a CMS signature brings along: enough to make it again. */
export interface CmsParts {
  readonly certificate: pki.Certificate;
  readonly signedAt: Date;
  readonly signature: Buffer;
}

/** Throws on anything that is not shaped like a signature by cmsOf. */
export function partsOfCms(der: Buffer): CmsParts {
  // Behind the signature lie the zeros that fill the room left for it.
  const root = asn1.fromDer(util.createBuffer(binary(der)), {
    strict: true,
    parseAllBytes: false,
  } as unknown as boolean);
  const signedData = child(child(root, 1), 0);
  const signer = child(child(signedData, -1), 0);
  const time = child(child(child(child(signer, 3), 1), 1), 0);
  return {
    certificate: pki.certificateFromAsn1(child(child(signedData, 3), 0)),
    signedAt: asn1.utcTimeToDate(textOf(time)),
    signature: bytesOf(textOf(child(signer, -1))),
  };
}

export const derOf = (node: Node): Buffer => bytesOf(asn1.toDer(node).getBytes());

type Node = ReturnType<typeof asn1.create>;

const binary = (bytes: Buffer): string => bytes.toString('binary');
const bytesOf = (text: string): Buffer => Buffer.from(text, 'binary');

const primitive = (type: asn1.Type, value: string): Node =>
  asn1.create(asn1.Class.UNIVERSAL, type, false, value);
const sequence = (...parts: Node[]): Node =>
  asn1.create(asn1.Class.UNIVERSAL, asn1.Type.SEQUENCE, true, parts);
const set = (...parts: Node[]): Node => asn1.create(asn1.Class.UNIVERSAL, asn1.Type.SET, true, parts);
const context = (tag: number, ...parts: Node[]): Node =>
  asn1.create(asn1.Class.CONTEXT_SPECIFIC, tag as asn1.Type, true, parts);
const octets = (bytes: Buffer): Node => primitive(asn1.Type.OCTETSTRING, binary(bytes));
const oid = (name: string): Node => primitive(asn1.Type.OID, asn1.oidToDer(pki.oids[name] ?? '').getBytes());
const algorithm = (name: string): Node => sequence(oid(name), primitive(asn1.Type.NULL, ''));
const attribute = (name: string, value: Node): Node => sequence(oid(name), set(value));
const version: Node = primitive(asn1.Type.INTEGER, '\x01');

function child(node: Node, index: number): Node {
  const part = Array.isArray(node.value) ? node.value.at(index) : undefined;
  if (part === undefined) throw new Error('not a CMS signature');
  return part;
}

function textOf({ value }: Node): string {
  if (typeof value !== 'string') throw new Error('not a CMS signature');
  return value;
}
