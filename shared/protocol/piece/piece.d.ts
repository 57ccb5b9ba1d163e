// Generated from piece.proto by "npm run protocol". Do not edit.
import type { Codec, DecodeOptions } from 'protons-runtime';
import type { Uint8ArrayList } from 'uint8arraylist';
export interface PieceRequest {
    hello?: PieceHello;
    put?: PutRequest;
    get?: GetRequest;
    stat?: StatRequest;
}
export declare namespace PieceRequest {
    const codec: () => Codec<PieceRequest>;
    function encode(obj: Partial<PieceRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<PieceRequest>): PieceRequest;
}
export interface PieceHello {
    pass: Uint8Array;
}
export declare namespace PieceHello {
    const codec: () => Codec<PieceHello>;
    function encode(obj: Partial<PieceHello>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<PieceHello>): PieceHello;
}
export interface PutRequest {
    grant: Uint8Array;
    cid: Uint8Array;
    sizeBytes: number;
    forward: string[];
    progressMs: number;
    vouch: boolean;
}
export declare namespace PutRequest {
    const codec: () => Codec<PutRequest>;
    function encode(obj: Partial<PutRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<PutRequest>): PutRequest;
}
export interface GetRequest {
    cid: Uint8Array;
    offset: number;
    lengthBytes: number;
}
export declare namespace GetRequest {
    const codec: () => Codec<GetRequest>;
    function encode(obj: Partial<GetRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<GetRequest>): GetRequest;
}
export interface StatRequest {
    cids: Uint8Array[];
}
export declare namespace StatRequest {
    const codec: () => Codec<StatRequest>;
    function encode(obj: Partial<StatRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<StatRequest>): StatRequest;
}
export interface PieceReply {
    failure?: PieceFailure;
    put?: PutReply;
    get?: GetReply;
    stat?: StatReply;
    progress?: PutProgress;
}
export declare namespace PieceReply {
    const codec: () => Codec<PieceReply>;
    function encode(obj: Partial<PieceReply>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<PieceReply>): PieceReply;
}
export interface PutProgress {
}
export declare namespace PutProgress {
    const codec: () => Codec<PutProgress>;
    function encode(obj: Partial<PutProgress>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<PutProgress>): PutProgress;
}
export interface PieceFailure {
    code: string;
    message: string;
}
export declare namespace PieceFailure {
    const codec: () => Codec<PieceFailure>;
    function encode(obj: Partial<PieceFailure>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<PieceFailure>): PieceFailure;
}
export interface PutReply {
    outcomes: PutOutcome[];
}
export declare namespace PutReply {
    const codec: () => Codec<PutReply>;
    function encode(obj: Partial<PutReply>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<PutReply>): PutReply;
}
export interface PutOutcome {
    peer: string;
    code: string;
    message: string;
    voucher?: Voucher;
}
export declare namespace PutOutcome {
    const codec: () => Codec<PutOutcome>;
    function encode(obj: Partial<PutOutcome>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<PutOutcome>): PutOutcome;
}
export interface Voucher {
    atMs: number;
    mac: Uint8Array;
}
export declare namespace Voucher {
    const codec: () => Codec<Voucher>;
    function encode(obj: Partial<Voucher>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Voucher>): Voucher;
}
export interface GetReply {
    sizeBytes: number;
    lengthBytes: number;
}
export declare namespace GetReply {
    const codec: () => Codec<GetReply>;
    function encode(obj: Partial<GetReply>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<GetReply>): GetReply;
}
export interface StatReply {
    states: PieceState[];
}
export declare namespace StatReply {
    const codec: () => Codec<StatReply>;
    function encode(obj: Partial<StatReply>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<StatReply>): StatReply;
}
export interface PieceState {
    present: boolean;
    sizeBytes: number;
    code: string;
}
export declare namespace PieceState {
    const codec: () => Codec<PieceState>;
    function encode(obj: Partial<PieceState>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<PieceState>): PieceState;
}
