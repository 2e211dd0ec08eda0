import protobuf from 'protobufjs';

/** The messages that wx-server-sdk exchanges for `openapi.*`; fields it never sends here are left out. */
const SCHEMA = protobuf.parse(`
  syntax = "proto2";
  message KeyValuePair { optional string key = 1; optional bytes value = 2; }
  message OpenApiData { repeated KeyValuePair pairs = 1; }
  message CommApiData { optional int32 api_type = 1; optional OpenApiData openapi_data = 2; }
  message CommOpenApiResp {
    optional bytes resp_data = 1;
    optional string content_type = 2;
    optional int32 error_code = 3;
    optional uint32 http_code = 4;
  }
`).root;

const OPEN_API = 0;

/** The input of one interface, its values read from JSON. @throws Error when the bytes are something else */
export function readOpenApiInput(bytes: Buffer): Record<string, unknown> {
  const type = SCHEMA.lookupType('CommApiData');
  const message = type.toObject(type.decode(bytes)) as {
    apiType?: number;
    openapiData?: { pairs?: { key?: string; value?: Uint8Array }[] };
  };
  if ((message.apiType ?? OPEN_API) !== OPEN_API)
    throw new Error('the local cloud knows only open interfaces');
  const pairs = message.openapiData?.pairs ?? [];
  return Object.fromEntries(
    pairs.map(({ key = '', value = new Uint8Array() }) => [
      key,
      JSON.parse(Buffer.from(value).toString('utf8')) as unknown,
    ]),
  );
}

/** WeChat's JSON answer. */
export function writeOpenApiAnswer(answer: object): Buffer {
  const type = SCHEMA.lookupType('CommOpenApiResp');
  const message = {
    respData: Buffer.from(JSON.stringify(answer)),
    contentType: 'application/json',
    httpCode: 200,
  };
  return Buffer.from(type.encode(type.create(message)).finish());
}

/** A refusal of WeChat's own machinery, such as a missing permission, instead of an answer. */
export function writeOpenApiFault(errorCode: number): Buffer {
  const type = SCHEMA.lookupType('CommOpenApiResp');
  return Buffer.from(type.encode(type.create({ errorCode })).finish());
}
